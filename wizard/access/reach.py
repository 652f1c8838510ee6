"""What people with one set of tags may do with resources of one type and one set of tags, for all of them at once.

Only the tags that the role's policies read tell people and resources apart here. Actions under the same statements,
with the same tags in their context, are decided together. What an index finds is decided by the evaluator itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from wizard.access.call import Call, Place, call_context, place, tag_source
from wizard.access.kind import Kind, Types
from wizard.access.pace import GoOn, paced, unasked
from wizard.access.pairing import PERSON, pairs
from wizard.access.role_access import RoleAccess
from wizard.access.role_actions import role_actions
from wizard.aws.coverage.service import Action
from wizard.aws.coverage.service import Kind as Deed
from wizard.aws.evaluator.context import Context
from wizard.aws.evaluator.decision import Decision, Request, Verdict
from wizard.aws.evaluator.statement import Compiled, compiled
from wizard.plan.memory import remembered
from wizard.plan.model import Plan, Role

Values = tuple[str | None, ...]

_TAGGING: Final = frozenset({Deed.SET_TAGS, Deed.REMOVE_TAGS, Deed.REPLACE_TAGS})
_OTHER_KEYS: Final = ("Name", "Note", "Label", "Comment")


class Deeds(NamedTuple):
    """Actions that are decided together.

    Attributes:
        names: theirs. call: one of them, on a resource without tags. at: where it is asked.
        allowing, denying: the statements that cover the actions.
    """

    names: tuple[str, ...]
    call: Call
    at: Place
    allowing: tuple[Compiled, ...]
    denying: bool


class RoleReach:
    """A role: what it reads of people and resources, and what it may do.

    Attributes:
        person_keys: lower-case keys of the tags of people that its policies read. resource_keys: of resources.
    """

    def __init__(self, plan: Plan, role: Role) -> None:
        self._access = RoleAccess(plan, role)
        self._statements = tuple(
            compiled(statement, policy.name) for policy in self._access.policies for statement in policy.statements
        )
        read = frozenset[str]().union(*(statement.reads for statement in self._statements))
        self.person_keys: Final = tuple(sorted(key.removeprefix(PERSON) for key in read if key.startswith(PERSON)))
        self.resource_keys: Final = tuple(sorted(set(_resource_keys(read))))
        self.actions: Final = role_actions(plan, role, self._statements)
        taken = {tag.key.lower() for tag in plan.tags}
        self._other_key = next(key for key in (*_OTHER_KEYS, "\N{MIDDLE DOT}") if key.lower() not in taken)
        self._deeds: dict[Types, tuple[Deeds, ...]] = {}

    def deeds(self, kind: Kind) -> tuple[Deeds, ...]:
        """Return the actions that work on resources of a kind that exist, in groups."""
        if kind.types not in self._deeds:
            self._deeds[kind.types] = tuple(self._grouped(kind))
        return self._deeds[kind.types]

    def reached(
        self, kind: Kind, people: Sequence[Values], resources: Sequence[Values], go_on: GoOn = unasked
    ) -> dict[int, dict[int, int]]:
        """Return, for each person and resource by their indexes, which groups of actions are allowed, as bits.

        A person's values are those of `person_keys`, a resource's those of `resource_keys`. `go_on` is called often;
        what it raises ends the search.
        """
        found: dict[int, dict[int, int]] = {}
        who = [self.person_context(values) for values in paced(people, go_on)]
        for bit, deeds in enumerate(self.deeds(kind)):
            contexts = [self.resource_context(deeds, values) for values in paced(resources, go_on)]
            for person, resource in paced(self._allowed(deeds, who, contexts, go_on), go_on):
                row = found.setdefault(person, {})
                row[resource] = row.get(resource, 0) | 1 << bit
        return found

    def _allowed(
        self, deeds: Deeds, people: Sequence[Context], resources: Sequence[Context], go_on: GoOn
    ) -> Iterator[tuple[int, int]]:
        """Yield the allowed pairs; one may come several times."""
        for statement in deeds.allowing:
            found = pairs(statement, people, resources, go_on)
            sure = found.exact and not deeds.denying and statement.covers_resource(deeds.at.resource, {})
            for person, some in paced(found.of.items(), go_on):
                for resource in some:
                    if sure or self.decision(deeds, people[person], resources[resource]).verdict is Verdict.ALLOWED:
                        yield person, resource

    def decision(self, deeds: Deeds, person: Context, resource: Context) -> Decision:
        """Return what the evaluator says of one pair."""
        return self._access.evaluator.decide(Request(deeds.call.action.name, deeds.at.resource, {**resource, **person}))

    def person_context(self, values: Values) -> Context:
        """Return what a session with these tags brings into a context."""
        return {
            f"{PERSON}{key}": value for key, value in zip(self.person_keys, values, strict=True) if value is not None
        }

    def resource_context(self, deeds: Deeds, values: Values) -> Context:
        """Return all else that a call has in its context."""
        held = {key: value for key, value in zip(self.resource_keys, values, strict=True) if value is not None}
        return call_context(deeds.call._replace(resource_tags=held), deeds.at, ())

    def _grouped(self, kind: Kind) -> Iterator[Deeds]:
        groups: dict[tuple[object, ...], list[tuple[Call, Place]]] = {}
        for action in self._on(kind):
            at = place(action, kind.arn)
            if at.type:
                tags = {self._other_key: "x"} if action.group.kind in _TAGGING else {}
                call = Call(action, kind.arn, request_tags=tags)
                groups.setdefault((self._covering(action), at.keys, bool(tags), at.type), []).append((call, at))
        for members in groups.values():
            call, at = members[0]
            about = [self._statements[index] for index in self._covering(call.action)]
            allowing = tuple(each for each in about if each.allows)
            names = tuple(member.action.name for member, _ in members)
            yield Deeds(names, call, at, allowing, denying=len(allowing) < len(about))

    def _on(self, kind: Kind) -> Iterable[Action]:
        """Return the actions that touch resources of the kind, but for those that only make them."""
        types = dict(kind.types)
        for action in self.actions:
            names = types.get(action.name.partition(":")[0], frozenset())
            replaces = action.group.kind is Deed.CREATE_OR_REPLACE
            if any(one.type.name in names and (replaces or not one.created) for one in action.group.touched):
                yield action

    def _covering(self, action: Action) -> tuple[int, ...]:
        if action.name not in self._covered:
            self._covered[action.name] = tuple(
                index for index, each in enumerate(self._statements) if each.covers_action(action.name, {})
            )
        return self._covered[action.name]

    @cached_property
    def _covered(self) -> dict[str, tuple[int, ...]]:
        return {}


def role_reaches(plan: Plan, go_on: GoOn = unasked) -> Mapping[str, RoleReach]:
    """Return what the roles reach, by name; of two roles of one name the first.

    `go_on` is called for each; what it raises ends the search.
    """
    found: dict[str, RoleReach] = {}
    for role in reversed(plan.aws.roles):
        go_on()
        found[role.name] = _role_reach(plan, role)
    return found


_role_reach = remembered(64)(RoleReach)


def _resource_keys(read: Iterable[str]) -> Iterator[str]:
    for key in read:
        name, slash, tag = key.partition("/")
        if slash and tag_source(name) == "resource":
            yield tag


def values_at(held: Mapping[str, str], keys: Sequence[str]) -> Values:
    """Return the values of the tags with these lower-case keys."""
    return tuple(held.get(key) for key in keys)
