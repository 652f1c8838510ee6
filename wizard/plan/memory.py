"""Remembers what a pure function made of the very same parts of a plan, so that all who ask share one answer.

A part of a plan is frozen, and an edit keeps the parts that it does not touch: for what is one object nothing can have
changed. To compare, or to hash, the parts themselves would take longer than most answers.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, TypeVarTuple

Parts = TypeVarTuple("Parts")
Made = TypeVar("Made")


class _Same:
    """A part as a key that only the very same part equals; it holds the part, so that no other can take its place."""

    __slots__ = ("part",)

    def __init__(self, part: Any) -> None:
        self.part = part

    def __hash__(self) -> int:
        return id(self.part)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.part is other.part


def remembered(kept: int) -> Callable[[Callable[[*Parts], Made]], Callable[[*Parts], Made]]:
    """Make a function remember its last `kept` answers by the identity of its arguments, given by position.

    For pure functions of frozen values whose answers are frozen too: no iterators.
    """

    def remembering(function: Callable[[*Parts], Made]) -> Callable[[*Parts], Made]:
        @lru_cache(maxsize=kept)
        def made(*parts: _Same) -> Any:
            return function(*(same.part for same in parts))

        @wraps(function)
        def asked(*parts: *Parts) -> Any:
            return made(*map(_Same, parts))

        return asked

    return remembering
