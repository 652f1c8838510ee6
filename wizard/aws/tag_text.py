r"""What may stand in the text of a session tag, key or value.

AWS gives the class as ``[\p{L}\p{Z}\p{N}_.:/=+\-@]``: letters, separators, numbers and eight signs. A combining
mark is none of them, so a decomposed accent fails where its composed form passes.
Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html
"""

from functools import lru_cache
from typing import Final

SOURCE: Final = "https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html"
SIGNS: Final = "_.:/=+-@"
_CLASSES: Final = "LZN"
_COMMON: Final = frozenset(f"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 {SIGNS}")


def is_legal(character: str) -> bool:
    """Tell whether one character may stand in a tag key or value."""
    if character.isascii():
        return character in _COMMON
    import unicodedata  # noqa: PLC0415 - a library of its own, which most texts do without

    return unicodedata.category(character)[0] in _CLASSES


@lru_cache(maxsize=16384)
def foreign_characters(text: str) -> tuple[str, ...]:
    """Return the characters of `text` outside AWS's class, each once, in the order of their first appearance.

    It remembers: all rules ask about the same keys and values at every key press.
    """
    if _COMMON.issuperset(text):
        return ()
    return tuple(character for character in dict.fromkeys(text) if not is_legal(character))


def composed(text: str) -> str:
    """Return `text` with its accents composed (Unicode NFC): what passes where only decomposed accents fail."""
    if text.isascii():
        return text
    import unicodedata  # noqa: PLC0415 - a library of its own, which most texts do without

    return unicodedata.normalize("NFC", text)


def composing_suffices(text: str) -> bool:
    """Tell whether `text` fails, and only because of decomposed accents."""
    return bool(foreign_characters(text)) and not foreign_characters(composed(text))
