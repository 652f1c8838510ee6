"""A statement compiled: which actions, resources and principals it covers, and which of its conditions fail."""

from collections.abc import Callable
from dataclasses import dataclass

from wizard.aws.evaluator.condition import Condition
from wizard.aws.evaluator.context import Context
from wizard.aws.evaluator.document import Match, Statement
from wizard.aws.evaluator.pattern import Matcher, Variable, matcher, parts
from wizard.aws.evaluator.principal import names

Covers = Callable[[str, Context], bool]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A statement that can be asked.

    Attributes:
        policy, sid: what a decision calls it by. allows: its effect.
        any_resource: whether the resource cannot change the outcome.
        reads: the condition keys that the outcome depends on, in lower case.
    """

    policy: str
    sid: str
    allows: bool
    covers_action: Covers
    covers_resource: Covers
    covers_principal: Callable[[str], bool]
    any_resource: bool
    conditions: tuple[Condition, ...]
    reads: frozenset[str]

    def applies(self, resource: str, context: Context) -> bool:
        """Tell whether the statement applies to a resource in a context; its action is taken as covered."""
        if not self.covers_resource(resource, context):
            return False
        for condition in self.conditions:  # noqa: SIM110 - the loop of every decision; a generator costs more
            if not condition.holds(context):
                return False
        return True

    def failures(self, context: Context) -> tuple[str, ...]:
        """Return why the conditions that are not met are not met."""
        return tuple(each.failure(context) for each in self.conditions if not each.holds(context))


def compiled(statement: Statement, policy: str) -> Compiled:
    """Return the statement, ready to be asked."""
    resources = statement.resources or Match(("*",))
    principals = statement.principals or Match(("*",))
    variables = frozenset().union(*(_variables(value) for value in resources.values)) if statement.variables else ()
    return Compiled(
        policy=policy,
        sid=statement.sid,
        allows=statement.allows,
        covers_action=_covering(statement.actions, fold=True, variables=False),
        covers_resource=_covering(resources, fold=False, variables=statement.variables),
        covers_principal=lambda asked: any(names(each, asked) for each in principals.values) != principals.inverted,
        any_resource="*" in resources.values,
        conditions=statement.conditions,
        reads=frozenset(variables).union(*(condition.reads() for condition in statement.conditions)),
    )


def _variables(text: str) -> frozenset[str]:
    return frozenset(part.key for part in parts(text, wildcards=True, variables=True) if isinstance(part, Variable))


def _covering(match: Match, *, fold: bool, variables: bool) -> Covers:
    matchers: tuple[Matcher, ...] = tuple(
        matcher(value, wildcards=True, variables=variables, fold=fold) for value in match.values
    )
    inverted = match.inverted

    def covers(value: str, context: Context) -> bool:
        return any(matches(value, context) for matches in matchers) != inverted

    return covers
