"""The permission policies of a role: what its grants allow, on the resources whose tags equal the person's.

What cannot be written without granting more than the plan says is left out, and named: :func:`left_out`.
"""

from typing import Final

from wizard.aws.division import divided
from wizard.aws.grant.conditions import Terms
from wizard.aws.grant.effect import GrantEffect, grant_effect, matched_tags, protected_tags, unmatched, unread
from wizard.aws.grant.outcome import LeftOut, Note, Reason, Topic
from wizard.aws.grant.protection import protection
from wizard.aws.grant.proxy import proxy_refusals
from wizard.aws.policy import Document
from wizard.aws.policy_plan import permission_plan
from wizard.frozen import Frozen, replace
from wizard.plan.memory import remembered
from wizard.plan.model import Grant, Plan, Role

__all__ = [
    "LeftOut",
    "Note",
    "PermissionPolicy",
    "Reason",
    "Topic",
    "creating_actions",
    "left_out",
    "notes",
    "permission_policies",
]

SOURCE: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_attribute-based-access-control.html"


class PermissionPolicy(Frozen):
    """One permission policy of a role: its name, the role's own or with a number behind it, and its document."""

    name: str
    document: Document


def permission_policies(plan: Plan, role: Role) -> tuple[PermissionPolicy, ...]:
    """Return the role's permission policies, what protects the tags first; none where no grant can be written.

    Policies are attached one after the other, and whoever stops halfway must not leave the tags open. One policy as
    long as it keeps to IAM's limit, else as many as it takes. NoTable where the installation lacks the coverage table.
    """
    return _policies(permission_plan(plan), role.name, role.access, role.trusted_roles)


@remembered(512)
def _policies(
    plan: Plan, name: str, access: tuple[str, ...], trusted_roles: tuple[str, ...]
) -> tuple[PermissionPolicy, ...]:
    role = Role(name, access=access, trusted_roles=trusted_roles)
    grants = dict.fromkeys(plan.grants(role))
    # In a role that others chain into, sessions may lack a required tag.
    found = (_effect(plan, grant, not trusted_roles) for grant in grants)
    effects = [effect for effect in found if effect is not None]
    statements = [statement for effect in effects for statement in effect.statements]
    setting = tuple(dict.fromkeys(action for effect in effects for action in effect.setting))
    removing = tuple(dict.fromkeys(action for effect in effects for action in effect.removing))
    proxies = [action for effect in effects for action in effect.proxies]
    refusals = (
        *protection(protected_tags(plan), setting, removing),
        *proxy_refusals(proxies, plan.aws.partition),
    )
    documents = divided((*refusals, *statements))
    if len(documents) == 1:
        return (PermissionPolicy(name, documents[0]),)
    return tuple(PermissionPolicy(f"{name}-{number}", document) for number, document in enumerate(documents, 1))


def left_out(plan: Plan) -> tuple[LeftOut, ...]:
    """Return the grants and actions of the plan that stand in no policy, in plan order."""
    return _left_out(permission_plan(plan))


@remembered(16)
def _left_out(plan: Plan) -> tuple[LeftOut, ...]:
    return tuple(
        replace(part, path=f"access[{index}].{part.path}")
        for index, grant in enumerate(plan.access)
        for part in (*unmatched(plan, grant), *_unlimited(plan, grant))
    )


def notes(plan: Plan) -> tuple[Note, ...]:
    """Return what the administrator has to know of the grants that are written, in plan order."""
    return _notes(permission_plan(plan))


@remembered(16)
def _notes(plan: Plan) -> tuple[Note, ...]:
    return tuple(
        replace(note, path=f"access[{index}].{note.path}")
        for index, grant in enumerate(plan.access)
        if (effect := _effect(plan, grant, True)) is not None
        for note in effect.notes
    )


def creating_actions(plan: Plan) -> tuple[str, ...]:
    """Return the actions of all grants that create what is tagged as the person's own, sorted, by full name."""
    read = permission_plan(plan)
    effects = (_effect(read, grant, True) for grant in read.access)
    return tuple(sorted({action for effect in effects if effect is not None for action in effect.creating}))


def _unlimited(plan: Plan, grant: Grant) -> tuple[LeftOut, ...]:
    effect = _effect(plan, grant, True)
    return unread(grant) if effect is None else effect.left_out


@remembered(512)
def _effect(plan: Plan, grant: Grant, signed_in: bool) -> GrantEffect | None:
    """Return what the grant comes to in a role, None where its match cannot be written."""
    match = matched_tags(plan, grant)
    if not match:
        return None
    return grant_effect(grant, Terms(plan.aws.partition, match, protected_tags(plan), signed_in))
