"""Starts the desktop app: the window first, then what fills it.

Nothing that the first window does not need is imported before it has been painted.
"""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from wizard import APPLICATION
from wizard.app.folders import Folders, folders
from wizard.app.steps.registry import all_steps
from wizard.language import _
from wizard.ui.settings import Settings
from wizard.ui.sketch import MENUS, Sketch
from wizard.ui.spoken import speak_as_chosen, translate_qt
from wizard.ui.theme import Theme, apply_theme, first_look
from wizard.ui.window import Window

if TYPE_CHECKING:
    from wizard.ui.desk import Desk


def own_folders() -> Folders:
    """Return this person's folders on this machine."""
    return folders(sys.platform, os.environ, Path.home())


class Boot:
    """The program from its start to its end: the window with a sketch, then the desk that fills it."""

    def __init__(
        self,
        app: QApplication,
        places: Folders,
        plan_path: Path | None,
        theme: Theme | None,
        *,
        hear_failures: bool = False,
        offers: bool = False,
    ) -> None:
        self._app = app
        self._places = places
        self._plan_path = plan_path
        self._theme = theme
        self._hear_failures = hear_failures
        self._offers = offers
        self._settings = Settings(places.config)
        self.desk: Desk | None = None
        self._platform = app.palette()
        first_look(app, self._look, self._platform)
        self.window = Window()
        self.window.restoreGeometry(self._settings.state("window/geometry"))
        self.window.painted.connect(lambda: QTimer.singleShot(0, self.furnish))

    def show(self) -> None:
        """Show the window, and draw its first picture while the desktop makes room for it."""
        self.window.show()
        for title in MENUS:
            self.window.menuBar().addMenu(_(title))
        self.window.setCentralWidget(Sketch(all_steps(), self._settings.numbers("window/columns")))

    @property
    def _look(self) -> Theme:
        return self._theme or self._settings.theme()

    def furnish(self) -> None:
        """Put the real thing into the window."""
        from wizard.ui.desk import Desk  # noqa: PLC0415 - what the first window does not need

        apply_theme(self._app, self._look, self._platform)
        self.desk = Desk(self._app, self.window, self._settings, self._places, self._theme)
        if self._hear_failures:
            self.desk.hear_failures()
            _end_at_ctrl_c()
        self.desk.ask_for_updates()
        self.desk.begin(self._plan_path, offers=self._offers)
        gc.freeze()
        gc.enable()


def _end_at_ctrl_c() -> None:
    """Let Ctrl-C in the terminal end the app; the plan is kept."""
    import signal  # noqa: PLC0415 - makes three enumerations, which the first window does not need

    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(plan_path: Path | None = None, theme: str | None = None) -> int:
    """Open the app, on a plan where one is named, and return the exit status when its window closes."""
    gc.disable()
    places = own_folders()
    language = speak_as_chosen(Settings(places.config), os.environ)
    app = QApplication(sys.argv[:1])
    translate_qt(app, language)
    app.setApplicationName("session-tag-wizard")
    app.setApplicationDisplayName(_("Session Tag Wizard"))
    app.setDesktopFileName(APPLICATION)
    look = Theme(theme) if theme else None
    boot = Boot(app, places, plan_path, look, hear_failures=True, offers=True)
    boot.show()
    return app.exec()
