"""Inputs for text that leave a dropped file to what holds them; Qt's own would write the address into the text.

What assistive technology puts into a line counts as typed: Qt tells of it as if the program had set the text.
"""

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class Line(QLineEdit):
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

    def _know(self, text: str) -> None:
        self._known = text

    def _hear(self, text: str) -> None:
        if self._showing:
            self._known = text
        elif text != self._known:
            self.textEdited.emit(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take texts."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


class TextBox(QPlainTextEdit):
    """Several lines of text."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take texts."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
        else:
            super().dragEnterEvent(event)
