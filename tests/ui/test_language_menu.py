"""The menu of languages, and the language that the app speaks from its next start."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tests.ui.at_work import AtWork
from wizard.language import _, languages
from wizard.ui.language_menu import LanguageMenu
from wizard.ui.settings import Settings
from wizard.ui.spoken import speak_as_chosen, translate_qt


def menu_of(app: AtWork) -> LanguageMenu:
    """Return the menu of languages, as it is once it has been opened."""
    menu = app.desk.window.findChild(LanguageMenu)
    assert menu is not None
    menu.aboutToShow.emit()
    return menu


def test_every_language_calls_itself_by_its_own_name(at_work: Callable[..., AtWork]) -> None:
    """The desktop's language is the first choice, then all that are shipped."""
    actions = menu_of(at_work()).actions()
    assert [action.text() for action in actions[1:]] == ["English", "Deutsch", "日本語"]
    assert len(actions) == 1 + len(languages())
    assert [action.isChecked() for action in actions] == [True, False, False, False]


def test_the_choice_is_kept_for_the_next_start(at_work: Callable[..., AtWork]) -> None:
    """What is open goes on in its language, says so, and the next start speaks the one chosen."""
    app = at_work()
    menu_of(app).actions()[2].trigger()
    assert _("Save") == "Save"
    assert speak_as_chosen(app.desk.settings, {"LANG": "ja_JP.UTF-8"}) == "de"
    assert menu_of(app).actions()[2].isChecked()


@pytest.mark.parametrize(("variables", "code"), [({"LANG": "de_DE.UTF-8"}, "de"), ({"LANGUAGE": "ja"}, "ja")])
def test_without_a_choice_the_environment_decides(variables: dict[str, str], code: str, tmp_path: Path) -> None:
    """LANGUAGE and LANG are followed as by the commands."""
    assert speak_as_chosen(Settings(tmp_path), variables) == code


def test_a_mac_or_windows_says_its_languages_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the environment names none, the platform is asked."""
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("PySide6.QtCore.QLocale.uiLanguages", lambda _locale: ["ja-JP", "en-US"])
    assert speak_as_chosen(Settings(tmp_path), {}) == "ja"


def test_qt_speaks_the_language_too(qapp: QApplication) -> None:
    """Qt's own dialogs, context menus and numbers are those of the language, where Qt has it."""
    before = QLocale()
    translate_qt(qapp, "de")
    said, size = QApplication.translate("QPlatformTheme", "Cancel"), QLocale().formattedDataSize(1500)
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    assert said == "Abbrechen"
    assert size.startswith("1,")
