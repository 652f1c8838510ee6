"""The language that the program speaks; a text without a translation falls back to English.

Each language is one file, ``resources/translations/CODE.po``, read as it stands: nothing is compiled, and English reads
none. The program chooses once, at its start, with :func:`speak`; a text that must not follow the desktop (the exported
runbook) asks for a :func:`catalogue` by name. Texts are marked here and gathered by ``make translations``.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from wizard.language.numbered import Numbered
from wizard.resource import resource, resource_names

if TYPE_CHECKING:
    from wizard.language.po_file import Catalogue

__all__ = [
    "N_",
    "Numbered",
    "Words",
    "_",
    "catalogue",
    "chosen",
    "languages",
    "listed",
    "ngettext",
    "own_name",
    "speak",
    "spoken",
    "wanted",
]

Words = Callable[[str], str]
SOURCE_LANGUAGE: Final = "en"
FOLDER: Final = "translations"
_VARIABLES: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What names a person's languages, the first that is set; LANGUAGE may name several, with colons between them."""
_UNTRANSLATED: Final = frozenset({"c", "posix"})

_spoken: "Catalogue | None" = None
_code = SOURCE_LANGUAGE


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that are shipped, English first."""
    return (SOURCE_LANGUAGE, *resource_names(FOLDER, ".po"))


def catalogue(language: str) -> Words:
    """Return the translating function of one language; English for a language that is not shipped."""
    found = _catalogue(language)
    return str if found is None else found.text


def speak(*wanted: str) -> str:
    """Choose the program's language: the first of those wanted that is shipped, English where none is; return it."""
    global _spoken, _code  # noqa: PLW0603 - one process-wide choice, made once at the start
    _code = chosen(*wanted) if wanted else SOURCE_LANGUAGE
    _spoken = _catalogue(_code)
    return _code


def spoken() -> str:
    """Return the code of the program's language."""
    return _code


def own_name(language: str) -> str:
    """Return what a shipped language calls itself."""
    itself = N_("English")
    if language == SOURCE_LANGUAGE or language not in languages():
        return itself
    from wizard.language.po_file import read_text  # noqa: PLC0415 - English needs none

    return read_text(resource(FOLDER, f"{language}.po"), itself)


def chosen(*wanted: str) -> str:
    """Return the code of the first language that is shipped; each wanted is a code or a locale, such as de_AT.UTF-8."""
    known = {code.lower(): code for code in languages()}
    for locale in wanted:
        name = locale.partition(".")[0].partition("@")[0].replace("-", "_").lower()
        for code in (name, name.partition("_")[0]):
            if code in known:
                return known[code]
        if name in _UNTRANSLATED:
            break
    return SOURCE_LANGUAGE


def wanted(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages that LANGUAGE, else LC_ALL, LC_MESSAGES or LANG ask for, the dearest first."""
    named = next(filter(None, map(environment.get, _VARIABLES)), "")
    return tuple(filter(None, named.split(":")))


def _(text: str) -> str:
    """Return `text` in the language that is spoken."""
    return text if _spoken is None else _spoken.text(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form that `count` takes, in the language that is spoken; both are templates with ``{count}``."""
    if _spoken is None:
        return one if count == 1 else many
    return _spoken.counted(one, many, count)


def listed(texts: Iterable[str]) -> str:
    """Return the texts in a row, with the comma of the language that is spoken."""
    return _(", ").join(texts)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for a text that is only marked
    """Mark `text` for translation where it is defined, and translate it where it is shown."""
    return text


def _catalogue(language: str) -> "Catalogue | None":
    if language == SOURCE_LANGUAGE or language not in languages():
        return None
    from wizard.language.po_file import read_catalogue  # noqa: PLC0415 - English needs none

    return read_catalogue(resource(FOLDER, f"{language}.po"))
