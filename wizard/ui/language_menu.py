"""The menu of languages: each calls itself by its own name, and the choice holds from the next start."""

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from wizard.language import _, languages, own_name
from wizard.ui.settings import Settings


class LanguageMenu(QMenu):
    """Filled when it is opened: only then is every language's file read for its name."""

    def __init__(self, parent: QWidget, settings: Settings, tell: Callable[[str], None]) -> None:
        super().__init__(_("&Language"), parent)
        self._settings = settings
        self._tell = tell
        self._group = QActionGroup(self)
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        chosen = self._settings.text("language", "")
        names = {"": _("As the &system")} | {code: own_name(code) for code in languages()}
        for code, name in names.items():
            action = self.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(lambda _checked, code=code: self._choose(code))
            self._group.addAction(action)

    def _choose(self, code: str) -> None:
        self._settings.put("language", code)
        name = own_name(code) if code else _("as the system does")
        self._tell(_("The program speaks {language} from its next start").format(language=name))
