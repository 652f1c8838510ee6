"""The permission policies of a role: what each grant allows, on the resources whose tags equal the person's.

What cannot be written without granting more than the plan says is left out, and named: :func:`left_out`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wizard.aws.division import divided
from wizard.aws.policy import Condition, Document, Effect, Statement, Values, sid
from wizard.aws.policy_text import can_be_variable, principal_tag, resource_tag
from wizard.plan.model import Grant, Plan, Role, Tag

SOURCE: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_attribute-based-access-control.html"
_ACTION: Final = re.compile(r"\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+")


@dataclass(frozen=True, slots=True)
class PermissionPolicy:
    """One permission policy of a role: its name, the role's own or with a number behind it, and its document."""

    name: str
    document: Document


class Reason(StrEnum):
    """Why a grant, or one action of it, stands in no policy."""

    MATCHES_NOTHING = "matches-nothing"
    """Without a match it would grant to everyone who signs in."""
    UNKNOWN_KEY = "unknown-key"
    """It matches on a key that is no tag of the plan: only the role's own tag could ever match."""
    UNWRITABLE_KEY = "unwritable-key"
    """It matches on a key that cannot stand in a policy variable and mean itself."""
    NO_ACTION = "no-action"
    """It names no action that can be written."""
    MALFORMED_ACTION = "malformed-action"
    """The text is no action, ``service:Action``; IAM would refuse the whole policy."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the plan that stands in no policy: its path, the reason, and the key or action that it is about."""

    path: str
    reason: Reason
    subject: str = ""


class Part(StrEnum):
    """A part of a grant that this version does not write."""

    SERVICES = "services"
    CREATE = "create"
    PROTECT_TAGS = "protect_tags"


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A part of a grant that is not written yet, and its path in the plan."""

    path: str
    part: Part


def permission_policies(plan: Plan, role: Role) -> tuple[PermissionPolicy, ...]:
    """Return the role's permission policies in the order of its grants; none where no grant can be written.

    One policy as long as it keeps to IAM's limit, else as many as it takes.
    """
    grants = dict.fromkeys(plan.grants(role))
    documents = divided(statement for grant in grants for statement in _statements(plan, role, grant))
    if len(documents) == 1:
        return (PermissionPolicy(role.name, documents[0]),)
    return tuple(PermissionPolicy(f"{role.name}-{number}", document) for number, document in enumerate(documents, 1))


def left_out(plan: Plan) -> tuple[LeftOut, ...]:
    """Return the grants and actions of the plan that stand in no policy, in plan order."""
    return tuple(found for index, grant in enumerate(plan.access) for found in _left_out(plan, index, grant))


def unwritten_parts(plan: Plan) -> tuple[Unwritten, ...]:
    """Return the parts of grants that ask for more than this version writes, in plan order."""
    return tuple(
        Unwritten(f"access[{index}].{part}", part)
        for index, grant in enumerate(plan.access)
        for part, asked in (
            (Part.SERVICES, bool(grant.services)),
            (Part.CREATE, grant.create),
            (Part.PROTECT_TAGS, grant.protect_tags),
        )
        if asked
    )


def _left_out(plan: Plan, index: int, grant: Grant) -> Iterable[LeftOut]:
    path = f"access[{index}]"
    if not grant.match:
        yield LeftOut(f"{path}.match", Reason.MATCHES_NOTHING)
    for place, key in enumerate(grant.match):
        tag = plan.tag(key)
        if tag is None:
            yield LeftOut(f"{path}.match[{place}]", Reason.UNKNOWN_KEY, key)
        elif not can_be_variable(tag.key):
            yield LeftOut(f"{path}.match[{place}]", Reason.UNWRITABLE_KEY, key)
    for place, action in enumerate(grant.actions):
        if not _ACTION.fullmatch(action):
            yield LeftOut(f"{path}.actions[{place}]", Reason.MALFORMED_ACTION, action)
    if not _actions(grant):
        yield LeftOut(f"{path}.actions", Reason.NO_ACTION)


def _statements(plan: Plan, role: Role, grant: Grant) -> Iterable[Statement]:
    actions = _actions(grant)
    tags = _matched(plan, grant)
    if actions and tags:
        conditions = _match(tags, signed_in=not role.trusted_roles)
        yield Statement(sid(grant.name), Effect.ALLOW, actions, resources=("*",), conditions=conditions)


def _actions(grant: Grant) -> Values:
    """Return the grant's actions as they are spelled, sorted, each once; IAM does not regard their case."""
    known: dict[str, str] = {}
    for action in grant.actions:
        if _ACTION.fullmatch(action):
            known.setdefault(action.lower(), action)
    return tuple(known[name] for name in sorted(known))


def _matched(plan: Plan, grant: Grant) -> tuple[Tag, ...]:
    """Return the tags that the grant matches on; none where one of them is missing or cannot be written.

    A grant without one of its keys would reach more than the plan says, so it is all of them or nothing.
    """
    tags = tuple(plan.tag(key) for key in grant.match)
    known = tuple(tag for tag in dict.fromkeys(tags) if tag is not None and can_be_variable(tag.key))
    return known if len(known) == len(dict.fromkeys(tags)) else ()


def _match(tags: tuple[Tag, ...], *, signed_in: bool) -> tuple[Condition, ...]:
    """Return the conditions that a resource's tags equal the person's.

    `signed_in` tells that the trust policy has refused every session without the required tags: nobody else comes
    into the role.
    """
    conditions = [condition for tag in tags for condition in _equal(tag, surely_present=tag.required and signed_in)]
    return tuple(sorted(conditions, key=lambda condition: condition.operator))


def _equal(tag: Tag, *, surely_present: bool) -> Iterable[Condition]:
    """Yield the conditions that one tag of the resource equals the person's, or is a member of the person's list.

    In the list ``:a:b:`` the pattern ``*:${aws:ResourceTag/KEY}:*`` finds a member; a resource tagged ``a:b`` would
    be found too, and one with an empty tag in a list with an empty member, so those are refused beside it. A missing
    resource tag leaves the variable unresolved, which never matches.
    """
    if tag.separator:
        pattern = f"*{tag.separator}{resource_tag(tag.key)}{tag.separator}*"
        yield Condition("StringLike", f"aws:PrincipalTag/{tag.key}", (pattern,))
        yield Condition("StringNotLike", f"aws:ResourceTag/{tag.key}", ("", f"*{tag.separator}*"))
        return
    yield Condition("StringEquals", f"aws:ResourceTag/{tag.key}", (principal_tag(tag.key),))
    if not surely_present:
        yield Condition("StringLike", f"aws:PrincipalTag/{tag.key}", ("?*",))
