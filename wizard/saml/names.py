"""The names of the SAML attributes that AWS reads, and what a name says."""

from typing import Final

from wizard.okta.attribute_names import PREFIX, PRINCIPAL_TAG, TRANSITIVE_TAG_KEYS, NameFormat, principal_tag

ROLE: Final = f"{PREFIX}Role"
ROLE_SESSION_NAME: Final = f"{PREFIX}RoleSessionName"
SESSION_DURATION: Final = f"{PREFIX}SessionDuration"
SOURCE_IDENTITY: Final = f"{PREFIX}SourceIdentity"

PREDEFINED: Final = (ROLE, ROLE_SESSION_NAME, SESSION_DURATION)
"""What Okta's app sends by itself: a statement of the same name is refused.

https://help.okta.com/en-us/content/topics/deploymentguides/aws/aws-configure-aws-app.htm; the refusal:
https://github.com/okta/terraform-provider-okta/issues/1440, read 2026-11-24.
"""

IDENTITY_CENTER_TAG: Final = f"{PREFIX}AccessControl:"
"""The beginning of the name of a tag for IAM Identity Center, which IAM federation does not read."""


def tag_key(name: str) -> str | None:
    """Return the key of the session tag that an attribute of that name carries; None where it carries none.

    The name is case-sensitive, so ``principaltag:`` carries none.
    """
    return name.removeprefix(PRINCIPAL_TAG) if name.startswith(PRINCIPAL_TAG) else None


__all__ = [
    "IDENTITY_CENTER_TAG",
    "PREDEFINED",
    "PREFIX",
    "PRINCIPAL_TAG",
    "ROLE",
    "ROLE_SESSION_NAME",
    "SESSION_DURATION",
    "SOURCE_IDENTITY",
    "TRANSITIVE_TAG_KEYS",
    "NameFormat",
    "principal_tag",
    "tag_key",
]
