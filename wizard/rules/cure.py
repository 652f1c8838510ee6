"""Builds the cures that many rules offer: put a value at a place, or take an entry away.

A cure belongs to the plan that its finding was made of: its places are places of that plan.
"""

from functools import partial
from typing import Any

from wizard.plan.edit import removed, replaced, tag_renamed
from wizard.plan.model import Plan
from wizard.quoting.wording import seen
from wizard.rules.finding import Fix


def _seen(values: dict[str, object]) -> dict[str, object]:
    return {name: seen(value) if isinstance(value, str) else value for name, value in values.items()}


def replacement(label: str, path: str, value: Any, /, *, safe: bool = False, **values: object) -> Fix:
    """Return the cure that puts `value` at `path`."""
    return Fix(label, partial(replaced, path=path, value=value), safe, _seen(values))


def removal(label: str, path: str, /, *, safe: bool = False, **values: object) -> Fix:
    """Return the cure that takes the list entry at `path` away."""
    return Fix(label, partial(removed, path=path), safe, _seen(values))


def renaming(label: str, index: int, key: str, /, *, safe: bool = False, **values: object) -> Fix:
    """Return the cure that gives the tag at `index` another key, in the grants that match on it too."""

    def renamed(plan: Plan) -> Plan:
        return tag_renamed(plan, index, key)

    return Fix(label, renamed, safe, _seen(values))
