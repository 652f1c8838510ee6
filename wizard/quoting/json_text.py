"""Writes values as JSON, readable and in UTF-8, with an escape for what a reader would not see."""

import json
import re
from typing import Any, Final

from wizard.quoting.unseen import UNSEEN

_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_DELETE: Final = "\x7f"
_ODD: Final = f"[\ud800-\udfff]|{UNSEEN}"


def _escaped(text: str) -> str:
    if text.isascii() and _DELETE not in text:
        return text
    # Outside strings JSON is plain ASCII, so whatever matches stands in a string.
    return re.sub(_ODD, _escape, text)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def pretty(value: Any) -> str:
    """Return the value over several lines, indented by two spaces, with a newline at the end.

    Dictionaries keep their order; tuples are written as lists. ValueError for a number that JSON does not know.
    """
    return _escaped(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def compact(value: Any) -> str:
    """Return the value on one line without white space between its parts, and without a newline at the end."""
    return _escaped(_COMPACT(value))
