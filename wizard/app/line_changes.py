"""What differs between two texts, line by line, in a time that grows with the texts and not with their product.

Lines that stand once in both texts are the anchors, as in a patience diff; what lies between two of them is compared
by itself. A policy of a thousand like lines would keep an exact comparison busy for longer than a key press may take.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

_SMALL: Final = 10_000
"""Pairs of lines up to which what lies between two anchors is compared exactly."""


class Change(NamedTuple):
    """Lines of the old text, from `start` to before `end`, in whose place others of the new text stand."""

    start: int
    end: int
    new_start: int
    new_end: int


class Sign(StrEnum):
    """How a line of the new text differs from the old one, as it is drawn."""

    ADDED = "+"
    CHANGED = "~"
    REMOVED = "−"


class Mark(NamedTuple):
    """What a line of the new text is marked with, and the old lines that stood there."""

    sign: Sign
    before: tuple[str, ...] = ()


def changes(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    """Return what differs, in order; nothing for equal texts."""
    return tuple(_between(old, new, Change(0, len(old), 0, len(new))))


def marks(old: Sequence[str], new: Sequence[str]) -> dict[int, Mark]:
    """Return what to mark in the new text, by line from 0.

    Lines that are gone are marked at the one that took their place in the order, the last one at the end.
    """
    found: dict[int, Mark] = {}
    for change in changes(old, new):
        before = tuple(old[change.start : change.end])
        places = range(change.new_start, change.new_end)
        if not places:
            place = max(0, min(change.new_start, len(new) - 1))
            found.setdefault(place, Mark(Sign.REMOVED, before))
        for number, place in enumerate(places):
            own = before[number : number + 1] if place < places[-1] else before[number:]
            found[place] = Mark(Sign.CHANGED if own else Sign.ADDED, own)
    return found


def _between(old: Sequence[str], new: Sequence[str], part: Change) -> Iterator[Change]:
    part = _trimmed(old, new, part)
    start, end, new_start, new_end = part
    if start == end and new_start == new_end:
        return
    if start == end or new_start == new_end:
        yield part
        return
    anchors = _anchors(old, new, part)
    if not anchors:
        yield from _compared(old, new, part)
        return
    for place, new_place in (*anchors, (end, new_end)):
        yield from _between(old, new, Change(start, place, new_start, new_place))
        start, new_start = place + 1, new_place + 1


def _trimmed(old: Sequence[str], new: Sequence[str], part: Change) -> Change:
    """Return the part without what is the same at its start and at its end."""
    start, end, new_start, new_end = part
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    return Change(start, end, new_start, new_end)


def _anchors(old: Sequence[str], new: Sequence[str], part: Change) -> list[tuple[int, int]]:
    """Return the places of lines that stand once on both sides, as many as stand in the same order on both."""
    theirs = _once(new, range(part.new_start, part.new_end))
    pairs = [(at, theirs[line]) for line, at in _once(old, range(part.start, part.end)).items() if line in theirs]
    return _rising(sorted(pairs))


def _once(lines: Sequence[str], places: range) -> dict[str, int]:
    counts = Counter(lines[place] for place in places)
    return {lines[place]: place for place in places if counts[lines[place]] == 1}


def _rising(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest row of pairs, given by their first, whose second rises too."""
    tails: list[int] = []
    ends: list[_Link] = []
    for pair in pairs:
        at = bisect_left(tails, pair[1])
        link = _Link(pair, ends[at - 1] if at else None)
        tails[at : at + 1] = [pair[1]]
        ends[at : at + 1] = [link]
    row: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        row.append(last.pair)
        last = last.before
    return row[::-1]


class _Link(NamedTuple):
    """A pair, and the row that it goes on."""

    pair: tuple[int, int]
    before: "_Link | None"


def _compared(old: Sequence[str], new: Sequence[str], part: Change) -> Iterator[Change]:
    """Yield what differs where no line stands once: exactly in a small part, the whole part in a large one."""
    start, end, new_start, new_end = part
    if (end - start) * (new_end - new_start) > _SMALL:
        yield part
        return
    from difflib import SequenceMatcher  # noqa: PLC0415 - nothing differs until something is saved and changed

    matcher = SequenceMatcher(None, old[start:end], new[new_start:new_end], autojunk=False)
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        if tag != "equal":
            yield Change(start + first, start + last, new_start + new_first, new_start + new_last)
