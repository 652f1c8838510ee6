"""The language of the desktop app: the one chosen in its menu, else the desktop's, and Qt's own texts in it."""

import sys
from collections.abc import Mapping

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from wizard.language import SOURCE_LANGUAGE, speak, wanted
from wizard.ui.settings import Settings

_WITHOUT_LANG = ("darwin", "win32")
"""Platforms that keep a person's languages elsewhere than in the environment."""


def speak_as_chosen(settings: Settings, environment: Mapping[str, str]) -> str:
    """Speak the language of the settings, else that of the environment or the platform; return its code."""
    chosen = settings.text("language", "")
    asked = wanted(environment)
    if not asked and sys.platform in _WITHOUT_LANG:
        asked = tuple(QLocale.system().uiLanguages())
    return speak(*([chosen] if chosen else asked))


def translate_qt(app: QApplication, language: str) -> None:
    """Let Qt speak the language too, in its dialogs, context menus and numbers, where it knows it."""
    if language == SOURCE_LANGUAGE:
        return
    from PySide6.QtCore import QLibraryInfo, QTranslator  # noqa: PLC0415 - English needs none

    QLocale.setDefault(QLocale(language))
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
