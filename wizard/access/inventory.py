"""What a file of people and one of resources hold, in classes: those with the same tags, and how many they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from wizard.access.attributes import Attributes, attributes_of
from wizard.access.broken import Broken, OnAbsent, unmissed
from wizard.access.carried import Carried, sending
from wizard.access.kind import Kind, Kinds
from wizard.access.pace import GoOn, paced, unasked
from wizard.access.people_counts import people_counts
from wizard.access.reach import role_reaches
from wizard.access.resource_counts import resource_counts
from wizard.access.stream import Readable
from wizard.plan.model import Plan

PEOPLE: Final = "people"
RESOURCES: Final = "resources"


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """People with the same tags: what their sign-ins carry, and how many they are."""

    carried: Carried
    count: int

    @property
    def tags(self) -> dict[str, str]:
        """Return the tags."""
        return dict(self.carried.tags)


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """Resources of one kind with the same tags, as far as the plan and its policies know the tags."""

    kind: Kind
    tags: Mapping[str, str]
    count: int


class BrokenLine(NamedTuple):
    """A line of one of the two files that could not be read."""

    file: str
    line: int
    message: str


class AbsentColumn(NamedTuple):
    """A column that one of the two files does not have, so that nobody has a value there."""

    file: str
    name: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """What two files hold: people and resources in classes, in order of appearance, and the broken lines.

    Attributes:
        absent: columns that the plan needs and a CSV file does not have.
    """

    people: tuple[Crowd, ...]
    resources: tuple[Stock, ...]
    broken: tuple[BrokenLine, ...] = ()
    absent: tuple[AbsentColumn, ...] = ()


def crowds(
    plans: Sequence[Plan],
    source: Readable,
    broken: list[BrokenLine],
    go_on: GoOn = unasked,
    on_absent: OnAbsent = unmissed,
) -> tuple[tuple[Crowd, ...], ...]:
    """Return, for each plan, the people of a file in classes: those whose tags are the same under all of the plans.

    UnreadableFile where the file has no form that is known. `go_on` is called often; what it raises ends the work.
    `on_absent` is told of the attributes that the plans' expressions read and that a CSV file has no column for.
    """
    attributes, lists = _attributes(plans)
    sent = [sending(plan) for plan in plans]
    counts: dict[tuple[Carried, ...], int] = defaultdict(int)
    counted = people_counts(source, attributes, _Noting(PEOPLE, broken), lists, on_absent)
    for values, count in paced(counted, go_on):
        profile = dict(zip(attributes, values, strict=True))
        counts[tuple(carries(profile) for carries in sent)] += count
    return tuple(tuple(Crowd(each[place], count) for each, count in counts.items()) for place in range(len(plans)))


def stocks(
    plans: Sequence[Plan],
    source: Readable,
    broken: list[BrokenLine],
    go_on: GoOn = unasked,
    on_absent: OnAbsent = unmissed,
) -> tuple[Stock, ...]:
    """Return the resources of a file in classes: by the tags that any of the plans or their policies know.

    UnreadableFile where the file has no form that is known. `go_on` is called often; what it raises ends the work.
    `on_absent` is told of the tags that the policies read and that a CSV file has no column for.
    """
    reaches = [reach for plan in plans for reach in role_reaches(plan, go_on).values()]
    kinds = Kinds(dict.fromkeys(action.name.partition(":")[0] for reach in reaches for action in reach.actions))
    keys: dict[str, str] = {}
    for key in (
        *(tag.key for plan in plans for tag in plan.tags),
        *(key for each in reaches for key in each.resource_keys),
    ):
        keys.setdefault(key.lower(), key)
    read = {key.lower() for each in reaches for key in each.resource_keys}

    def missed(key: str) -> None:
        if key in read:
            on_absent(keys[key])

    counted = resource_counts(source, tuple(keys), kinds, _Noting(RESOURCES, broken), missed)
    named = tuple(keys.values())
    return tuple(
        Stock(kind, {key: value for key, value in zip(named, held, strict=True) if value is not None}, count)
        for (kind, held), count in paced(counted, go_on)
    )


class _Noting:
    def __init__(self, file: str, broken: list[BrokenLine]) -> None:
        self._file = file
        self._broken = broken

    def __call__(self, found: Broken) -> None:
        self._broken.append(BrokenLine(self._file, found.line, found.message))


def _attributes(plans: Iterable[Plan]) -> Attributes:
    """Return the attributes that any of the plans reads."""
    found = [attributes_of(plan) for plan in plans]
    names = dict.fromkeys(name for each in found for name in each.names)
    return Attributes(tuple(names), frozenset[str]().union(*(each.lists for each in found)))
