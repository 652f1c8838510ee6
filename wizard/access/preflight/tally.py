"""Counts the distinct values of a tag, up to a number of them that memory is given for."""

import unicodedata
from typing import Final, NamedTuple

MOST: Final = 10_000
"""Distinct values of a tag that are counted; of more, it is only said that there are more."""

LONGEST: Final = 256
"""Characters of a value that is counted by itself; a longer one is no tag value, and fails."""


class Counted(NamedTuple):
    """A value, and how many people have it."""

    value: str
    people: int


class Tally:
    """The distinct values of a tag so far.

    Attributes:
        overflown: whether there are more than MOST; then no counts are kept. longer: how many people have a value
            that is longer than LONGEST.
    """

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self.overflown = False
        self.longer = 0

    def add(self, value: str, people: int) -> None:
        """Count a value once more for so many people."""
        if len(value) > LONGEST:
            self.longer += people
        if self.overflown or len(value) > LONGEST:
            return
        self._counts[value] = self._counts.get(value, 0) + people
        if len(self._counts) > MOST:
            self.overflown = True
            self._counts.clear()

    def values(self) -> tuple[Counted, ...]:
        """Return the values, the most frequent first; nothing where there are too many."""
        ranked = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Counted(value, people) for value, people in ranked)


def alike(values: tuple[Counted, ...]) -> tuple[tuple[Counted, ...], ...]:
    """Return the groups of values that differ only in case, white space or the form of accents, in their order.

    IAM compares tag values character by character, so each is a team of its own: Platform beside platform.
    """
    groups: dict[str, list[Counted]] = {}
    for each in values:
        groups.setdefault(_folded(each.value), []).append(each)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).split())
