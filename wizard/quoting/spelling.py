"""Finds the name that was probably meant, among the names that exist."""

from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 128


def nearest(text: str, names: Iterable[str]) -> str | None:
    """Return the name that differs least from `text`, regardless of case; None where none is near.

    Near: at most a third of the characters differ. The first of equally near names wins.
    """
    best, least = None, max(1, len(text) // 3) + 1
    if len(text) > _LONGEST:
        return None
    folded = text.casefold()
    letters = set(folded)
    for name in names:
        # Each letter that the name has not costs a change: most names are seen to be far without more ado.
        if abs(len(name) - len(text)) < least and len(letters.difference(name.casefold())) < least:
            distance = _distance(folded, name.casefold())
            if distance < least and distance < len(name):
                best, least = name, distance
    return best


def _distance(one: str, other: str) -> int:
    """Return how many insertions, removals, replacements and swaps of neighbours turn one text into the other."""
    older: list[int] = []
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
