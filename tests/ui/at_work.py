"""The app at work in a test: opened as the program opens it, and driven by keys that go where the screen says."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from wizard.app.folders import Folders
from wizard.app.session import Session
from wizard.plan.model import Plan
from wizard.ui.boot import Boot
from wizard.ui.desk import Desk
from wizard.ui.frame import Frame
from wizard.ui.theme import Theme
from wizard.ui.widgets.portions import Portions
from wizard.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class AtWork:
    """One window of the program, with folders of its own."""

    def __init__(
        self,
        qtbot: QtBot,
        app: QApplication,
        own: Path,
        plan: Path | None,
        theme: Theme | None,
        *,
        offers: bool = False,
    ) -> None:
        self.qtbot = qtbot
        self.app = app
        self.places = Folders(own / "config", own / "state")
        self.boot = Boot(app, self.places, plan, theme, offers=offers)
        with qtbot.waitExposed(self.window):
            self.boot.show()
        qtbot.waitUntil(lambda: self.boot.desk is not None)
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
        self.settle()

    @property
    def window(self) -> Window:
        """The main window."""
        return self.boot.window

    @property
    def desk(self) -> Desk:
        """What fills the window."""
        assert self.boot.desk is not None
        return self.boot.desk

    @property
    def frame(self) -> Frame:
        """The parts of the window."""
        return self.desk.frame

    @property
    def session(self) -> Session:
        """The session."""
        return self.desk.session

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.session.plan

    @property
    def focus(self) -> QWidget:
        """What has the keyboard, once the window manager has given it to a window."""
        self.qtbot.waitUntil(lambda: self.app.focusWidget() is not None, timeout=10_000)
        widget = self.app.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def settle(self) -> None:
        """Let everything come to rest that a turn of the event loop brings to rest."""
        self.app.processEvents()
        portions = self.boot.window.findChildren(Portions)
        self.qtbot.waitUntil(lambda: not any(isValid(each) and each.waits for each in portions))
        for _turn in range(2):
            self.app.processEvents()
        if self.boot.desk is not None and self.boot.desk.files.worker.busy:
            self.qtbot.waitUntil(lambda: not self.desk.files.worker.busy)
            self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key, where the screen says that keys go."""
        for _time in range(times):
            QTest.keyClick(self._focus_window(), key, modifier)
            self.settle()

    def type(self, text: str) -> None:
        """Type a text, key by key."""
        for letter in text:
            QTest.keyClick(self._focus_window(), Qt.Key.Key_Return if letter == "\n" else letter)
        self.settle()

    def retype(self, text: str) -> None:
        """Type in the place of all that stands where the keyboard is."""
        self.press(Qt.Key.Key_A, CTRL)
        self.type(text) if text else self.press(Qt.Key.Key_Delete)

    def tab_to(self, name: str, most: int = 60) -> QWidget:
        """Press Tab until what has that accessible name or text has the keyboard."""
        seen = []
        for _press in range(most):
            if name_of(self.focus) == name:
                return self.focus
            seen.append(name_of(self.focus))
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name!r}; it leads to {seen}")

    def action(self, words: str) -> QAction:
        """Return the menu's entry whose words begin so."""
        return next(each for each in self.window.actions() if each.text().replace("&", "").startswith(words))

    def dialog(self) -> QDialog:
        """Return the dialog that is open, the foremost, once it is on the screen and has the keyboard."""
        self.qtbot.waitUntil(lambda: self._dialog() is not None, timeout=10_000)
        self.settle()
        dialog = self._dialog()
        assert dialog is not None, "the dialog went away"
        return dialog

    def box(self) -> QMessageBox:
        """Return the message that is open."""
        dialog = self.dialog()
        assert isinstance(dialog, QMessageBox)
        return dialog

    def answer(self, words: str) -> None:
        """Press the button of the open dialog whose words are these."""
        buttons = self.dialog().findChildren(QPushButton)
        button = next(each for each in buttons if each.text().replace("&", "") == words)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def end(self) -> None:
        """Close the window without a question, as far as the test has left it open."""
        if not shiboken6.isValid(self.window):
            return
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        self.desk.finish()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _dialog(self) -> QDialog | None:
        shown = [each for each in self.window.findChildren(QDialog) if each.isVisible() and each.isActiveWindow()]
        return shown[-1] if shown else None

    def _focus_window(self) -> QWindow:
        if QGuiApplication.focusWindow() is None:
            (QApplication.activeModalWidget() or self.window).activateWindow()
        self.qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None, timeout=10_000)
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the keyboard"
        return window


def name_of(widget: QWidget) -> str:
    """Return what a person would call a control: its accessible name, its text, or its label's."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text().replace("&", "")
    labels = [label for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    return labels[0].text().replace("&", "") if labels else type(widget).__name__
