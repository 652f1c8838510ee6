"""A text to be read and copied, beside a table whose row it explains; Tab leaves it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class ReadingPane(QPlainTextEdit):
    """Some lines, which scroll."""

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setPlaceholderText(placeholder)
        self.setMinimumSize(200, 96)

    def sizeHint(self) -> QSize:
        """Ask for little: it takes what room there is, and scrolls by itself where there is none."""
        return self.minimumSize()

    def say(self, text: str) -> None:
        """Show a text."""
        if text != self.toPlainText():
            self.setPlainText(text)
