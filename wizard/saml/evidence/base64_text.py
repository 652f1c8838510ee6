"""The text of a SAMLResponse: base64, as it stands or as URLs, pages and documents of JSON encode it."""

import re
from base64 import b64decode
from html import unescape
from typing import Final
from urllib.parse import unquote

from wizard.language import N_, Numbered
from wizard.saml.evidence.error import NoEvidence, Unusable

_ENTITY: Final = re.compile(r"&#?[0-9A-Za-z]{1,12};")
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_URL_SAFE: Final = str.maketrans("-_", "+/")


def plain(text: str) -> str:
    """Return the base64 without the encodings around it: entities, percent signs, quotes, white space."""
    text = without_references(text)
    if _PERCENT.search(text):
        text = unquote(text)
    text = text.replace("\\n", "").replace("\\r", "").replace("\\/", "/").strip().strip("\"'`,;")
    joined = "".join(text.split())
    if len(joined) % 4 and " " in text.strip():  # a plus sign becomes a space where a form is decoded twice
        joined = "".join(text.replace(" ", "+").split())
    return joined.translate(_URL_SAFE)


def without_references(text: str) -> str:
    """Return the text of HTML with its character references replaced; those too long to be any stay as they are."""
    return _ENTITY.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def xml_bytes(base64: str) -> bytes:
    """Return the bytes that the base64 stands for; Unusable where it is none."""
    if not _BASE64.fullmatch(base64):
        raise NoEvidence(
            N_("It is neither XML, JSON nor base64; give the SAMLResponse, a HAR, the XML or a CloudTrail event")
        )
    if len(base64) % 4:
        raise Unusable(
            Numbered(
                "Its base64 is not whole: {count} character, where a multiple of four is expected; copy all of it",
                "Its base64 is not whole: {count} characters, where a multiple of four is expected; copy all of it",
                len(base64),
            ),
            count=f"{len(base64):,}",
        )
    return b64decode(base64)
