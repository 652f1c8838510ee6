"""What the app does when the program itself fails: it keeps the plan, says so once, and goes on."""

import sys
from collections.abc import Callable
from types import TracebackType

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from wizard.app.failure_report import failure_report
from wizard.language import _
from wizard.ui.message import show_error


class FailureHook:
    """Takes the place of Python's own report of an exception that nobody caught.

    A dialog that is open says enough: a failure while painting would else open one with every frame.
    """

    def __init__(self, window: QWidget, keep: Callable[[], None]) -> None:
        self._window = window
        self._keep = keep
        self._said = False

    def install(self) -> None:
        """Hear of every uncaught exception from now on."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Keep the plan and tell the person; the terminal gets the same report, every time."""
        details = failure_report(error.with_traceback(trace), _versions())
        sys.stderr.write(details)
        if self._said or issubclass(kind, KeyboardInterrupt):
            return
        self._said = True
        self._keep()
        text = _("The program has made a mistake of its own")
        more = _(
            "The plan is still open, and it was kept in case the program ends. Save it, start the program again, and "
            "report the details as a defect. They say where in the program it happened, and hold nothing of your plan."
        )
        box = show_error(self._window, text, more, details, details)
        box.finished.connect(self._listen)

    def _listen(self) -> None:
        self._said = False


def _versions() -> dict[str, str]:
    return {"PySide6": PySide6.__version__, "Qt": qVersion(), "Platform": QGuiApplication.platformName()}
