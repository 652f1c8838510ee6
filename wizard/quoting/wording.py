"""Words texts of the plan into a message: quoted, short, and with nothing in them that a reader would not see."""

from collections.abc import Iterable, Sequence
from typing import Final

LONGEST: Final = 60
"""How much of a text a message shows, in characters."""

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"})


def quoted(text: str, longest: int = LONGEST) -> str:
    """Return the text in double quotes, cut in the middle where it is long, unseen characters written as U+XXXX."""
    return f'"{seen(text, longest)}"'


def seen(text: str, longest: int = LONGEST) -> str:
    """Return the text on one line, cut in the middle where it is long, unseen characters written as <U+XXXX>."""
    if len(text) > longest:
        half = (longest - 1) // 2
        return f"{seen(text[:half], longest)}…{seen(text[-half:], longest)}"
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isascii() and character.isprintable():
        return character
    import unicodedata  # noqa: PLC0415 - a library of its own, which most texts do without

    if unicodedata.category(character) not in _HIDDEN:
        return character
    return f"<U+{ord(character):04X}>"


def listed(texts: Iterable[str], most: int = 8) -> str:
    """Return the texts quoted, with commas between them; … stands for those beyond `most`."""
    return cut([quoted(text) for text in texts], most)


def cut(names: Sequence[str], most: int) -> str:
    """Return the names as they are, with commas between them; … stands for those beyond `most`."""
    return ", ".join([*names[:most], "…"] if len(names) > most else names)


def characters(found: Iterable[str], most: int = 8) -> str:
    """Return characters named for a message, with commas between them; … stands for those beyond `most`."""
    return cut([character_name(character) for character in found], most)


def character_name(character: str) -> str:
    """Return how a message names a character: ``"&"``, or ``U+0301 combining acute accent`` where it is not seen."""
    if character.isascii() and character.isprintable() and character != " ":
        return f'"{character}"'
    import unicodedata  # noqa: PLC0415 - a library of its own, which most texts do without

    if character.isprintable() and not unicodedata.combining(character) and not character.isspace():
        return f'"{character}"'
    name = unicodedata.name(character, _CONTROLS.get(character, "")).lower()
    return f"U+{ord(character):04X} {name}".rstrip()


_CONTROLS: Final = {"\0": "null", "\t": "tab", "\n": "line feed", "\r": "carriage return"}
