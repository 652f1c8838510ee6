"""Edits a value of a fixed set."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from wizard.ui.widgets.editor import Editor

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class QuietComboBox(QComboBox):
    """A combo box that the wheel changes only when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self._unseen = QLabel(self)
        self._unseen.setTextFormat(Qt.TextFormat.PlainText)
        self._unseen.hide()

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """Leave the wheel to the page that scrolls, unless the box has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def name_by_itself(self, name: str) -> None:
        """Name the box where no label stands beside it.

        What a box is called, Linux tells assistive technology by its label alone; its own name there is its value.
        """
        self.setAccessibleName(name)
        self._unseen.setText(name)
        self._unseen.setBuddy(self)


class Choice(Editor):
    """A drop-down of values with their labels. It is filled when it first shows a value: a field may never be seen."""

    def __init__(self, choices: Iterable[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QuietComboBox(self)
        known = tuple(choices)
        self._values = [value for value, _label in known]  # not the items' data: Qt gives an enum's member as its text
        self._labels = [label for _value, label in known]
        self.box.activated.connect(self._tell)
        self.take(self.box)
        self.fill(self.box)

    def show_value(self, value: Any) -> None:
        """Choose the value's entry."""
        if not self.box.count():
            self.box.addItems(self._labels)
        index = self._values.index(value) if value in self._values else -1
        if self.box.currentIndex() != index:
            self.box.setCurrentIndex(index)

    def _tell(self, index: int) -> None:
        self.edited.emit(self._values[index])


class RadioChoice(Editor):
    """Radio buttons of values, each with one line that says what it is."""

    def __init__(self, choices: Iterable[tuple[Any, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        for value, label, about in choices:
            self._add(column, value, label, about)
        self._group.idClicked.connect(self._tell)

    def _add(self, column: QVBoxLayout, value: Any, label: str, about: str) -> None:
        button = QRadioButton(label, self)
        line = QLabel(about, self)
        line.setProperty("kind", "quiet")
        line.setWordWrap(True)
        line.setContentsMargins(24, 0, 0, 4)
        button.setAccessibleDescription(about)
        self._group.addButton(button, len(self._values))
        self._values.append(value)
        column.addWidget(button)
        column.addWidget(line)
        self.take(button)

    def show_value(self, value: Any) -> None:
        """Check the value's button."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def name_inputs(self, name: str, description: str) -> None:
        """Name each button by the question and its own label."""
        del description
        for button in self._group.buttons():
            button.setAccessibleName(f"{name}: {button.text()}")

    def describe_inputs(self, description: str) -> None:
        """Leave the buttons their own lines."""

    def show_place(self, rest: str) -> None:
        """Put the focus on the chosen button."""
        del rest
        button = self._group.checkedButton() or self._group.buttons()[0]
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, index: int) -> None:
        self.edited.emit(self._values[index])
