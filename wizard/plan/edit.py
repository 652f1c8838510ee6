"""Editing: pure functions from a plan to a new plan. None of them judges; a plan may become wrong.

All raise LookupError where the plan has no place of that path or index.
"""

from collections.abc import Callable
from typing import Any

from wizard.frozen import replace
from wizard.plan.model import Person, Plan, Role
from wizard.plan.path import Step, Steps, parsed, written
from wizard.plan.shape import Attributes, ListOf, Record, Shape, plan_shape

Change = Callable[[Any, Shape | None], Any]
"""From a part of a plan, and its shape, to what takes its place."""


def replaced(plan: Plan, path: str, value: Any) -> Plan:
    """Return the plan with `value` at `path`: a field, a list entry, or a profile attribute, new or known."""
    return _changed(plan, parsed(path), lambda _part, _shape: value)


def inserted(plan: Plan, path: str, item: Any, at: int | None = None) -> Plan:
    """Return the plan with `item` in the list at `path`, before the entry `at`, at the end without it.

    A profile takes a pair of name and value.
    """

    def grown(items: Any, _shape: Shape | None) -> Any:
        if isinstance(items, tuple):
            index = len(items) if at is None else at
            return (*items[:index], item, *items[index:])
        raise LookupError(f"no list: {path}")

    return _changed(plan, parsed(path), grown)


def removed(plan: Plan, path: str) -> Plan:
    """Return the plan without the list entry or the profile attribute at `path`."""
    steps, last = _parted(path)

    def shrunk(items: Any, shape: Shape | None) -> Any:
        if isinstance(last, int) and isinstance(items, tuple) and last < len(items):
            return (*items[:last], *items[last + 1 :])
        if isinstance(shape, Attributes) and any(name == last for name, _ in items):
            return tuple(pair for pair in items if pair[0] != last)
        raise LookupError(path)

    return _changed(plan, steps, shrunk)


def moved(plan: Plan, path: str, to: int) -> Plan:
    """Return the plan with the list entry at `path` (``tags[2]``) at the index `to` of its list."""
    steps, last = _parted(path)

    def reordered(items: Any, _shape: Shape | None) -> Any:
        if not isinstance(last, int) or not isinstance(items, tuple) or last >= len(items):
            raise LookupError(path)
        others = [*items[:last], *items[last + 1 :]]
        others.insert(to, items[last])
        return tuple(others)

    return _changed(plan, steps, reordered)


def tag_renamed(plan: Plan, index: int, key: str) -> Plan:
    """Return the plan with another key for a tag, in the grants that match on it too."""
    old = plan.tags[index].key
    renamed = replaced(plan, f"tags[{index}].key", key)
    if any(tag.key == old for tag in renamed.tags) or not old:
        return renamed
    grants = (replace(grant, match=_exchanged(grant.match, old, key)) for grant in renamed.access)
    return replace(renamed, access=tuple(grants))


def grant_renamed(plan: Plan, index: int, name: str) -> Plan:
    """Return the plan with another name for a grant, in the roles that refer to it too."""
    old = plan.access[index].name
    renamed = replaced(plan, f"access[{index}].name", name)
    if any(grant.name == old for grant in renamed.access) or not old:
        return renamed
    return _with_roles(renamed, lambda role: replace(role, access=_exchanged(role.access, old, name)))


def grant_removed(plan: Plan, index: int) -> Plan:
    """Return the plan without a grant; the roles no longer refer to it, unless another grant has its name."""
    old = plan.access[index].name
    rest = removed(plan, f"access[{index}]")
    if any(grant.name == old for grant in rest.access):
        return rest
    return _with_roles(rest, lambda role: replace(role, access=tuple(name for name in role.access if name != old)))


def role_renamed(plan: Plan, index: int, name: str) -> Plan:
    """Return the plan with another name for a role, in the ARNs by which its own roles trust it too."""
    old = plan.aws.roles[index].name
    renamed = replaced(plan, f"aws.roles[{index}].name", name)
    if any(role.name == old for role in renamed.aws.roles) or not old:
        return renamed
    partition = plan.aws.partition
    arns = {
        f"arn:{partition}:iam::{account}:role/{old}": f"arn:{partition}:iam::{account}:role/{name}"
        for account in plan.aws.accounts
    }
    return _with_roles(
        renamed, lambda role: replace(role, trusted_roles=tuple(arns.get(arn, arn) for arn in role.trusted_roles))
    )


def person_renamed(plan: Plan, index: int, login: str) -> Plan:
    """Return the plan with another login for a sample person, in the profile too where that repeats the login."""
    person = plan.people[index]
    profile = tuple(
        (name, login if name == "login" and value == person.login else value) for name, value in person.profile
    )
    return replaced(plan, f"people[{index}]", Person(login, profile))


def attribute_renamed(plan: Plan, old: str, new: str) -> Plan:
    """Return the plan with another name for a profile attribute, in everybody's profile that lacks the new name."""
    return replace(plan, people=tuple(_with_renamed(person, old, new) for person in plan.people))


def _with_renamed(person: Person, old: str, new: str) -> Person:
    if any(name == new for name, _ in person.profile):
        return person
    return replace(person, profile=tuple((new if name == old else name, value) for name, value in person.profile))


def _with_roles(plan: Plan, change: Callable[[Role], Role]) -> Plan:
    return replace(plan, aws=replace(plan.aws, roles=tuple(change(role) for role in plan.aws.roles)))


def _exchanged(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(new if name == old else name for name in names)


def _parted(path: str) -> tuple[Steps, Step]:
    steps = parsed(path)
    if not steps:
        raise LookupError("the plan as a whole has no place in a list")
    return steps[:-1], steps[-1]


def _changed(plan: Plan, steps: Steps, change: Change) -> Plan:
    name, *rest = steps or ("",)
    key = plan_shape().key(str(name))
    if key is None:
        raise LookupError(written(steps))
    return replace(plan, **{key.name: _rebuilt(getattr(plan, key.name), key.shape, tuple(rest), change)})


def _rebuilt(part: Any, shape: Shape | None, steps: Steps, change: Change) -> Any:
    """Return the part with what stands at `steps` under it changed; `shape` is None within an attribute's value."""
    if not steps:
        return change(part, shape)
    step, rest = steps[0], steps[1:]
    match shape:
        case Record() if (key := shape.key(str(step))) is not None:
            return replace(part, **{key.name: _rebuilt(getattr(part, key.name), key.shape, rest, change)})
        case ListOf(item) if isinstance(step, int) and step < len(part):
            return (*part[:step], _rebuilt(part[step], item, rest, change), *part[step + 1 :])
        case Attributes() if isinstance(step, str):
            known = dict(part)
            if step not in known and rest:
                raise LookupError(step)
            return tuple({**known, step: _rebuilt(known.get(step), None, rest, change)}.items())
        case None if isinstance(step, int) and isinstance(part, tuple) and step < len(part):
            return (*part[:step], _rebuilt(part[step], None, rest, change), *part[step + 1 :])
    raise LookupError(written(steps))
