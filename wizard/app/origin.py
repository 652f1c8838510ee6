"""Finds the field of the plan that made a line of a text: the one whose change changes that line, and few others.

The text is rendered again for the plan with one thing changed at a time, so no renderer has to remember what it made of
what, and the answer is right for every file of the bundle, those that are yet to come too. Whole lists are left out of
the plan first: what does not touch the line then is not looked into.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from wizard.app.line_changes import changes
from wizard.plan.edit import grant_renamed, removed, replaced, role_renamed, tag_renamed
from wizard.plan.model import Plan
from wizard.plan.path import parsed, value_at, written
from wizard.plan.shape import Attributes, Choice, Flag, ListOf, Record, Shape, Whole, plan_shape

_MORE: Final = "x"
_DIGITS: Final = str.maketrans("0123456789", "1234567890")
_NOWHERE: Final = 1_000_000_000


class _Origin(NamedTuple):
    """A place of the plan, and how many lines of the text a change there touches, the one asked for among them."""

    lines: int
    unshown: bool
    vacant: bool
    depth: int
    path: str


Render = Callable[[Plan], str]


class _Search:
    """One search: the text as it is, and the line that is asked for, from 0."""

    def __init__(self, plan: Plan, render: Render, line: int, go_on: Callable[[], None]) -> None:
        self._plan = plan
        self._render = render
        self._go_on = go_on
        self._lines = _lines(render(plan))
        self._line = line

    def touched(self, plan: Plan) -> int:
        """Return how many lines differ in the text of another plan, _NOWHERE where the line is not among them."""
        self._go_on()
        text = _lines(self._render(plan))
        if text == self._lines:
            return _NOWHERE
        found = changes(self._lines, text)
        # What comes in before a line does not touch that line.
        if not any(change.start <= self._line < change.end for change in found):
            return _NOWHERE
        return sum(change.end - change.start for change in found)

    def found(self, path: str, lines: int) -> _Origin:
        """Return the place, and what decides between two that touch as many lines.

        The line may show the text of the one, and the other may hold nothing yet.
        """
        steps = parsed(path)
        parts = (value_at(self._plan, written(steps[:count])) for count in range(2, len(steps) + 1))
        shown = any(text in self._lines[self._line] for part in parts for text in _texts(part))
        return _Origin(lines, not shown, value_at(self._plan, path) in ((), "", None), len(steps), path)

    def within(self, path: str, shape: Shape, *, nullable: bool = False) -> Iterator[_Origin]:
        """Yield the places under `path` that touch the line."""
        if isinstance(shape, Record):
            for key in shape.keys:
                yield from self.within(f"{path}.{key.name}" if path else key.name, key.shape, nullable=key.nullable)
        elif isinstance(shape, ListOf):
            yield from self._list(path, shape.item)
        elif isinstance(shape, Attributes):
            for name, value in value_at(self._plan, path):
                place = written((*parsed(path), name))
                yield from self._leaf(place, f"{value}{_MORE}")
        else:
            yield from self._leaf(path, _other(value_at(self._plan, path), shape, nullable=nullable))

    def _leaf(self, path: str, value: Any) -> Iterator[_Origin]:
        lines = self.touched(_changed(self._plan, path, value))
        if lines < _NOWHERE:
            yield self.found(path, lines)

    def _list(self, path: str, item: Shape) -> Iterator[_Origin]:
        entries = value_at(self._plan, path)
        if not entries:
            if not isinstance(item, Record):
                yield from self._leaf(path, (_other("", item),))
            return
        lines = self.touched(replaced(self._plan, path, ()))
        if lines == _NOWHERE:
            return
        places = [place for number in range(len(entries)) for place in self._entry(f"{path}[{number}]", item)]
        yield from places
        if all(place.lines > lines for place in places):
            yield self.found(path, lines)

    def _entry(self, path: str, item: Shape) -> Iterator[_Origin]:
        lines = self.touched(removed(self._plan, path))
        if not isinstance(item, Record):
            value = value_at(self._plan, path)
            lines = min(lines, self.touched(_changed(self._plan, path, _other(value, item))))
        if lines == _NOWHERE:
            return
        yield self.found(path, lines)
        if isinstance(item, Record):
            # A part that takes as much away as its whole entry says no more than the entry.
            yield from (place for place in self.within(path, item) if place.lines < lines)


def origin(plan: Plan, render: Render, line: int, go_on: Callable[[], None] = lambda: None) -> str | None:
    """Return the place of the plan that made the line, counted from 0; None where no place did.

    `render` is a pure function that never raises; `go_on` is called before each rendering and may raise to end it.
    """
    search = _Search(plan, render, line, go_on)
    return min(search.within("", plan_shape()), default=_Origin(0, True, True, 0, "")).path or None


def _lines(text: str) -> list[str]:
    """Return the lines without the commas at their ends, which say what follows."""
    return [line.rstrip(",") for line in text.split("\n")]


def _texts(part: Any) -> Iterator[str]:
    """Yield the texts by which a line shows a part of the plan: its own, or the name of an entry."""
    texts = [part] if isinstance(part, str) else [getattr(part, name, "") for name in ("key", "name", "login")]
    yield from (text for text in texts if text)


def _other(value: Any, shape: Shape, *, nullable: bool = False) -> Any:
    """Return another value of that shape."""
    if isinstance(shape, Flag):
        return not value
    if isinstance(shape, Whole):
        return value + 60
    if isinstance(shape, Choice):
        texts = [text for text in shape.texts if text != value]
        return None if nullable and value is not None else shape.value(texts[0])
    text = value or ""
    return text.translate(_DIGITS) if text.isdigit() else f"{text}{_MORE}"


def _changed(plan: Plan, path: str, value: Any) -> Plan:
    """Return the plan with another value; what refers to a name follows it, as it does in the app."""
    steps = parsed(path)
    match steps:
        case ("tags", int(index), "key"):
            return tag_renamed(plan, index, value)
        case ("access", int(index), "name"):
            return grant_renamed(plan, index, value)
        case ("aws", "roles", int(index), "name"):
            return role_renamed(plan, index, value)
    return replaced(plan, path, value)
