"""One language's translations, read from gettext's text format: a .po file, an empty line between its entries."""

import re
from collections.abc import Callable
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Final

from wizard.language.numbered import Numbered

_FORM: Final = re.compile(r"\nmsgstr\[\d\] ")
_PLURAL: Final = re.compile(r"^Plural-Forms: .*plural=(.*?);?$", re.MULTILINE)
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPED: Final = {"n": "\n", "t": "\t", "r": "\r"}


class Catalogue:
    """The translations of one language. What is missing or fuzzy falls back to English, form by form."""

    def __init__(self, source: str) -> None:
        self._texts: dict[str, str] = {}
        self._counted: dict[tuple[str, str], tuple[str, ...]] = {}
        for entry in source.rstrip("\n").split("\n\n"):
            comments, _, texts = entry.partition("msgid ")
            if "fuzzy" not in comments and not comments.endswith("#~ "):
                self._take(texts)
        self._form = _plural_form(self._texts.pop("", ""))

    def _take(self, texts: str) -> None:
        one, _, said = texts.partition("\nmsgstr ")
        if said:
            if translation := _unquoted(said):
                self._texts[_unquoted(one)] = translation
            return
        one, _, rest = texts.partition("\nmsgid_plural ")
        many, *said_forms = _FORM.split(rest)
        forms = tuple(map(_unquoted, said_forms))
        if forms and all(forms):
            self._counted[_unquoted(one), _unquoted(many)] = forms
            self._texts.setdefault(_unquoted(one), forms[0])

    def text(self, text: str) -> str:
        """Return a text in this language; of one that counts, the form that its count takes."""
        if isinstance(text, Numbered):
            return self.counted(text.one, text.many, text.number)
        return self._texts.get(text, text)

    def counted(self, one: str, many: str, count: int) -> str:
        """Return the form that `count` takes in this language."""
        forms = self._counted.get((one, many))
        if forms is None:
            return one if count == 1 else many
        return forms[min(self._form(count), len(forms) - 1)]


@cache
def read_catalogue(path: "str | Path") -> Catalogue:
    """Return the language that a file holds, an empty one where it cannot be read: English is spoken then."""
    try:
        return Catalogue(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return Catalogue("")


def read_text(path: "str | Path", text: str) -> str:
    """Return one text in the language of a file; the others, of which there are thousands, are not taken apart."""
    try:
        source = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return text
    at = source.find(f'\nmsgid "{text}"\n')
    entry = source[source.rfind("\n\n", 0, at + 1) + 2 :].partition("\n\n")[0] if at >= 0 else ""
    return Catalogue(entry).text(text)


def _plural_form(header: str) -> Callable[[int], int]:
    """Return which form a count takes, as the header says; the second for all but one where it does not."""
    said = _PLURAL.search(header)
    form: Callable[[int], int] = c2py(said[1] if said else "n != 1")
    return form


def _unquoted(lines: str) -> str:
    text = "".join(line[1:-1] for line in lines.split("\n")) if "\n" in lines else lines[1:-1]
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text) if "\\" in text else text
