"""Edits text of several lines; Tab leaves it."""

from PySide6.QtWidgets import QWidget

from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.text_input import TextBox

_LINES = 3


class NotesEdit(Editor):
    """Free text of several lines, as plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.text = TextBox(self)
        self.text.setTabChangesFocus(True)
        margins = self.text.contentsMargins()
        frame = 2 * int(self.text.document().documentMargin()) + margins.top() + margins.bottom()
        self.text.setFixedHeight(_LINES * self.text.fontMetrics().lineSpacing() + frame)
        self.text.textChanged.connect(self._tell)
        self.take(self.text)
        self.fill(self.text)

    def show_value(self, value: str) -> None:
        """Write the text, unless it already stands there.

        What stands there may read back otherwise: Qt has its own signs for the end of a line.
        """
        if self._value != value:
            self._value = value
            self.blockSignals(True)
            self.text.setPlainText(value)
            self.blockSignals(False)

    def _tell(self) -> None:
        if not self.signalsBlocked():
            self._value = self.text.toPlainText()
            self.edited.emit(self._value)
