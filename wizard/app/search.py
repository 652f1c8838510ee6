"""Finds a text in a text, for the search in the preview."""

import re
from bisect import bisect_left
from typing import Final, NamedTuple

MOST: Final = 10_000
"""Hits beyond which nobody counts."""


class Hit(NamedTuple):
    """Where a hit stands, in characters from the start."""

    start: int
    end: int


def hits(text: str, asked: str) -> tuple[Hit, ...]:
    """Return where `asked` stands in the text, at most MOST places; the case counts where a capital is asked for."""
    if not asked:
        return ()
    flags = 0 if asked != asked.lower() else re.IGNORECASE
    found = []
    for match in re.finditer(re.escape(asked), text, flags):
        found.append(Hit(match.start(), match.end()))
        if len(found) == MOST:
            break
    return tuple(found)


def next_hit(found: tuple[Hit, ...], place: int, *, forward: bool) -> tuple[int, bool]:
    """Return the number of the hit at or behind a place, or before it, and whether the search began anew at the end.

    LookupError where there is none.
    """
    if not found:
        raise LookupError("nothing was found")
    number = bisect_left(found, Hit(place, -1)) - (0 if forward else 1)
    return number % len(found), not 0 <= number < len(found)
