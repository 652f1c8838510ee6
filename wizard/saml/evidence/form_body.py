"""Finds the SAMLResponse in the body of the form that a browser posts, and in the page that posts it."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from wizard.language import N_
from wizard.saml.evidence.base64_text import without_references
from wizard.saml.evidence.error import Unusable

FIELD: Final = "SAMLResponse"

_MOST: Final = 5
"""Fields that are looked at; a body has one."""

_FIELD: Final = re.compile(r"(?<![A-Za-z0-9_])SAMLResponse[\"']?(?:\s{0,20}[=:]|[ \r]{0,5}[\n\t])\s{0,20}")
_END: Final = re.compile(
    r"&(?![#A-Za-z0-9]{1,12};)|[\"'<>]|RelayState\s{0,20}[=:]|[\n\t]RelayState[ \r]{0,5}(?:[\n\t]|$)"
)
_INPUT: Final = re.compile(r"<input\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([a-zA-Z-]+)\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_HTML: Final = re.compile(r"<(?:!doctype\s{1,20}html|html)[\s>]", re.IGNORECASE)
_PAGE: Final = re.compile(r"<input\b[^<>]*\bSAMLResponse\b", re.IGNORECASE)


def has_field(text: str) -> bool:
    """Tell whether the text reads like a form's body, or a browser's view of one."""
    return FIELD in text and _FIELD.search(text) is not None


def is_page(text: str) -> bool:
    """Tell whether the text is a page with a form that posts a SAMLResponse."""
    return _PAGE.search(text) is not None


def is_html(text: str) -> bool:
    """Tell whether the text is a page of any kind."""
    return _HTML.match(text) is not None or is_page(text)


def from_body(text: str) -> str:
    """Return the value of the field, still encoded; Unusable where there are several different ones."""
    found = []
    for match in islice(_FIELD.finditer(text), _MOST):
        start = match.end()
        while start < len(text) and text[start] in "\"' ":
            start += 1
        end = _END.search(text, start)
        found.append(text[start : end.start() if end else len(text)].strip())
    return one(found)


def from_page(text: str) -> str:
    """Return the value of the page's hidden field, without the page's encoding."""
    if not is_page(text):
        raise Unusable(N_("It is a web page without a SAMLResponse; save the page that Okta sends on to AWS"))
    found = []
    for tag in _INPUT.finditer(text):
        attributes = {name.lower(): "".join(values) for name, *values in _ATTRIBUTE.findall(tag[0])}
        if without_references(attributes.get("name", "")) == FIELD:
            found.append(without_references(attributes.get("value", "")))
    return one(found)


def one(found: Iterable[str]) -> str:
    """Return the one value; Unusable where there is none, or more than one."""
    distinct = tuple(dict.fromkeys(value for value in found if value))
    if not distinct:
        raise Unusable(N_("It names a SAMLResponse and holds none; capture the sign-in again"))
    if len(distinct) > 1:
        raise Unusable(N_("It holds {count} different SAMLResponses; give one of them"), count=len(distinct))
    return distinct[0]
