"""One condition of a statement: an operator, a key and its values, compiled to a test that can say why it fails.

Missing and multivalued keys, read 2026-11-24:
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
Null with a quantifier, and empty lists of values, read 2026-11-24:
https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html

Not documented: a plain operator on a key with several values (here one of them must match, with a negated operator
none may), and a plain operator without values (here it matches nothing). Whether Null takes a key with an empty value
for present is not settled by AWS's pages; here it does.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from wizard.aws.evaluator.context import Context, Value
from wizard.aws.evaluator.operator import Operator, Quantifier
from wizard.aws.evaluator.pattern import Matcher, Part, Variable, parts, resolution, shown, variables_in
from wizard.language import _

Test = Callable[[Context], bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a statement; UnreadableValue where its operator cannot read one of the values.

    Attributes:
        operator: what compares. key: the condition key, as it is written. values: as they are written.
        variables: whether the policy's version knows variables.
        holds: tells whether the condition is met in a context.
        patterns: the values in their parts, for what is told of them.
    """

    operator: Operator
    key: str
    values: tuple[str, ...]
    variables: bool = True
    holds: Test = field(init=False, compare=False, repr=False)
    patterns: tuple[tuple[Part, ...], ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        variables = self.variables and self.operator.variables
        found = tuple(parts(value, wildcards=False, variables=variables) for value in self.values)
        object.__setattr__(self, "patterns", found)
        object.__setattr__(self, "holds", _test(self))

    def reads(self) -> frozenset[str]:
        """Return the condition keys that the outcome depends on, in lower case."""
        return frozenset({self.key.lower()}).union(*map(variables_in, self.patterns))

    def comparison(self, context: Context) -> str:
        """Return what is compared in a context: what the request has and what the policy asks for."""
        found = context.get(self.key.lower())
        told = _("{operator} {key}: the request has {found}; {asked}")
        if found is None:
            told = _("{operator} {key}: the request does not carry it; {asked}")
        shown = "" if found is None else _listed(found)
        return told.format(operator=self.operator.name, key=self.key, found=shown, asked=self._asked(context))

    def _asked(self, context: Context) -> str:
        between = _(" or ")
        if self.operator.asks_for_presence:
            return _("the policy asks whether it is absent: {values}").format(values=between.join(self.values))
        meant = [_meant(value, pattern, context) for value, pattern in zip(self.values, self.patterns, strict=True)]
        values = between.join(meant) or _("a value of an empty list")
        told = _("the policy asks for {values}")
        if self.operator.negated:
            told = _("the policy excludes {values}")
        elif self.operator.quantifier is Quantifier.ALL:
            told = _("the policy takes only {values}")
        return told.format(values=values)


def _meant(value: str, pattern: tuple[Part, ...], context: Context) -> str:
    """Return a value as the policy means it here, with the variables behind what they hold."""
    if len(pattern) == 1 and isinstance(pattern[0], Variable):  # nearly all values of a policy that compares tags
        held = context.get(pattern[0].key)
        if isinstance(held, str):
            return f'"{held}" ({value})'
    if not variables_in(pattern):
        return f'"{value}"'
    resolved = resolution(pattern, context)
    if resolved is None:
        return _("{variable}, which has no value here").format(variable=value)
    return f'"{shown(resolved)}" ({value})'


def _listed(value: Value) -> str:
    return f'"{value}"' if isinstance(value, str) else ", ".join(f'"{each}"' for each in value)


def _test(condition: Condition) -> Test:
    key = condition.key.lower()
    operator = condition.operator
    matchers = tuple(operator.compiler(value, condition.variables) for value in condition.values)
    if operator.asks_for_presence:
        return _presence_test(key, matchers, operator.quantifier)
    if operator.quantifier is Quantifier.NONE:
        return _plain_test(key, matchers, operator)
    return _set_test(key, matchers, operator)


def _presence_test(key: str, matchers: tuple[Matcher, ...], quantifier: Quantifier) -> Test:
    """Return the test of Null, which with ForAllValues is always true and with ForAnyValue always false."""
    if quantifier is not Quantifier.NONE:
        return lambda _context: quantifier is Quantifier.ALL

    def holds(context: Context) -> bool:
        return _any(matchers, "true" if context.get(key) is None else "false", context)

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
    """Return the test with a quantifier: without values, or with an empty one alone, true for all and false for any.

    So it is with IfExists too; for ForAnyValue that was seen in AWS:
    https://repost.aws/questions/QU9HFmDzP0QGuU-fd7rS6B7w/foranyvalue-stringequalsifexists-behaving-unexpectedly
    """
    negated = operator.negated
    every = operator.quantifier is Quantifier.ALL

    def holds(context: Context) -> bool:
        found = context.get(key)
        values = (found,) if isinstance(found, str) else found
        if values is None or values == ("",):
            return every
        outcomes = (_any(matchers, value, context) != negated for value in values)
        return all(outcomes) if every else any(outcomes)

    return holds


def _any(matchers: tuple[Matcher, ...], value: str, context: Context) -> bool:
    for matches in matchers:  # noqa: SIM110 - the innermost loop of every decision; a generator costs twice as much
        if matches(value, context):
            return True
    return False
