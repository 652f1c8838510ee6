"""Starts the desktop app: the window first, then what fills it.

Nothing that the first window does not need is imported before it has been painted.
"""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from wizard.app.steps.registry import all_steps
from wizard.language import speak
from wizard.ui.frame import Frame
from wizard.ui.theme import Theme, apply_theme

if TYPE_CHECKING:
    from wizard.ui.desk import Desk


class Boot:
    """The program from its start to its end: the window, then the desk that fills it."""

    def __init__(self, plan_path: Path | None, theme: Theme | None) -> None:
        gc.disable()
        self.app = QApplication(sys.argv[:1])
        self.app.setApplicationName("session-tag-wizard")
        self.app.setApplicationDisplayName("Session Tag Wizard")
        self.app.setDesktopFileName("session-tag-wizard")
        self._plan_path = plan_path
        self._theme = theme
        self.desk: Desk | None = None
        apply_theme(self.app, theme or Theme.SYSTEM)
        self.frame = Frame(all_steps())
        self.frame.painted.connect(lambda: QTimer.singleShot(0, self._furnish))

    def _furnish(self) -> None:
        from wizard.ui.desk import Desk  # noqa: PLC0415 - what the first window does not need

        gc.enable()
        self.desk = Desk(self.app, self.frame, self._theme)
        self.desk.begin(self._plan_path)


def run(plan_path: Path | None = None, theme: str | None = None) -> int:
    """Open the app, on a plan where one is named, and return the exit status when its window closes."""
    speak()
    boot = Boot(plan_path, Theme(theme) if theme else None)
    boot.frame.show()
    return boot.app.exec()
