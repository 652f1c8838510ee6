"""What changed from one plan to another: added, removed, changed and reordered, each with its path.

Entries of a list are the same where they have the same key, name or login, wherever they stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from wizard.frozen import Frozen, parts
from wizard.language import Words
from wizard.plan.model import Plan

_NAMING: Final = ("key", "name", "login")
_LONGEST: Final = 120


class Change(StrEnum):
    """What became of a part of the plan."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REORDERED = "reordered"


class Difference(Frozen):
    """One difference.

    Attributes:
        path: in the new plan; of what is removed, in the old one. change: what became of it.
        old, new: the values, as the plan file has them; None on the side where it does not stand.
        subject: the key, name or login of the entry that it belongs to, empty outside of lists of such.
    """

    path: str
    change: Change
    old: Any = None
    new: Any = None
    subject: str = ""

    def text(self, words: Words = str) -> str:
        """Return the difference in words, translated by `words`."""
        of = words(" of {subject}").format(subject=self.subject) if self.subject else ""
        match self.change:
            case Change.ADDED:
                template = words("{path}{of}: added: {new}")
            case Change.REMOVED:
                template = words("{path}{of}: removed: {old}")
            case Change.CHANGED:
                template = words("{path}{of}: {old} became {new}")
            case _:
                template = words("{path}{of}: another order: {new}")
        return template.format(path=self.path, of=of, old=_shown(self.old, words), new=_shown(self.new, words))


def differences(old: Plan, new: Plan) -> tuple[Difference, ...]:
    """Return the differences in the order of the new plan, what is removed after what stands in its list."""
    return tuple(_differing(old, new, "", ""))


def _differing(old: Any, new: Any, path: str, subject: str) -> Iterator[Difference]:
    if isinstance(old, Frozen) and isinstance(new, Frozen):
        for each in parts(new):
            below = f"{path}.{each.name}" if path else each.name
            yield from _differing(getattr(old, each.name), getattr(new, each.name), below, subject)
    elif path.endswith(".profile"):
        yield from _entries(dict(old), dict(new), path, subject)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _lists(old, new, path, subject)
    else:
        yield from _values(old, new, path, subject)


def _values(old: Any, new: Any, path: str, subject: str) -> Iterator[Difference]:
    """Yield the difference of two values, if any; true and 1 are not the same in the file."""
    if repr(old) != repr(new):
        yield Difference(path, Change.CHANGED, _plain(old), _plain(new), subject)


def _lists(old: tuple[Any, ...], new: tuple[Any, ...], path: str, subject: str) -> Iterator[Difference]:
    before, after = _named(old), _named(new)
    for name, (index, entry) in after.items():
        place = f"{path}[{index}]"
        if name not in before:
            yield Difference(place, Change.ADDED, new=_plain(entry), subject=subject)
        else:
            yield from _differing(before[name][1], entry, place, _subject(entry) or subject)
    for name, (index, entry) in before.items():
        if name not in after:
            yield Difference(f"{path}[{index}]", Change.REMOVED, old=_plain(entry), subject=subject)
    kept = [name for name in before if name in after]
    if kept != [name for name in after if name in before]:
        was, now = ([_label(each) for each in listed] for listed in (old, new))
        yield Difference(path, Change.REORDERED, was, now, subject)


def _entries(old: Mapping[str, Any], new: Mapping[str, Any], path: str, subject: str) -> Iterator[Difference]:
    for name in dict.fromkeys((*new, *old)):
        place = f"{path}.{name}"
        if name not in old:
            yield Difference(place, Change.ADDED, new=_plain(new[name]), subject=subject)
        elif name not in new:
            yield Difference(place, Change.REMOVED, old=_plain(old[name]), subject=subject)
        else:
            yield from _values(old[name], new[name], place, subject)


def _named(entries: Sequence[Any]) -> dict[tuple[str, int], tuple[int, Any]]:
    """Return the entries by what names them, and which of that name it is, with their indexes."""
    found: dict[tuple[str, int], tuple[int, Any]] = {}
    for index, entry in enumerate(entries):
        name = _subject(entry) or repr(entry)
        number = sum(1 for known, _ in found if known == name)
        found[name, number] = (index, entry)
    return found


def _subject(entry: Any) -> str:
    return next((getattr(entry, name) for name in _NAMING if isinstance(entry, Frozen) and hasattr(entry, name)), "")


def _label(entry: Any) -> Any:
    return _subject(entry) or _plain(entry)


def _plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, Frozen):
        return {
            each.name: _plain(dict(held) if each.name == "profile" else held)
            for each in parts(value)
            if (held := getattr(value, each.name)) != each.default
        }
    if isinstance(value, dict):
        return {name: _plain(held) for name, held in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, StrEnum) else value


def _shown(value: Any, words: Words) -> str:
    from wizard.quoting.json_text import compact  # noqa: PLC0415 - for what is shown to a person alone

    if value is None:
        return words("nothing")
    text = compact(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
