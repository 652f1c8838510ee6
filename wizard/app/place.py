"""A place of the plan in words: ``tags[1].key`` is "Tags › project › key" to the person at the keyboard."""

from typing import Any

from wizard.app.entry_name import name_of
from wizard.app.flow import step_for
from wizard.language import _
from wizard.plan.model import Plan
from wizard.plan.path import child, parsed
from wizard.quoting.wording import seen


def place_words(plan: Plan, path: str) -> str:
    """Return the place in words: its step, then the entry of the list, then the field; the step alone for none."""
    words = [_(step_for(path).title)]
    value: Any = plan
    for step in _steps(path):
        try:
            value = child(value, step)
        except LookupError:
            break
        if isinstance(step, int):
            words.append(_entry(value, step))
    return " › ".join(words)


def _steps(path: str) -> tuple[str | int, ...]:
    try:
        return parsed(path)
    except LookupError:
        return ()


def _entry(value: Any, index: int) -> str:
    if isinstance(value, str):
        return seen(value) or f"{index + 1}"
    return seen(name_of(value)) or f"{index + 1}"
