"""The language that the program speaks; a text without a translation falls back to English.

Translations are gettext catalogues under ``resources/translations/LANG/LC_MESSAGES/``. The program chooses
once, at its start, with :func:`speak`; a text that must not follow the desktop (the exported runbook) asks
for a :func:`catalogue` by name.
"""

import gettext
from collections.abc import Callable

from wizard.resource import resource

Words = Callable[[str], str]
DOMAIN = "session-tag-wizard"
SOURCE_LANGUAGE = "en"

_spoken: gettext.NullTranslations = gettext.NullTranslations()


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that are shipped, English first."""
    folder = resource("translations")
    found = sorted(path.parent.parent.name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (SOURCE_LANGUAGE, *(code for code in found if code != SOURCE_LANGUAGE))


def catalogue(language: str) -> Words:
    """Return the translating function of one language; English for a language that is not shipped."""
    folder = str(resource("translations"))
    return gettext.translation(DOMAIN, folder, languages=[language], fallback=True).gettext


def speak(language: str | None = None) -> None:
    """Choose the program's language: the one named, else what LANGUAGE and LANG ask for."""
    global _spoken  # noqa: PLW0603 - gettext's one process-wide choice, made once at the start
    asked = [language] if language else None
    _spoken = gettext.translation(DOMAIN, str(resource("translations")), languages=asked, fallback=True)


def _(text: str) -> str:
    """Return `text` in the language that is spoken."""
    return _spoken.gettext(text)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for a text that is only marked
    """Mark `text` for translation where it is defined, and translate it where it is shown."""
    return text
