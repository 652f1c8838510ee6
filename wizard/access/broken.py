"""A place of a file that could not be read, by the number of its physical line; the rest is read all the same."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Broken:
    """A line, counted from 1, and what is wrong with it."""

    line: int
    message: str


OnBroken = Callable[[Broken], None]


OnAbsent = Callable[[str], None]
"""Told of the name of each column that is asked for and that a CSV file does not have."""


def unmissed(_name: str) -> None:
    """Miss no column."""


class UnreadableFile(ValueError):
    """A file of which nothing can be read: its form is not known, or a column that must be there lacks."""


class BrokenLines:
    """Broken lines that are told a batch at a time, in the order of the file: readers find them in another.

    Attributes:
        told: how many have been told.
    """

    MOST: Final = 10_000

    def __init__(self, on_broken: OnBroken) -> None:
        self._on_broken = on_broken
        self._found: list[Broken] = []
        self.told = 0

    def add(self, broken: Broken) -> None:
        """Take a broken line, as a reader finds it."""
        self._found.append(broken)
        if len(self._found) >= self.MOST:
            self.tell()

    def tell(self) -> None:
        """Tell of those since the last time."""
        for broken in sorted(self._found, key=lambda each: each.line):
            self._on_broken(broken)
        self.told += len(self._found)
        self._found.clear()
