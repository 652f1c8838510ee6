"""What changed between two plans in words, by place: what the table lists, and where each line leads."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from wizard.access.plan_changes import Change, Difference, differences
from wizard.app.compare.field_words import field_words
from wizard.app.flow import step_for
from wizard.app.place import place_words
from wizard.app.steps.registry import all_steps
from wizard.language import N_, _
from wizard.plan.model import Plan
from wizard.plan.path import parsed
from wizard.quoting.wording import seen

_KINDS: Final = {
    Change.ADDED: N_("added"),
    Change.REMOVED: N_("removed"),
    Change.CHANGED: N_("changed"),
    Change.REORDERED: N_("another order"),
}
_ENTRIES: Final = frozenset({"tags", "roles", "access", "people"})
"""The lists whose entries are places of their own; what is added to another list changes a field."""
_LONGEST: Final = 2_000


class ChangeLine(NamedTuple):
    """One change.

    Attributes:
        path: where the new plan is edited to have it otherwise. place: that place in words.
        field: what of it changed, empty for an entry as a whole. kind: what became of it, in words. change: the same.
        old, new: the values in words; empty on the side where it does not stand.
    """

    path: str
    place: str
    field: str
    kind: str
    change: Change
    old: str
    new: str

    def text(self) -> str:
        """Return all of it, to be read."""
        head = _("{place}: {field}").format(place=self.place, field=self.field) if self.field else self.place
        lines = [head, self.kind, ""]
        if self.change is not Change.ADDED:
            lines += [_("Before:"), self.old, ""]
        if self.change is not Change.REMOVED:
            lines += [_("Now:"), self.new]
        return "\n".join(lines).rstrip()


def change_lines(old: Plan, new: Plan) -> tuple[ChangeLine, ...]:
    """Return the changes in the order of the steps, those of one place together."""
    order = {step.id: number for number, step in enumerate(all_steps())}
    found = [(order[step_for(each.path).id], _line(old, new, each)) for each in differences(old, new)]
    first: dict[str, int] = {}
    for number, (_step, line) in enumerate(found):
        first.setdefault(line.place, number)
    return tuple(line for _step, line in sorted(found, key=lambda one: (one[0], first[one[1].place])))


def _line(old: Plan, new: Plan, each: Difference) -> ChangeLine:
    steps = _steps(each.path)
    entry = bool(steps) and isinstance(steps[-1], int)
    names = tuple(step for step in steps if isinstance(step, str))
    whole = entry and names[-1] in _ENTRIES and not (names[-1] == "access" and names[0] == "aws")
    removed = each.change is Change.REMOVED
    field = "" if whole else field_words(names)
    return ChangeLine(
        path=_container(each.path) if removed else each.path,
        place=_place(old if removed else new, each.path, whole=whole),
        field=field,
        kind=_(_KINDS[each.change]),
        change=each.change,
        old="" if each.change is Change.ADDED else _value_words(each.old, names),
        new="" if removed else _value_words(each.new, names),
    )


def _place(plan: Plan, path: str, *, whole: bool) -> str:
    """Return the place in words: an entry of a list of texts is no place of its own, the field is."""
    return seen(place_words(plan, path if whole or not path.endswith("]") else _container(path)), _LONGEST)


def _steps(path: str) -> tuple[str | int, ...]:
    try:
        return parsed(path)
    except LookupError:
        return tuple(path.split("."))


def _container(path: str) -> str:
    """Return the place in which one lies, which is there in the new plan too."""
    return path[: max(path.rfind("["), path.rfind("."), 0)]


def _value_words(value: Any, names: tuple[str, ...]) -> str:
    """Return the value that stands at the names of a path in words, its own fields as their pages call them."""
    if value is None or value in ("", [], {}):
        return _("nothing")
    return seen("; ".join(_parts(value, names)), _LONGEST)


def _parts(value: Any, names: tuple[str, ...]) -> Iterable[str]:
    if isinstance(value, dict):
        for name, held in value.items():
            words = _value_words(held, (*names, name)).replace("; ", ", ")
            yield _("{name}: {value}").format(name=field_words((*names, name)), value=words)
    elif isinstance(value, list):
        for each in value:
            yield _value_words(each, names).replace("; ", ", ")
    elif isinstance(value, bool):
        yield _("yes") if value else _("no")
    else:
        yield str(value)
