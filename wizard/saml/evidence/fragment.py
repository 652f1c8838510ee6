"""Makes a document of pasted attributes: parts of an assertion have no root, and their prefixes are not declared.

Okta's post on session tags shows such parts, with the last bracket missing:
https://www.okta.com/blog/2019/11/okta-and-aws-partner-to-simplify-access-via-session-tags/, read 2026-11-24.
"""

import re
from typing import Final

ROOT: Final = "pasted"

_FRAGMENT: Final = re.compile(r"<(?:[A-Za-z][\w.-]{0,40}:)?Attribute(?:Statement)?[\s>]")
_CUT_TAG: Final = re.compile(r"(</(?:[A-Za-z][\w.-]{0,40}:)?(?:Attribute|AttributeStatement|AttributeValue))\s*(?=<|$)")
_START: Final = re.compile(
    r"<(?:\?xml|!--|(?:[A-Za-z][\w.-]{0,40}:)?"
    r"(?:Response|Assertion|EncryptedAssertion|AttributeStatement|Attribute)[\s>])"
)
_NOISE: Final = re.compile(r"^[ \t]*[-+▼▾▶▸][ \t]*(?=<)", re.MULTILINE)
_OPENING: Final = (
    f"<{ROOT}"
    ' xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"'
    ' xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"'
    ' xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns="urn:oasis:names:tc:SAML:2.0:assertion">'
)


def without_surroundings(text: str) -> str:
    """Return what a browser shows of a document without the sentence above it and the signs that fold it."""
    found = _START.search(text)
    text = text[found.start() :] if found else text
    return _NOISE.sub("", text).strip()


def is_fragment(text: str) -> bool:
    """Tell whether the text begins with attributes, or a statement of them, rather than with an assertion."""
    return _FRAGMENT.match(text) is not None


def mended(text: str) -> tuple[str, bool]:
    """Return the text with the closing brackets that a copy lost, and whether there were any."""
    whole, count = _CUT_TAG.subn(r"\1>", text)
    return whole, count > 0


def document(text: str) -> str:
    """Return the attributes within a root of our own, with the usual prefixes declared."""
    return f"{_OPENING}{text}</{ROOT}>"
