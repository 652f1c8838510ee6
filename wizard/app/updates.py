"""Whether a newer version is published: what the answer says, and where the build was told to ask.

Nobody asks but the desktop app, for a person who has switched it on; and all that follows is that the person is told.
"""

import json
import re
from typing import Final, NamedTuple

from wizard.language import _
from wizard.resource import resource_bytes

_FILE: Final = "published.json"
_VERSION: Final = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})")
_PAGE: Final = re.compile(r"https://[!-~]{1,300}")
"""An address as it may be shown: nothing but visible ASCII, so that it is what it looks like."""


class NoAnswer(Exception):
    """What was asked gave no answer that can be used; the text says why."""


class Release(NamedTuple):
    """A published version, and the page that tells of it."""

    version: str
    page: str


def feed() -> str:
    """Return the address that the build was told to ask, empty where it was told none or another than https."""
    try:
        told = json.loads(resource_bytes(_FILE))
    except (OSError, ValueError):
        return ""
    address = told.get("feed", "") if isinstance(told, dict) else ""
    return address if isinstance(address, str) and _PAGE.fullmatch(address) else ""


def newer(answer: bytes, here: str) -> Release | None:
    """Return the release that the answer names where it is newer than this version; NoAnswer where it names none."""
    try:
        told = json.loads(answer)
        version, page = told["version"], told["page"]
        there, own = _numbers(version), _numbers(here)
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise NoAnswer(_("it names no version")) from error
    if not isinstance(page, str) or not _PAGE.fullmatch(page):
        raise NoAnswer(_("it names no page"))
    return Release(version, page) if there > own else None


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError(version)
    return tuple(int(number) for number in found.groups())
