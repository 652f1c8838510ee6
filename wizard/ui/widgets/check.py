"""Edits a yes or no."""

from PySide6.QtWidgets import QCheckBox, QWidget

from wizard.ui.widgets.editor import Editor


class Check(Editor):
    """A check box; its own text is the question."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(text, self)
        self.box.clicked.connect(self._tell)
        self.take(self.box)
        self.fill(self.box)

    def show_value(self, value: bool) -> None:
        """Check the box, or clear it."""
        if self.box.isChecked() != value:
            self.box.setChecked(value)

    def _tell(self, checked: bool) -> None:
        self.edited.emit(checked)
