"""Edits which of several fixed values are meant: check boxes, each with one line that says what it is."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from wizard.language import _
from wizard.ui.widgets.editor import Editor


class CheckList(Editor):
    """The values in their own order; the edited value is a tuple of those that are checked."""

    def __init__(self, choices: Iterable[tuple[Any, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[Any, QCheckBox] = {}
        self._value: tuple[Any, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (value, label, about) in enumerate(choices):
            box = QCheckBox(label, self)
            box.setAccessibleDescription(about)
            line = QLabel(about, self)
            line.setProperty("kind", "quiet")
            line.setWordWrap(True)
            grid.addWidget(box, row, 0)
            grid.addWidget(line, row, 1)
            self._boxes[value] = box
            self.take(box)
            box.clicked.connect(self._tell)

    def labelled(self) -> QWidget:
        """Return the whole: a screen reader calls a box by the label that names it, and leaves out its own words."""
        return self

    def show_value(self, value: tuple[Any, ...]) -> None:
        """Check the boxes of these values."""
        self._value = value
        for known, box in self._boxes.items():
            if box.isChecked() != (known in value):
                box.setChecked(known in value)

    def name_inputs(self, name: str, description: str) -> None:
        """Name each box by the question and its own label."""
        del description
        for box in self._boxes.values():
            box.setAccessibleName(_("{question}: {answer}").format(question=name, answer=box.text()))

    def describe_inputs(self, description: str) -> None:
        """Leave the boxes their own lines."""

    def show_place(self, rest: str) -> None:
        """Put the focus on the box of the value's entry `rest` (``[1]``), the first box otherwise."""
        index = int(rest.strip("[]")) if rest.strip("[]").isdecimal() else None
        value = self._value[index] if index is not None and index < len(self._value) else None
        box = self._boxes.get(value) or next(iter(self._boxes.values()))
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self) -> None:
        self.edited.emit(tuple(value for value, box in self._boxes.items() if box.isChecked()))
