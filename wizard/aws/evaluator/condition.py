"""One condition of a statement: an operator, a key and its values, compiled to a test that can say why it fails.

Missing and multivalued keys, read 2026-11-24:
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from wizard.aws.evaluator.context import Context, Value
from wizard.aws.evaluator.operator import NULL, Operator, Quantifier
from wizard.aws.evaluator.pattern import Matcher, Variable, parts, resolution, shown

Test = Callable[[Context], bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a statement.

    Attributes:
        operator: what compares. key: the condition key, as it is written. values: as they are written.
        variables: whether the policy's version knows variables.
        holds: tells whether the condition is met in a context.
    """

    operator: Operator
    key: str
    values: tuple[str, ...]
    variables: bool = True
    holds: Test = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "holds", _test(self))

    def reads(self) -> frozenset[str]:
        """Return the condition keys that the outcome depends on, in lower case."""
        named = {
            part.key
            for value in self.values
            for part in parts(value, wildcards=False, variables=self.variables)
            if isinstance(part, Variable)
        }
        return frozenset({self.key.lower(), *named})

    def failure(self, context: Context) -> str:
        """Return why the condition is not met in a context, with both values."""
        found = context.get(self.key.lower())
        has = "the request does not carry it" if found is None else f"the request has {_listed(found)}"
        return f"{self.operator.name} {self.key}: {has}; the policy asks for {self._asked(context)}"

    def _asked(self, context: Context) -> str:
        return " or ".join(self._value(value, context) for value in self.values) or "a value of an empty list"

    def _value(self, value: str, context: Context) -> str:
        found = parts(value, wildcards=False, variables=self.variables)
        if not any(isinstance(part, Variable) for part in found):
            return f'"{value}"'
        resolved = resolution(found, context)
        return f"{value}, which has no value here" if resolved is None else f'"{shown(resolved)}" ({value})'


def _listed(value: Value) -> str:
    return ", ".join(f'"{each}"' for each in ((value,) if isinstance(value, str) else value))


def _test(condition: Condition) -> Test:
    key = condition.key.lower()
    operator = condition.operator
    matchers = tuple(operator.compiler(value, condition.variables) for value in condition.values)
    if operator.name == NULL:
        return _null_test(key, matchers)
    if operator.quantifier is Quantifier.NONE:
        return _plain_test(key, matchers, operator)
    return _set_test(key, matchers, operator)


def _null_test(key: str, matchers: tuple[Matcher, ...]) -> Test:
    def holds(context: Context) -> bool:
        absent = "true" if context.get(key) is None else "false"
        return any(matches(absent, context) for matches in matchers)

    return holds


def _plain_test(key: str, matchers: tuple[Matcher, ...], operator: Operator) -> Test:
    negated = operator.negated
    missing = operator.if_exists or negated

    def holds(context: Context) -> bool:
        found = context.get(key)
        if found is None:
            return missing
        if isinstance(found, str):
            return _any(matchers, found, context) != negated
        return any(_any(matchers, value, context) for value in found) != negated

    return holds


def _set_test(key: str, matchers: tuple[Matcher, ...], operator: Operator) -> Test:
    negated = operator.negated
    every = operator.quantifier is Quantifier.ALL
    missing = every or operator.if_exists

    def holds(context: Context) -> bool:
        found = context.get(key)
        if found is None:
            return missing
        values = (found,) if isinstance(found, str) else found
        outcomes = (_any(matchers, value, context) != negated for value in values)
        return all(outcomes) if every else any(outcomes)

    return holds


def _any(matchers: tuple[Matcher, ...], value: str, context: Context) -> bool:
    for matches in matchers:  # noqa: SIM110 - the innermost loop of every decision; a generator costs twice as much
        if matches(value, context):
            return True
    return False
