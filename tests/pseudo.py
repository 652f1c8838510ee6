"""A language that nobody speaks: every text that can be translated is in brackets, accented and longer.

Whatever still reads like English was not translated, and cannot be.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog

from tools.translations import template, write

CODE: Final = "qps"
_KEPT: Final = re.compile(r"\{[^{}]*\}|%\(\w+\)\w|%\w|&|\n")
_ACCENTS: Final = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_DATA: Final = re.compile(r'"[^"\n]*"|`[^`\n]*`|<[^<>\n]*>|aws iam [^\n]*')
_SENTENCE: Final = re.compile(r"(?<![\w.:/@-])[A-Za-z]?[a-z]*[aeiou][a-z]* [a-z]*[aeiou][a-z]*(?![\w.:/@-])")
_LABEL, _LONGER, _LONGER_TEXT = 30, 0.4, 0.3
"""A text of a label's length grows by the one share, a longer one by the other, as German and others do."""


def decorated(text: str) -> str:
    """Return the text as this language says it: its placeholders, mnemonics and line ends stay."""
    pieces, place = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [text[place : kept.start()].translate(_ACCENTS), kept[0]]
        place = kept.end()
    pieces.append(text[place:].translate(_ACCENTS))
    more = "····· " * len(text)
    return f"⟦{''.join(pieces)}{more[: round(len(text) * (_LONGER if len(text) <= _LABEL else _LONGER_TEXT))]}⟧"


@cache
def _source() -> Catalog:
    return template()


def write_language(folder: Path) -> None:
    """Write this language's file, of all that the source says now."""
    catalog = Catalog(locale="en")
    for message in _source():
        if message.id:
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            translated = tuple(map(decorated, forms))
            catalog.add(message.id, translated if isinstance(message.id, tuple) else translated[0])
    write(folder / f"{CODE}.po", catalog)


def prose(text: str) -> list[str]:
    """Return the pieces of a text that read like English: two words in a row without accents, no data."""
    bare = _DATA.sub("", text)
    return [found[0] for found in _SENTENCE.finditer(bare)]
