"""Editing: pure functions from a plan to a new plan. None of them judges; a plan may become wrong."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from wizard.plan.model import Grant, Plan, Profile
from wizard.plan.path import Step, Steps, child, parsed


def _with(part: Any, step: Step, value: Any) -> Any:
    if not isinstance(part, tuple):
        return replace(part, **{str(step): value})
    if isinstance(step, int):
        return (*part[:step], value, *part[step + 1 :])
    return _with_attribute(part, step, value)


def _with_attribute(profile: Profile, name: str, value: Any) -> Profile:
    if any(known == name for known, _ in profile):
        return tuple((known, value if known == name else old) for known, old in profile)
    return (*profile, (name, value))


def _changed(part: Any, steps: Steps, change: Callable[[Any], Any]) -> Any:
    if not steps:
        return change(part)
    step, *rest = steps
    return _with(part, step, _changed(child(part, step), tuple(rest), change))


def replaced(plan: Plan, path: str, value: Any) -> Plan:
    """Return the plan with `value` at `path`: a field, a list entry, or a profile attribute, new or known.

    LookupError where the plan has no such place.
    """
    *steps, last = parsed(path)
    return _as_plan(_changed(plan, tuple(steps), lambda part: _with(part, last, value)))


def inserted(plan: Plan, path: str, item: Any, at: int | None = None) -> Plan:
    """Return the plan with `item` in the list at `path`, before the entry `at`, at the end without it."""

    def grown(items: tuple[Any, ...]) -> tuple[Any, ...]:
        index = len(items) if at is None else at
        return (*items[:index], item, *items[index:])

    return _as_plan(_changed(plan, parsed(path), grown))


def removed(plan: Plan, path: str) -> Plan:
    """Return the plan without the list entry or the profile attribute at `path`."""
    *steps, last = parsed(path)

    def shrunk(items: tuple[Any, ...]) -> tuple[Any, ...]:
        if isinstance(last, int):
            items[last]
            return (*items[:last], *items[last + 1 :])
        return tuple(pair for pair in items if pair[0] != last)

    return _as_plan(_changed(plan, tuple(steps), shrunk))


def moved(plan: Plan, path: str, to: int) -> Plan:
    """Return the plan with the list entry at `path` (``tags[2]``) at the index `to` of its list."""
    *steps, last = parsed(path)

    def reordered(items: tuple[Any, ...]) -> tuple[Any, ...]:
        index = int(last)
        others = [*items[:index], *items[index + 1 :]]
        others.insert(to, items[index])
        return tuple(others)

    return _as_plan(_changed(plan, tuple(steps), reordered))


def tag_renamed(plan: Plan, index: int, key: str) -> Plan:
    """Return the plan with another key for a tag, in the grants that match on it too."""
    old = plan.tags[index].key
    renamed = replaced(plan, f"tags[{index}].key", key)
    if any(tag.key == old for tag in renamed.tags) or not old:
        return renamed
    return replace(renamed, access=tuple(_rematched(grant, old, key) for grant in renamed.access))


def _rematched(grant: Grant, old: str, key: str) -> Grant:
    return replace(grant, match=tuple(key if matched == old else matched for matched in grant.match))


def grant_renamed(plan: Plan, index: int, name: str) -> Plan:
    """Return the plan with another name for a grant, in the roles that refer to it too."""
    old = plan.access[index].name
    renamed = replaced(plan, f"access[{index}].name", name)
    if any(grant.name == old for grant in renamed.access) or not old:
        return renamed
    roles = tuple(
        replace(role, access=tuple(name if known == old else known for known in role.access))
        for role in renamed.aws.roles
    )
    return replace(renamed, aws=replace(renamed.aws, roles=roles))


def _as_plan(value: Any) -> Plan:
    assert isinstance(value, Plan)  # noqa: S101 - narrows for the type checker; the root of a plan is a plan
    return value
