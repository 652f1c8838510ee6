"""Okta's expression language, in the classic dialect of attribute statements and that of Identity Engine.

Reading and judging
    parsed(text, claims) -> Expression        raises ExpressionError(message, column, expected); cached
    references(expression) -> (Reference(root, attribute, column), ...)
    problems(expression, attributes=None, list_attributes=frozenset()) -> (Problem(kind, message, column), ...)
    result_type(expression, list_attributes=frozenset()) -> ValueType
    may_be_null(expression) -> bool           a null without a default
    printed(expression) -> str                one spelling; parsed(printed(e)) == e

Evaluating
    value_of(expression, person, surroundings=...) -> Evaluation(value, notes)     raises CannotEvaluate
    compiled(expression, surroundings=...)    the same for many people: a function from a profile to an Evaluation
    plain_attribute(expression) -> str | None the attribute that the expression merely reads, None for anything more
    Surroundings(groups, now, references)     what else is known: nothing, unless given

Writing
    translated(text, to) -> str               the expression in the other dialect; raises CannotTranslate
    string_literal(text) -> str               the text in quotation marks
    completions(text, column, claims, attributes) -> (Completion(text, kind, about), ...)
    documented_functions(claims) -> (Function, ...)   the table that all of this reads

The row that joins a list (``":" + String.replace(...) + ":"``) is wizard.okta.statements.joined_expression.

Columns count characters from 1. Messages are English templates with values: ``.text(words)`` translates them.
What Okta does not document is told as a note, never guessed. The modules are loaded when they are first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wizard.okta.expression.checker import problems, result_type
    from wizard.okta.expression.completion import Completion, CompletionKind, completions
    from wizard.okta.expression.evaluator import Evaluation, compiled, plain_attribute, value_of
    from wizard.okta.expression.fault import CannotEvaluate, CannotTranslate, ExpressionError, ExpressionFault
    from wizard.okta.expression.function import Function
    from wizard.okta.expression.functions import documented_functions
    from wizard.okta.expression.nullness import may_be_null
    from wizard.okta.expression.parser import Expression, parsed
    from wizard.okta.expression.printer import printed
    from wizard.okta.expression.problem import Problem, ProblemKind
    from wizard.okta.expression.reference import Reference, references
    from wizard.okta.expression.surroundings import Surroundings
    from wizard.okta.expression.translation import translated
    from wizard.okta.expression.value_type import Group, ValueType
    from wizard.okta.literal import string as string_literal

__all__ = [
    "CannotEvaluate",
    "CannotTranslate",
    "Completion",
    "CompletionKind",
    "Evaluation",
    "Expression",
    "ExpressionError",
    "ExpressionFault",
    "Function",
    "Group",
    "Problem",
    "ProblemKind",
    "Reference",
    "Surroundings",
    "ValueType",
    "compiled",
    "completions",
    "documented_functions",
    "may_be_null",
    "parsed",
    "plain_attribute",
    "printed",
    "problems",
    "references",
    "result_type",
    "string_literal",
    "translated",
    "value_of",
]

_HOMES: Final = {
    "checker": ("problems", "result_type"),
    "completion": ("Completion", "CompletionKind", "completions"),
    "evaluator": ("Evaluation", "compiled", "plain_attribute", "value_of"),
    "fault": ("CannotEvaluate", "CannotTranslate", "ExpressionError", "ExpressionFault"),
    "function": ("Function",),
    "functions": ("documented_functions",),
    "nullness": ("may_be_null",),
    "parser": ("Expression", "parsed"),
    "printer": ("printed",),
    "problem": ("Problem", "ProblemKind"),
    "reference": ("Reference", "references"),
    "surroundings": ("Surroundings",),
    "translation": ("translated",),
    "value_type": ("Group", "ValueType"),
}


def __getattr__(name: str) -> object:
    """Load the module that holds a public name when it is first asked for."""
    if name == "string_literal":
        found: object = import_module("wizard.okta.literal").string
    else:
        home = next((module for module, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found
