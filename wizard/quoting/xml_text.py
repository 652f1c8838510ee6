"""Writes text in XML 1.0: element text, attribute values and comments.

What XML cannot hold becomes U+FFFD; nothing else is changed, so a parser gives back the same text. What a reader
would not see is written as a character reference. https://www.w3.org/TR/xml/ sections 2.2, 2.5, 2.11 and 3.3.3,
read 2026-11-24.
"""

import re
from typing import Final

from wizard.quoting.unseen import UNSEEN, code_point

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_TEXT: Final = re.compile(f"[&<>\r]|{UNSEEN}")
_IN_ATTRIBUTE: Final = re.compile(f'[&<>"\t\n\r]|{UNSEEN}')
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
REPLACEMENT: Final = "\ufffd"


def holdable(text: str) -> str:
    """Return the text with U+FFFD for each character that XML 1.0 cannot hold: controls, lone surrogates."""
    return _NOT_XML.sub(REPLACEMENT, text)


def _reference(match: re.Match[str]) -> str:
    character = match[0]
    return _ENTITIES.get(character) or f"&#x{ord(character):X};"


def element_text(text: str) -> str:
    """Return the text as it stands between two tags; quotes stay as they are, as in Okta's preview."""
    return _IN_TEXT.sub(_reference, holdable(text))


def attribute_value(text: str) -> str:
    """Return the text as it stands between double quotes; a parser would make a space of a bare tab or newline."""
    return _IN_ATTRIBUTE.sub(_reference, holdable(text))


def comment(text: str) -> str:
    """Return a whole comment that says `text`, which may have several lines.

    A comment may not hold ``--``, nor end in ``-``, and knows no references: two hyphens are parted by a space, and
    what a reader would not see is named by its code point.
    """
    shown = re.sub(UNSEEN, lambda match: f"[{code_point(match[0])}]", holdable(text).replace("\r", "[U+000D]"))
    parted = re.sub("-(?=-)", "- ", shown)
    return f"<!-- {parted} -->"
