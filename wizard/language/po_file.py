"""One language's translations, read from gettext's text format: a .po file, one entry after the other."""

import re
from collections.abc import Callable
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Final

from wizard.language.numbered import Numbered

_ENTRY: Final = re.compile(
    r"""(?P<flags>^\#,.*\n(?:\#.*\n)*)?
        ^msgid\ (?P<one>(?:".*"\n)+)
        (?:msgid_plural\ (?P<many>(?:".*"\n)+))?
        (?P<forms>(?:msgstr(?:\[\d\])?\ (?:".*"\n)+)+)""",
    re.MULTILINE | re.VERBOSE,
)
_FORM: Final = re.compile(r'msgstr(?:\[\d\])? ((?:".*"\n)+)')
_PLURAL: Final = re.compile(r"^Plural-Forms: .*plural=(.*?);?$", re.MULTILINE)
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPED: Final = {"n": "\n", "t": "\t", "r": "\r"}


class Catalogue:
    """The translations of one language. What is missing or fuzzy falls back to English, form by form."""

    def __init__(self, source: str) -> None:
        self._texts: dict[str, str] = {}
        self._counted: dict[tuple[str, str], tuple[str, ...]] = {}
        for entry in _ENTRY.finditer(source + "\n"):
            if entry["flags"] is None or "fuzzy" not in entry["flags"]:
                self._take(entry)
        self._form = _plural_form(self._texts.pop("", ""))

    def _take(self, entry: re.Match[str]) -> None:
        forms = tuple(map(_unquoted, _FORM.findall(entry["forms"])))
        one = _unquoted(entry["one"])
        if not all(forms):
            return
        if entry["many"] is None:
            self._texts[one] = forms[0]
        else:
            self._counted[one, _unquoted(entry["many"])] = forms

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
def read_catalogue(path: Path) -> Catalogue:
    """Return the language that a file holds, an empty one where it cannot be read: English is spoken then."""
    try:
        return Catalogue(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return Catalogue("")


def _plural_form(header: str) -> Callable[[int], int]:
    """Return which form a count takes, as the header says; the second for all but one where it does not."""
    said = _PLURAL.search(header)
    form: Callable[[int], int] = c2py(said[1] if said else "n != 1")
    return form


def _unquoted(lines: str) -> str:
    text = "".join(line[1:-1] for line in lines.splitlines()) if lines.count("\n") > 1 else lines[1:-2]
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text) if "\\" in text else text
