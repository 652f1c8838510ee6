"""What a preflight says of the list as a whole."""

from typing import NamedTuple

from wizard.access.preflight.tally import Counted
from wizard.okta.expression import ExpressionFault


class TagSummary(NamedTuple):
    """One tag over all people.

    Attributes:
        key: the tag's. values: its distinct values, of a list its members, the most frequent first.
        overflown: whether there are too many distinct values to count them. without: how many people have none.
        alike: groups of values that differ only in case, white space or the form of accents.
        faults: why its value is not known here, for how many people; they are not counted as failing for it.
        notes: what Okta does not document about values that are otherwise sound, for how many people.
        absent: the attributes that it reads and for which the file has no column.
        longer: how many people have a value, or a member, that is too long to be one; it is not among the values.
    """

    key: str
    values: tuple[Counted, ...]
    overflown: bool
    without: int
    alike: tuple[tuple[Counted, ...], ...]
    faults: tuple[tuple[ExpressionFault, int], ...]
    notes: tuple[tuple[str, int], ...]
    absent: tuple[str, ...]
    longer: int = 0


class SizeBand(NamedTuple):
    """How many people have so many bytes of keys and values; `below` is None for the last band."""

    least: int
    below: int | None
    people: int


class Summary(NamedTuple):
    """The list as a whole, as far as it was read.

    Attributes:
        people: how many could be read. failing: how many would fail. warned: how many have warnings alone.
        broken: how many lines could not be read. tags: each tag. sizes: bands of estimated size.
    """

    people: int
    failing: int
    warned: int
    broken: int
    tags: tuple[TagSummary, ...]
    sizes: tuple[SizeBand, ...]

    @property
    def ok(self) -> int:
        """How many would sign in and have access."""
        return self.people - self.failing
