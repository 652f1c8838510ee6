"""Inputs for text that leave a dropped file to what holds them; Qt's own would write the address into the text.

What assistive technology puts into a line counts as typed: Qt tells of it as if the program had set the text. While
an input has the keyboard in a page, the window is its host: the menus' keys and the menu of the field are the host's.
"""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QKeyEvent


class Host(Protocol):
    """The window around an input that has the keyboard."""

    def take_key(self, event: "QKeyEvent") -> bool:
        """Do what the key stands for in the menus; tell whether it stands for something there."""

    def open_menu(self, field: QLineEdit | QPlainTextEdit, place: QPoint) -> None:
        """Open the field's menu at a place on the screen."""


class Hosted:
    """An input that may have a host. Its own handlers ask these first.

    They are handlers of one kind of event each, and no filter: to show a filter an event, PySide6 makes the classes of
    all events there are, and every event of the input goes through Python.
    """

    host: Host | None = None

    def host_takes(self, event: "QKeyEvent") -> bool:
        """Tell whether the host has done what the key stands for."""
        return self.host is not None and self.host.take_key(event)

    def host_opens(self, field: QLineEdit | QPlainTextEdit, event: "QContextMenuEvent") -> bool:
        """Tell whether the host opens the menu of the field."""
        if self.host is None:
            return False
        keyboard = event.reason() == event.Reason.Keyboard
        self.host.open_menu(
            field, field.mapToGlobal(field.cursorRect().bottomLeft()) if keyboard else event.globalPos()
        )
        return True


class Line(QLineEdit, Hosted):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self._showing = False
        self.textEdited.connect(self._know)
        self.textChanged.connect(self._hear)

    def setText(self, text: str | None) -> None:
        """Show a text, of which nobody is told that it was typed."""
        self._showing = True
        super().setText(text)
        self._showing = False

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Leave to the host what is the host's."""
        if not self.host_takes(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        """Let the host open the menu."""
        if not self.host_opens(self, event):
            super().contextMenuEvent(event)

    def _know(self, text: str) -> None:
        self._known = text

    def _hear(self, text: str) -> None:
        if self._showing:
            self._known = text
        elif text != self._known:
            self.textEdited.emit(text)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take texts."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


class TextBox(QPlainTextEdit, Hosted):
    """Several lines of text."""

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Leave to the host what is the host's."""
        if not self.host_takes(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        """Let the host open the menu."""
        if not self.host_opens(self, event):
            super().contextMenuEvent(event)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take texts."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
        else:
            super().dragEnterEvent(event)
