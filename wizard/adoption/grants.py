"""Keeps grants of one name and different content apart, when they come from several roles."""

from collections.abc import Iterable

from wizard.frozen import replace
from wizard.plan.existing import Existing, ExistingRole
from wizard.plan.model import Grant


def with_distinct_grants(parts: Iterable[Existing]) -> tuple[Existing, ...]:
    """Return the parts with another name for each grant whose name a different one has, in the roles too."""
    made: dict[str, Grant] = {}
    return tuple(_distinct(part, made) for part in parts)


def _distinct(part: Existing, made: dict[str, Grant]) -> Existing:
    names: dict[str, str] = {}
    for grant in part.grants:
        named = _free(grant, made)
        made[named.name] = named
        names[grant.name] = named.name
    if not names:
        return part
    grants = tuple(made[name] for name in names.values())
    return replace(part, grants=grants, roles=tuple(_renamed(role, names) for role in part.roles))


def _free(grant: Grant, made: dict[str, Grant]) -> Grant:
    named, number = grant, 1
    while made.get(named.name, named) != named:
        number += 1
        named = replace(grant, name=f"{grant.name}-{number}")
    return named


def _renamed(role: ExistingRole, names: dict[str, str]) -> ExistingRole:
    return replace(role, access=tuple(names.get(name, name) for name in role.access or ()))
