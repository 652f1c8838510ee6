"""Which pairs of a person and a resource a statement may allow, found without looking at every pair.

A condition that reads only the person's tags parts the people, one that reads none of them the resources; what compares
the two is an equality, or a list with its member, and is looked up in an index. Any other condition is left open, and
then every pair is one to look at.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

from wizard.access.pace import GoOn, paced, unasked
from wizard.aws.evaluator.condition import Condition
from wizard.aws.evaluator.context import Context, Value
from wizard.aws.evaluator.pattern import Variable
from wizard.aws.evaluator.statement import Compiled

PERSON: Final = "aws:principaltag/"


class Pairs(NamedTuple):
    """For people, by their index, the indexes of resources.

    Attributes:
        of: the resources that go with each person. exact: whether the statement surely applies to all these pairs; it
            surely applies to no others.
    """

    of: Mapping[int, Sequence[int]]
    exact: bool


class Equality(NamedTuple):
    """The resource's key must have the value of the person's."""

    resource: str
    person: str


class Membership(NamedTuple):
    """The list of the person's key must hold the value of the resource's, between two separators."""

    resource: str
    person: str
    separator: str


def pairs(statement: Compiled, people: Sequence[Context], resources: Sequence[Context], go_on: GoOn = unasked) -> Pairs:
    """Return the pairs that the statement may apply to, as far as its conditions go.

    A resource's context holds all that is not the person's. `go_on` is called often; what it raises ends the search.
    """
    parted = [(condition, *_sides(condition)) for condition in statement.conditions]
    some = _fulfilling((each for each, person, _ in parted if not person), resources, go_on)
    who = _fulfilling((each for each, person, other in parted if person and not other), people, go_on)
    joint = [each for each, person, other in parted if person and other]
    if not joint:
        return Pairs(dict.fromkeys(who, some), exact=True)
    links = [_link(each) for each in joint]
    equal = [link for link in links if isinstance(link, Equality)]
    member = next((link for link in links if isinstance(link, Membership)), None)
    if not equal and member is None:
        return Pairs(dict.fromkeys(who, some), exact=False)
    index = _Index(equal, member)
    for each in paced(some, go_on):
        index.add(each, resources[each])
    found = ((each, index.matching(people[each])) for each in paced(who, go_on))
    return Pairs({each: matching for each, matching in found if matching}, exact=False)


def _sides(condition: Condition) -> tuple[bool, bool]:
    """Return whether a condition reads tags of the person, and whether it reads anything else."""
    of_person = [key.startswith(PERSON) for key in condition.reads()]
    return any(of_person), not all(of_person)


def _fulfilling(conditions: Iterable[Condition], contexts: Sequence[Context], go_on: GoOn) -> list[int]:
    demanded = tuple(conditions)
    if not demanded:
        return list(range(len(contexts)))
    listed = enumerate(paced(contexts, go_on))
    return [index for index, context in listed if all(each.holds(context) for each in demanded)]


def _link(condition: Condition) -> Equality | Membership | None:
    """Return what a condition on both sides is, None where it is neither of the two."""
    if len(condition.patterns) != 1:
        return None
    key, pattern = condition.key.lower(), condition.patterns[0]
    match condition.operator.name, pattern:
        case "StringEquals", (Variable(other, None),):
            return Equality(other, key) if key.startswith(PERSON) else Equality(key, other)
        case "StringLike", (str(before), Variable(other, None), str(after)) if key.startswith(PERSON):
            separator = before[1:]
            if before[:1] == "*" and after == f"{separator}*" and len(separator) == 1 and separator not in "*?":
                return Membership(other, key, separator)
    return None


class _Index:
    """Resources by the values that the links compare."""

    def __init__(self, equal: Sequence[Equality], member: Membership | None) -> None:
        self._equal = tuple(equal)
        self._member = member
        self._by_value: dict[tuple[Value, ...], list[int]] = {}
        self._open: dict[tuple[Value, ...], list[int]] = {}
        """Resources whose value holds the separator, so that it may span several members."""

    def add(self, index: int, context: Context) -> None:
        key = _values(context, (link.resource for link in self._equal))
        if key is None:
            return
        if self._member is None:
            self._by_value.setdefault(key, []).append(index)
            return
        value = context.get(self._member.resource)
        if isinstance(value, str):
            spans = self._member.separator in value
            (self._open if spans else self._by_value).setdefault(key if spans else (*key, value), []).append(index)

    def matching(self, person: Context) -> list[int]:
        key = _values(person, (link.person for link in self._equal))
        if key is None:
            return []
        if self._member is None:
            return self._by_value.get(key, [])
        held = person.get(self._member.person)
        members = set(held.split(self._member.separator)[1:-1]) if isinstance(held, str) else ()
        found = [index for _, each in product((key,), members) for index in self._by_value.get((*key, each), ())]
        return sorted((*found, *self._open.get(key, ())))


def _values(context: Context, keys: Iterable[str]) -> tuple[Value, ...] | None:
    found = [context.get(key) for key in keys]
    return tuple(value for value in found if value is not None) if None not in found else None
