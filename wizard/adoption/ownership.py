"""Finds the role to which a permission policy belongs, since no policy says it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from wizard.adoption.reading import Given
from wizard.aws.existing.permissions import existing_permissions
from wizard.frozen import replace
from wizard.language import N_
from wizard.plan.existing import Existing, ExistingRole, Remark, guessed, untold
from wizard.quoting.wording import quoted


def permissions_of(given: Iterable[Given], parts: Iterable[Existing]) -> Iterator[Existing]:
    """Yield what the permission policies tell, those of one role together; `parts` hold the roles that are known."""
    policies = tuple(given)
    known = dict.fromkeys(role.name for part in parts for role in part.roles if role.name)
    pieces = Counter(_piece_of(each.stem) for each in policies)
    groups: dict[str, list[Given]] = {}
    for each in policies:
        groups.setdefault(each.role or _owner(each.stem, tuple(known), pieces), []).append(each)
    for name, members in groups.items():
        members.sort(key=lambda each: _number(each.stem))
        role, remarks = _role(name, tuple(known), members)
        found = existing_permissions(each.policy for each in members)
        roles = () if role is None else (ExistingRole(role, access=tuple(grant.name for grant in found.grants)),)
        source = members[0].policy.name
        said = tuple(remark._replace(source=source) for remark in (*found.remarks, *remarks))
        yield replace(found, roles=roles, remarks=said)


def _piece_of(stem: str) -> str:
    """Return what a bundle calls a role whose policies are in several files: ``okta-abac`` of ``okta-abac-2``."""
    return re.sub(r"-[0-9]+$", "", stem)


def _number(stem: str) -> int:
    """Return which piece it is; 0 for a policy that is whole."""
    found = re.search(r"-([0-9]{1,6})$", stem)
    return int(found[1]) if found else 0


def _owner(stem: str, known: tuple[str, ...], pieces: Counter[str]) -> str:
    """Return the name of the role that the file's name gives; of several pieces the same for all of them."""
    whole = _piece_of(stem)
    if stem in known or (whole not in known and pieces[whole] < 2):
        return stem
    return whole


def _role(name: str, known: tuple[str, ...], members: list[Given]) -> tuple[str | None, tuple[Remark, ...]]:
    if name in known or any(each.role for each in members):
        return name, ()
    if len(known) == 1:
        return known[0], (guessed(N_("The role {name} has the policy: it is the only one."), name=quoted(known[0])),)
    return None, (untold(N_("Which role has the policy: it does not say, and its file's name is no role's.")),)
