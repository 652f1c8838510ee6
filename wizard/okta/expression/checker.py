"""Judges an expression that can be read: names, numbers of arguments, types, dialect; and tells its type.

Sources: the two pages of wizard.okta.expression.function, section by section.
"""

from collections.abc import Callable, Collection
from typing import Any, Final

from wizard.language import N_
from wizard.okta.base_attributes import BASE_NAMES
from wizard.okta.expression.function import Function
from wizard.okta.expression.functions import called, named
from wizard.okta.expression.judged_call import is_namespace, judged_call
from wizard.okta.expression.judged_reference import judged_reference
from wizard.okta.expression.node import (
    ArrayLiteral,
    Binary,
    Call,
    Conditional,
    Elvis,
    Index,
    Literal,
    MapLiteral,
    Member,
    Name,
    Node,
    Projection,
    StaticText,
    Unary,
)
from wizard.okta.expression.parser import Expression
from wizard.okta.expression.problem import Problem, ProblemKind
from wizard.okta.expression.reference import reference, steps
from wizard.okta.expression.type_order import common, comparable, fits, is_numeric, sortable
from wizard.okta.expression.value_type import ValueType, type_of
from wizard.okta.literal import string
from wizard.plan.model import Claims

_STRING, _BOOLEAN, _NUMBER, _ARRAY = ValueType.STRING, ValueType.BOOLEAN, ValueType.NUMBER, ValueType.ARRAY
_UNKNOWN, _OBJECT, _INTEGER = ValueType.UNKNOWN, ValueType.OBJECT, ValueType.INTEGER

_SPELLINGS: Final = {Claims.STATEMENTS: ("AND", "OR"), Claims.FEDERATED: ("&&", "||")}
"""How each dialect's page spells the operators that join conditions."""

_NOT_IN_CONDITIONS: Final = ("Convert.", "Iso3166Convert.", "Arrays.", "Time.")
"""https://developer.okta.com/docs/reference/okta-expression-language/#conditional-expressions"""


def problems(
    expression: Expression,
    attributes: Collection[str] | None = None,
    list_attributes: Collection[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Return what is wrong with the expression, in the order of the text; nothing where all of it is documented.

    `attributes` are the names of the user's profile beside the base attributes, None where they are not known, and
    then no attribute is called unknown. `list_attributes` are the names of those that hold arrays.
    """
    judge = _Judge(expression.claims, attributes, list_attributes)
    judge.type(expression.root)
    return tuple(sorted(judge.problems, key=lambda problem: problem.column))


def result_type(expression: Expression, list_attributes: Collection[str] = frozenset()) -> ValueType:
    """Return the type of what the expression gives, unknown where the names do not tell it.

    Base attributes are text; so is a concatenation. `list_attributes` are the names of attributes that hold arrays.
    """
    return _Judge(expression.claims, None, list_attributes).type(expression.root)


class _Judge:
    """Walks a tree once, collects problems and works out types."""

    def __init__(self, claims: Claims, attributes: Collection[str] | None, lists: Collection[str]) -> None:
        self._claims = claims
        self._attributes = attributes
        self._lists = lists
        self.problems: list[Problem] = []

    def type(self, node: Node) -> ValueType:
        return _JUDGEMENTS[type(node)](self, node)

    def _tell(self, kind: ProblemKind, template: str, column: int, suggestion: str = "", **values: object) -> None:
        self.problems.append(Problem(kind, template, column, values, suggestion))

    def _want(self, node: Node, found: ValueType, wanted: ValueType, operator: str) -> None:
        if not fits(found, wanted, Claims.FEDERATED):
            self._tell(
                ProblemKind.WRONG_TYPE,
                N_("{operator} takes the type {wanted}; this has the type {found}."),
                node.column,
                operator=operator,
                wanted=str(wanted),
                found=str(found),
            )

    def _undocumented(self, operator: str, column: int) -> None:
        self._tell(ProblemKind.UNDOCUMENTED, N_("Okta does not document {operator} here."), column, operator=operator)

    def literal(self, node: Literal) -> ValueType:
        return type_of(node.value)

    def static(self, node: StaticText) -> ValueType:
        if node.value in BASE_NAMES or node.value in (self._attributes or ()):
            self._tell(
                ProblemKind.UNKNOWN_ATTRIBUTE,
                N_("{text} is sent as this very text to everybody; the attribute is {right}."),
                node.column,
                f"user.{node.value}",
                text=node.value,
                right=f"user.{node.value}",
            )
        else:
            self._tell(
                ProblemKind.UNQUOTED_TEXT,
                N_("{text} stands without quotation marks; everybody gets this very text."),
                node.column,
                string(node.value),
                text=node.value,
            )
        return _STRING

    def dotted(self, node: Name | Member) -> ValueType:
        own = reference(node)
        if own is None:
            return self._member(node)
        kind, problem = judged_reference(own, self._claims, self._attributes, self._lists)
        if problem is not None:
            self.problems.append(problem)
        return kind

    def _member(self, node: Node) -> ValueType:
        target, *_rest = node.children()
        found = self.type(target)
        if found not in (_OBJECT, _UNKNOWN):
            self._tell(
                ProblemKind.WRONG_TYPE,
                N_("A value of the type {found} has no parts with names."),
                node.column,
                found=str(found),
            )
        return _UNKNOWN

    def call(self, node: Call) -> ValueType:
        arguments = [self.type(argument) for argument in node.arguments]
        receiver = _UNKNOWN if node.target is None or is_namespace(node) else self.type(node.target)
        kind, found = judged_call(node, receiver, arguments, self._claims)
        self.problems.extend(found)
        return kind

    def index(self, node: Index) -> ValueType:
        self._want(node.target, self.type(node.target), _ARRAY, "[ ]")
        self._want(node.position, self.type(node.position), _INTEGER, "[ ]")
        if self._claims is Claims.FEDERATED:
            self._undocumented("[ ]", node.column)
        return _UNKNOWN

    def projection(self, node: Projection) -> ValueType:
        self._want(node.target, self.type(node.target), _ARRAY, ".![ ]")
        documented = isinstance(node.target, Call) and called(node.target) == "user.getGroups"
        path = ".".join(steps(node.body))
        if not documented or not path or (self._claims is Claims.STATEMENTS and path != "name"):
            self._undocumented(f".![{path or ' '}]", node.body.column)
        return _ARRAY

    def array(self, node: ArrayLiteral) -> ValueType:
        for item in node.items:
            self.type(item)
        return _ARRAY

    def pairs(self, node: MapLiteral) -> ValueType:
        for child in node.children():
            self.type(child)
        return _OBJECT

    def unary(self, node: Unary) -> ValueType:
        found = self.type(node.operand)
        if node.operator == "!":
            self._want(node.operand, found, _BOOLEAN, "!")
            return _BOOLEAN
        self._want(node.operand, found, _NUMBER, node.operator)
        if node.operator == "+" or not isinstance(node.operand, Literal | Call):
            self._undocumented(node.operator, node.column)
        return found if is_numeric(found) else _NUMBER

    def binary(self, node: Binary) -> ValueType:
        return _OPERATORS[node.operator](self, node, [self.type(operand) for operand in node.operands])

    def logical(self, node: Binary, found: list[ValueType]) -> ValueType:
        for operand, kind in zip(node.operands, found, strict=True):
            self._want(operand, kind, _BOOLEAN, node.spelling)
        if node.spelling not in _SPELLINGS[self._claims]:
            right = _SPELLINGS[self._claims][node.operator == "||"]
            self._tell(
                ProblemKind.UNDOCUMENTED,
                N_("Okta does not document {operator} here; write {right}."),
                node.column,
                right,
                operator=node.spelling,
                right=right,
            )
        return _BOOLEAN

    def equality(self, node: Binary, found: list[ValueType]) -> ValueType:
        if not comparable(*found):
            self._mismatch(node, found)
        return _BOOLEAN

    def ordering(self, node: Binary, found: list[ValueType]) -> ValueType:
        if not (comparable(*found) and sortable(found[0]) and sortable(found[1])):
            self._mismatch(node, found)
        return _BOOLEAN

    def _mismatch(self, node: Binary, found: list[ValueType]) -> None:
        self._tell(
            ProblemKind.WRONG_TYPE,
            N_("{operator} compares the types {left} and {right}."),
            node.column,
            operator=node.operator,
            left=str(found[0]),
            right=str(found[1]),
        )

    def matching(self, node: Binary, found: list[ValueType]) -> ValueType:
        for operand, kind in zip(node.operands, found, strict=True):
            self._want(operand, kind, _STRING, "matches")
        if self._claims is Claims.STATEMENTS:
            self._tell(ProblemKind.DEPRECATED, N_("Okta calls the operator matches deprecated."), node.column)
        else:
            self._undocumented("matches", node.column)
        return _BOOLEAN

    def sum(self, node: Binary, found: list[ValueType]) -> ValueType:
        if all(map(is_numeric, found)):
            return self.arithmetic(node, found)
        for operand, kind in zip(node.operands, found, strict=True):
            if kind in (_ARRAY, _OBJECT, ValueType.DATE_TIME, ValueType.COUNTRY):
                self._want(operand, kind, _STRING, "+")
        return _UNKNOWN if _STRING not in found and any(map(is_numeric, found)) else _STRING

    def arithmetic(self, node: Binary, found: list[ValueType]) -> ValueType:
        for operand, kind in zip(node.operands, found, strict=True):
            self._want(operand, kind, _NUMBER, node.operator)
        self._undocumented(node.operator, node.column)
        return _INTEGER if all(kind is _INTEGER for kind in found) else _NUMBER

    def conditional(self, node: Conditional) -> ValueType:
        self._want(node.condition, self.type(node.condition), _BOOLEAN, "?")
        functions = _functions_in(node.condition, self._claims) if self._claims is Claims.STATEMENTS else ()
        for call, function in functions:
            if function.name.startswith(_NOT_IN_CONDITIONS):
                self._tell(
                    ProblemKind.UNDOCUMENTED,
                    N_("Okta's page says both that {name} is supported in a condition and that it is not."),
                    call.at,
                    name=function.name,
                )
        return self._either(node.value, node.other)

    def elvis(self, node: Elvis) -> ValueType:
        if self._claims is Claims.FEDERATED:
            self._undocumented("?:", node.column)
        return self._either(node.value, node.default)

    def _either(self, first: Node, second: Node) -> ValueType:
        kinds = [self.type(node) for node in (first, second) if not _is_null(node)] + [
            self.type(node) for node in (first, second) if _is_null(node)
        ]
        return kinds[0] if any(map(_is_null, (first, second))) else common(*kinds)


def _is_null(node: Node) -> bool:
    return isinstance(node, Literal) and node.value is None


def _functions_in(node: Node, claims: Claims) -> list[tuple[Call, Function]]:
    """Return the documented calls anywhere in a condition."""
    found: list[tuple[Call, Function]] = []
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Call):
            found.extend((part, function) for function in named(called(part), claims)[:1])
        waiting.extend(part.children())
    return found


_JUDGEMENTS: Final[dict[type[Node], Callable[[_Judge, Any], ValueType]]] = {
    Literal: _Judge.literal,
    StaticText: _Judge.static,
    Name: _Judge.dotted,
    Member: _Judge.dotted,
    Call: _Judge.call,
    Index: _Judge.index,
    Projection: _Judge.projection,
    ArrayLiteral: _Judge.array,
    MapLiteral: _Judge.pairs,
    Unary: _Judge.unary,
    Binary: _Judge.binary,
    Conditional: _Judge.conditional,
    Elvis: _Judge.elvis,
}

_OPERATORS: Final[dict[str, Callable[[_Judge, Binary, list[ValueType]], ValueType]]] = {
    "&&": _Judge.logical,
    "||": _Judge.logical,
    "==": _Judge.equality,
    "!=": _Judge.equality,
    **dict.fromkeys(("<", ">", "<=", ">="), _Judge.ordering),
    "matches": _Judge.matching,
    "+": _Judge.sum,
    **dict.fromkeys(("-", "*", "/", "%"), _Judge.arithmetic),
}
