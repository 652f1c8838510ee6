"""Finds the sign-in to AWS in a browser's HAR: http://www.softwareishard.com/blog/har-12-spec/ , read 2026-11-24."""

import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from wizard.language import N_
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.form_body import FIELD, from_body, from_page, has_field, is_page

_SIGN_IN_HOST: Final = re.compile(
    r"(?:[a-z0-9-]+\.)*signin\.(?:aws\.amazon\.com|amazonaws[a-z.-]*|[a-z0-9-]+\.[a-z.]+)"
)


ENTRIES: Final = ("log", "entries")
_UNREAD: Final = ("image/", "font/", "audio/", "video/")


def matters(entry: Any) -> bool:
    """Tell whether an entry may hold the sign-in: whole recordings are long."""
    return isinstance(entry, dict) and (_to_sign_in(entry) or is_page(_content(entry)))


def is_har(document: Any) -> bool:
    """Tell whether the JSON is a HAR."""
    return isinstance(document, dict) and isinstance(document.get("log"), dict)


def from_har(document: dict[str, Any]) -> str:
    """Return the SAMLResponse of the last sign-in to AWS, still encoded; Unusable where there is none.

    It is taken from what was posted to a sign-in endpoint, or else from the page of Okta that posts it, since some
    browsers leave out what was posted.
    """
    entries = [entry for entry in _list(document["log"].get("entries")) if isinstance(entry, dict)]
    posted = [value for entry in entries if _to_sign_in(entry) for value in _posted(entry)]
    pages = [] if posted else [value for entry in entries for value in _page(entry)]
    if not posted and not pages:
        raise Unusable(
            N_("The HAR holds no POST of a SAMLResponse to a sign-in endpoint of AWS; record the whole sign-in")
        )
    return (posted or pages)[-1]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _to_sign_in(entry: dict[str, Any]) -> bool:
    request = _dict(entry.get("request"))
    try:
        host = urlsplit(str(request.get("url"))).hostname or ""
    except ValueError:
        return False
    return str(request.get("method")).upper() == "POST" and _SIGN_IN_HOST.fullmatch(host) is not None


def _posted(entry: dict[str, Any]) -> Iterator[str]:
    data = _dict(_dict(entry.get("request")).get("postData"))
    params = [param for param in _list(data.get("params")) if isinstance(param, dict)]
    values = [param["value"] for param in params if param.get("name") == FIELD and _text(param.get("value"))]
    if values:
        yield values[-1]
    elif isinstance(data.get("text"), str) and has_field(data["text"]):
        yield from_body(data["text"])


def _text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _page(entry: dict[str, Any]) -> Iterator[str]:
    text = _content(entry)
    if is_page(text):
        yield from_page(text)


def _content(entry: dict[str, Any]) -> str:
    """Return what was answered, an empty text for what is no text."""
    content = _dict(_dict(entry.get("response")).get("content"))
    text = content.get("text")
    if not isinstance(text, str) or str(content.get("mimeType")).startswith(_UNREAD):
        return ""
    if content.get("encoding") == "base64":
        try:
            return b64decode(text, validate=True).decode()
        except ValueError:
            return ""
    return text
