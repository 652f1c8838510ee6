"""A place of a file that could not be read, by the number of its physical line; the rest is read all the same."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """A line, counted from 1, and what is wrong with it."""

    line: int
    message: str


OnBroken = Callable[[Broken], None]


class UnreadableFile(ValueError):
    """A file of which nothing can be read: its form is not known, or a column that must be there lacks."""
