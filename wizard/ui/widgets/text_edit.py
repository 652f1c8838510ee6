"""Edits one line of text, where an empty one may stand for nothing."""

from PySide6.QtWidgets import QLineEdit, QWidget

from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.text_input import Line


class TextEdit(Editor):
    """A line of text. With `optional`, an empty line is the value None."""

    def __init__(
        self,
        *,
        optional: bool = False,
        placeholder: str = "",
        mono: bool = False,
        line: QLineEdit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._optional = optional
        self.line = line or Line(self)
        self.line.setPlaceholderText(placeholder)
        if mono:
            self.line.setProperty("kind", "mono")
        self.line.textEdited.connect(self._tell)
        self.take(self.line)
        self.fill(self.line)

    def show_value(self, value: str | None) -> None:
        """Write the text, unless the line already says it."""
        text = value or ""
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0 if not self.line.hasFocus() else len(text))

    def _tell(self, text: str) -> None:
        self.edited.emit(None if self._optional and not text else text)
