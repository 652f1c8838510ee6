"""What an edit did, in words, worked out from the plan before and the plan after it: a thing has the name it has there.

A new entry is named after it was added, so no words that were fixed at its addition could name it.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from wizard.app.compare.field_words import field_words
from wizard.app.entry_name import NAMING, name_of
from wizard.language import N_, _
from wizard.plan.model import Plan
from wizard.plan.path import Step, child, parsed, value_at
from wizard.quoting.wording import seen
from wizard.rules.finding import Fix

EditWords = Callable[[Plan, Plan], str]
"""From the plan before an edit and the plan after it to the words of the edit."""

_ADDED: Final = {
    "tags": (N_("add a tag"), N_("add tag {name}")),
    "aws.roles": (N_("add a role"), N_("add role {name}")),
    "access": (N_("add a grant"), N_("add grant {name}")),
    "people": (N_("add a person"), N_("add person {name}")),
}
_REMOVED: Final = {
    "tags": (N_("remove a tag"), N_("remove tag {name}")),
    "aws.roles": (N_("remove a role"), N_("remove role {name}")),
    "access": (N_("remove a grant"), N_("remove grant {name}")),
    "people": (N_("remove a person"), N_("remove person {name}")),
}
_MOVED: Final = {
    "tags": (N_("move a tag"), N_("move tag {name}")),
    "aws.roles": (N_("move a role"), N_("move role {name}")),
    "access": (N_("move a grant"), N_("move grant {name}")),
    "people": (N_("move a person"), N_("move person {name}")),
}
_RENAMED: Final = {
    "tags": N_("rename tag {name}"),
    "aws.roles": N_("rename role {name}"),
    "access": N_("rename grant {name}"),
    "people": N_("rename person {name}"),
}
_NUMBERED: Final = {
    "tags": N_("tag {number}"),
    "aws.roles": N_("role {number}"),
    "access": N_("grant {number}"),
    "people": N_("person {number}"),
}
_SHORT: Final = 60
"""Characters of a name: the menu of undo shows one line, and the field beside it."""


def added(path: str) -> EditWords:
    """Return the words of an entry that was put at the end of the list at `path`."""
    return lambda _before, after: _worded(_ADDED[path], name_of(value_at(after, path)[-1]))


def removed_words(plan: Plan, path: str, rows: list[int]) -> str:
    """Return the words of these entries' removal from the list at `path`."""
    return _worded(_REMOVED[path], _names(plan, path, rows))


def moved_words(plan: Plan, path: str, rows: list[int]) -> str:
    """Return the words of moving these entries of the list at `path`."""
    return _worded(_MOVED[path], _names(plan, path, rows))


def changed(path: str) -> EditWords:
    """Return the words of a change at `path`: of what, and what came to a list or left it where that is one thing."""
    return lambda before, after: _change(path, before, after)


def fixed(fix: Fix) -> EditWords:
    """Return the words of a fix: those of its button, quoted, as they are a sentence of their own."""
    return lambda _before, _after: _("“{button}”").format(button=fix.text(_))


def _change(path: str, before: Plan, after: Plan) -> str:
    steps = parsed(path)
    renamed = _renamed(steps, before)
    if renamed:
        return renamed
    field = field_words(tuple(step for step in steps if isinstance(step, str)))
    entry = _entry(steps, before, after)
    new, old = _contents(before, after, steps)
    value = next(iter({**new, **old}), "")
    if len(new) == 1 and not old and value:
        template = _("add {value} to {field} of {entry}") if entry else _("add {value} to {field}")
    elif len(old) == 1 and not new and value:
        template = _("remove {value} from {field} of {entry}") if entry else _("remove {value} from {field}")
    else:
        template = _("change {field} of {entry}") if entry else _("change {field}")
    return template.format(field=field, entry=entry, value=seen(value, _SHORT))


def _renamed(steps: tuple[Step, ...], before: Plan) -> str:
    """Return the words of a change to an entry's name, by the name that it had; nothing for another change."""
    at, (path, last) = steps[-2:-1], (".".join(map(str, steps[:-2])), steps[-1] if steps else "")
    if not at or NAMING.get(path) != last:
        return ""
    name = name_of(_value(before, steps[:-1])) or str(int(at[0]) + 1)
    return _(_RENAMED[path]).format(name=seen(name, _SHORT))


def _entry(steps: tuple[Step, ...], before: Plan, after: Plan) -> str:
    """Return the entry of a list in which the place lies, by the name that it had or has, else by its number."""
    at = next((at for at, step in enumerate(steps) if isinstance(step, int)), None)
    if at is None:
        return ""
    names = (name_of(_value(plan, steps[: at + 1])) for plan in (before, after))
    name = next(filter(None, names), "")
    if name:
        return seen(name, _SHORT)
    path = ".".join(map(str, steps[:at]))
    return _(_NUMBERED.get(path, "{number}")).format(number=int(steps[at]) + 1)


def _contents(before: Plan, after: Plan, steps: tuple[Step, ...]) -> tuple[Counter[str], Counter[str]]:
    """Return what the list at the place holds now and did not before, and what it no longer holds."""
    old, new = (Counter(_texts(_value(plan, steps))) for plan in (before, after))
    return new - old, old - new


def _texts(value: Any) -> list[str]:
    """Return what a list of texts, or a profile, holds by name; nothing for any other value."""
    if not isinstance(value, tuple):
        return []
    return [str(item[0] if isinstance(item, tuple) else item) for item in value]


def _value(plan: Plan, steps: tuple[Step, ...]) -> Any:
    value: Any = plan
    for step in steps:
        try:
            value = child(value, step)
        except LookupError:
            return None
    return value


def _names(plan: Plan, path: str, rows: list[int]) -> str:
    entries = value_at(plan, path)
    return ", ".join(filter(None, (name_of(entries[row]) for row in rows)))


def _worded(templates: tuple[str, str], name: str) -> str:
    return _(templates[1]).format(name=seen(name, _SHORT)) if name else _(templates[0])
