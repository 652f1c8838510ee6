"""A statement compiled: which actions, resources and principals it covers, and which of its conditions fail."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wizard.aws.evaluator.arn_pattern import resource_parts
from wizard.aws.evaluator.condition import Condition
from wizard.aws.evaluator.context import Context
from wizard.aws.evaluator.document import Match, Statement
from wizard.aws.evaluator.pattern import Matcher, Part, Wildcard, matcher, parts, shown, variables_in
from wizard.aws.evaluator.principal import names, names_in_person

Covers = Callable[[str, Context], bool]
_EVERYTHING = Match(("*",))


@dataclass(frozen=True, slots=True)
class Compiled:
    """A statement that can be asked.

    Attributes:
        policy, sid: what a decision calls it by. allows: its effect.
        any_resource: whether it covers every resource.
        principals: whom it names, as KIND:VALUE; None where it is attached to its principal.
        reads: the condition keys that the outcome depends on, in lower case.
    """

    policy: str
    sid: str
    allows: bool
    covers_action: Covers
    covers_resource: Covers
    any_resource: bool
    principals: tuple[str, ...] | None
    conditions: tuple[Condition, ...]
    reads: frozenset[str]

    def names(self, principal: str) -> bool:
        """Tell whether the statement is about a principal."""
        return self.principals is None or any(names(each, principal) for each in self.principals)

    def names_in_person(self, principal: str) -> bool:
        """Tell whether the statement names a principal as itself, not as a role or an account."""
        return any(names_in_person(each, principal) for each in self.principals or ())

    def applies(self, resource: str, context: Context) -> bool:
        """Tell whether the statement applies to a resource in a context; its action is taken as covered."""
        if not self.covers_resource(resource, context):
            return False
        for condition in self.conditions:  # noqa: SIM110 - the loop of every decision; a generator costs more
            if not condition.holds(context):
                return False
        return True


def compiled(statement: Statement, policy: str) -> Compiled:
    """Return the statement, ready to be asked."""
    resources = statement.resources or _EVERYTHING
    actions = [parts(value, wildcards=True, variables=False) for value in statement.actions.values]
    patterns = [resource_parts(value, variables=statement.variables) for value in resources.values]
    return Compiled(
        policy=policy,
        sid=statement.sid,
        allows=statement.allows,
        covers_action=_covering_action(actions, statement.actions.inverted),
        covers_resource=_covering((matcher(each) for each in patterns), resources.inverted),
        any_resource="*" in resources.values and not resources.inverted,
        principals=statement.principals,
        conditions=statement.conditions,
        reads=frozenset[str]().union(
            *(variables_in(each) for each in patterns), *(condition.reads() for condition in statement.conditions)
        ),
    )


def _covering_action(patterns: Iterable[tuple[Part, ...]], inverted: bool) -> Covers:
    """Return what tells whether an action is covered: a policy may list thousands, so they are looked up by service."""
    of_service: dict[str, list[Matcher]] = defaultdict(list)
    names: set[str] = set()
    for each in patterns:
        if any(isinstance(part, Wildcard) for part in each):
            of_service[_service(each)].append(matcher(each, fold=True))
        else:
            names.add(shown(each).lower())

    def covers(value: str, context: Context) -> bool:
        name = value.lower()
        known = (*of_service.get(name.partition(":")[0], ()), *of_service.get("", ()))
        return (name in names or any(matches(value, context) for matches in known)) != inverted

    return covers


def _service(pattern: tuple[Part, ...]) -> str:
    """Return the service whose actions a pattern is about, in lower case; nothing where a wildcard leaves that open."""
    service, colon, _name = shown(pattern[:1]).partition(":")
    return service.lower() if colon else ""


def _covering(matchers: Iterable[Matcher], inverted: bool) -> Covers:
    listed = tuple(matchers)

    def covers(value: str, context: Context) -> bool:
        return any(matches(value, context) for matches in listed) != inverted

    return covers
