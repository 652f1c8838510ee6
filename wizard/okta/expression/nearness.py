"""The nearest of the known names, for a name that is not known."""

from collections.abc import Iterable
from typing import Final

_MOST: Final = 2000


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like `name`, an equal one in other letters first; empty where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a name that is wrong

    names = sorted(known)[:_MOST]
    same = [one for one in names if one.casefold() == name.casefold()]
    return (same or get_close_matches(name, names, 1, 0.6) or [""])[0]
