"""What a name in a file means: a SAML attribute, a condition key, an operator, an action of STS; and the tag in it.

Facts: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html,
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html,
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html,
read 2026-11-24.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from wizard.language import N_, _
from wizard.plan.model import Plan
from wizard.saml.names import (
    IDENTITY_CENTER_TAG,
    PREFIX,
    PRINCIPAL_TAG,
    ROLE,
    ROLE_SESSION_NAME,
    SESSION_DURATION,
    SOURCE_IDENTITY,
    TRANSITIVE_TAG_KEYS,
)


class ExplainedName(NamedTuple):
    """A name as it stands in the line, and what it means, in the language that is spoken."""

    name: str
    text: str


_FIXED: Final = {
    TRANSITIVE_TAG_KEYS: N_(
        "Lists the keys of the tags that stay on the session when its role is changed for another one. AWS reads one "
        "AttributeValue for each key."
    ),
    ROLE: N_("The role that the person signs in to, and the SAML provider. Okta's app sends it by itself."),
    ROLE_SESSION_NAME: N_("Names the session in CloudTrail. Okta's app sends the person's login."),
    SESSION_DURATION: N_("How long the session lasts, in seconds, at most as long as the role allows."),
    SOURCE_IDENTITY: N_("A name of the person that stays on every session that begins with this sign-in."),
    "urn:oasis:names:tc:SAML:2.0:attrname-format:uri": N_(
        "The name format “URI Reference”: the attribute's name is a URI, which those of AWS are."
    ),
    "aws:TagKeys": N_(
        "The keys of all tags in the call. In a trust policy this keeps out every session tag that the plan does not "
        "know; here AWS compares the keys with regard to case."
    ),
    "sts:TransitiveTagKeys": N_("The keys of the tags that the sign-in asks to be transitive. None but these pass."),
    "SAML:aud": N_(
        "The address that the assertion was sent to, from its Recipient. It keeps an assertion that was made for "
        "another service out of AWS."
    ),
    "ec2:CreateAction": N_(
        "The call that creates the resource. Tags may be set along with that call, not later by this statement."
    ),
    "sts:AssumeRoleWithSAML": N_("Signing in to the role with the assertion."),
    "sts:TagSession": N_("Carrying session tags. A sign-in with tags is refused where the trust policy lacks it."),
    "sts:AssumeRole": N_("Changing from a session of another role into this one."),
    "ForAllValues": N_(
        "Every value that the call has must be among these. It holds for a call that has none, too; another condition "
        "sees to that."
    ),
    "ForAnyValue": N_("One of the values that the call has must be among these."),
    "IfExists": N_("The condition is asked only where the call has that key at all."),
    "StringEquals": N_("The text must be one of these, with regard to case."),
    "StringNotEquals": N_(
        "The text must be none of these, with regard to case. It holds for a call without that key, too."
    ),
    "StringEqualsIgnoreCase": N_("The text must be one of these, whatever its case."),
    "StringLike": N_(
        "The text must fit one of these patterns: * is any text, ? is one character. “?*” is any but none."
    ),
    "StringNotLike": N_("The text must fit none of these patterns. It holds for a call without that key, too."),
    "Null": N_("“true”: the call must not have that key. “false”: it must have it."),
}
_KEYED: Final = {
    "aws:PrincipalTag/": N_(
        "The session tag “{key}” of whoever calls. AWS takes it from the assertion at the sign-in."
    ),
    "aws:RequestTag/": N_(
        "The tag “{key}” in the call itself: at a sign-in the session tag that is asked for, otherwise the tag that is "
        "being set on a resource."
    ),
    "aws:ResourceTag/": N_("The tag “{key}” on the resource that the call works on."),
    PRINCIPAL_TAG: N_("The session tag “{key}”. AWS puts it on the session, and policies read it as {variable}."),
    IDENTITY_CENTER_TAG: N_("The tag “{key}” for IAM Identity Center. IAM federation does not read it."),
}


@cache
def _names() -> re.Pattern[str]:
    """Return the pattern of all names; it is large, and asked for when the first is pointed at."""
    return re.compile(
        f"{re.escape(PREFIX)}(?:(?:PrincipalTag|AccessControl):[^\"'<>]*?(?=[\"'<>\\\\]|$|\\s*$)|[A-Za-z]+)"
        r"|urn:oasis:names:tc:SAML:2\.0:attrname-format:uri"
        r"|aws:(?:PrincipalTag|RequestTag|ResourceTag)/[^\"}]+"
        r"|aws:TagKeys|sts:TransitiveTagKeys|SAML:aud|ec2:CreateAction"
        r"|sts:(?:AssumeRoleWithSAML|AssumeRole|TagSession)\b"
        r"|\b(?:ForAllValues:|ForAnyValue:)?(?:String(?:Not)?(?:EqualsIgnoreCase|Equals|Like)(?:IfExists)?|Null)\b",
        re.IGNORECASE,
    )


def explained_name(plan: Plan, line: str, column: int | None = None) -> ExplainedName | None:
    """Return what the name at a column of the line means, else the line's first; None where it holds none."""
    from html import unescape  # noqa: PLC0415 - brings two thousand names of characters, for a name that is pointed at

    found = list(_names().finditer(line))
    if not found:
        return None
    at = next((match for match in found if column is not None and match.start() <= column <= match.end()), found[0])
    name = unescape(at[0])
    text = _meaning(plan, name)
    return ExplainedName(name, text) if text else None


def _meaning(plan: Plan, name: str) -> str:
    for beginning, template in _KEYED.items():
        if name.casefold().startswith(beginning.casefold()):
            key = name[len(beginning) :]
            variable = f"aws:PrincipalTag/{key}"
            return f"{_(template).format(key=key, variable=variable)} {_origin(plan, key)}".rstrip()
    if name in _FIXED:
        return _(_FIXED[name])
    parts = [_(_FIXED[part]) for part in re.split(r":|(?=IfExists)", name) if part in _FIXED]
    return " ".join(parts)


def _origin(plan: Plan, key: str) -> str:
    """Say where the plan gets the tag's value, and how it is treated; nothing for a key that the plan lacks."""
    tag = plan.tag(key)
    if tag is None:
        return ""
    said = [_("Its value is Okta's {value}.").format(value=tag.value)] if tag.value else []
    said.append(_("The plan requires it.") if tag.required else _("The plan does not require it."))
    if tag.transitive:
        said.append(_("It is transitive."))
    return " ".join(said)
