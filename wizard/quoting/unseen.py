"""The characters that a reader does not see, or that turn around what the reader sees: every syntax escapes them.

Controls, the marks that turn the direction of text ("Trojan Source", https://trojansource.codes, read 2026-11-24),
separators that some programs take for the end of a line, marks without width, and the tag characters that can hide a
whole text. The joiners U+200C and U+200D are left alone: Persian, Hindi and emoji need them.
"""

from typing import Final

_DIRECTION: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_LINE_ENDS: Final = "\u2028\u2029"
_NO_WIDTH: Final = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\u3164\ufeff\uffa0\ufff9-\ufffb"
_TAG_CHARACTERS: Final = "\U000e0000-\U000e0fff"

UNSEEN: Final = f"[\x7f-\x9f{_DIRECTION}{_LINE_ENDS}{_NO_WIDTH}{_TAG_CHARACTERS}]"
"""A pattern: one such character from U+007F on; the controls below are each syntax's own matter."""


def code_point(character: str) -> str:
    """Return the name of one character in the way that people write it: ``U+202E``."""
    return f"U+{ord(character):04X}"
