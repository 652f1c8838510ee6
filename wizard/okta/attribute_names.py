"""How a SAML attribute is named when it carries session tags, and the name formats that Okta's console offers."""

from enum import Enum
from typing import Final

PREFIX: Final = "https://aws.amazon.com/SAML/Attributes/"
"""The beginning of every attribute name that AWS reads. Names are case-sensitive.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html, read 2026-11-24.
"""

PRINCIPAL_TAG: Final = f"{PREFIX}PrincipalTag:"
"""The beginning of the name of an attribute that carries one session tag; its key follows.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html, read 2026-11-24.
"""

TRANSITIVE_TAG_KEYS: Final = f"{PREFIX}TransitiveTagKeys"
"""The name of the attribute that lists the keys of the transitive tags, one AttributeValue a key; source as above."""


class NameFormat(Enum):
    """A name format: its URN, and its label in Okta's console."""

    UNSPECIFIED = ("urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified", "Unspecified")
    URI = ("urn:oasis:names:tc:SAML:2.0:attrname-format:uri", "URI Reference")
    BASIC = ("urn:oasis:names:tc:SAML:2.0:attrname-format:basic", "Basic")

    def __init__(self, urn: str, label: str) -> None:
        self.urn: Final = urn
        self.label: Final = label


def principal_tag(key: str) -> str:
    """Return the name of the attribute that carries the session tag of that key."""
    return PRINCIPAL_TAG + key
