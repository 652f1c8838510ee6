"""Inputs for text that leave a dropped file to what holds them; Qt's own would write the address into the text."""

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class Line(QLineEdit):
    """One line of text."""

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
