"""Edits which of several names are meant, each a check box."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wizard.language import _
from wizard.quoting.wording import seen
from wizard.ui.tip import tip
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.flow_layout import FlowLayout
from wizard.ui.widgets.laid_out_once import laid_out_once

_WIDEST: Final = 280
_LONGEST: Final = 300


class NameChoice(Editor):
    """Check boxes of the offered names, and of those that the value holds although nobody offers them.

    `stranger` words the latter: "{name} (no such tag)". `nothing` stands on a button where there is nothing to choose.

    Signals:
        nothing_asked: go where names are made.
    """

    nothing_asked = Signal()

    def __init__(self, stranger: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stranger = stranger
        self._offered: tuple[str, ...] = ()
        self._value: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._boxes: list[QCheckBox] = []
        self._question = ("", "")
        self._words: Callable[[str], str] = str
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout()
        column.addLayout(self._flow)
        self.nothing = QPushButton(nothing, self)
        self.nothing.setProperty("kind", "inline")
        self.nothing.clicked.connect(self.nothing_asked)
        row = QHBoxLayout()
        row.addWidget(self.nothing)
        row.addStretch(1)
        column.addLayout(row)

    def offer(self, names: Iterable[str], words: Callable[[str], str] = str) -> None:
        """Offer these names, each once, in this order, worded by `words`; shown with the next value."""
        self._offered = tuple(dict.fromkeys(names))
        self._words = words

    def show_value(self, value: tuple[str, ...]) -> None:
        """Check the boxes of the value's names."""
        self._value = value
        names = tuple(dict.fromkeys((*self._offered, *value)))
        if names != self._shown:
            self._show_names(names)
        for name, box in zip(names, self._boxes, strict=False):
            text = self._text(name)
            if box.toolTip() != text:
                self._word(box, text)
            if box.isChecked() != (name in value):
                box.setChecked(name in value)

    def last_input(self) -> QWidget:
        """Return the last box, or the button that stands where there is nothing to choose."""
        return self._boxes[-1] if self._boxes else self.nothing

    def name_inputs(self, name: str, description: str) -> None:
        """Name each box by the question and its own label."""
        self._question = (name, description)
        for box in self._boxes:
            self._name(box)

    def describe_inputs(self, description: str) -> None:
        """Describe each box."""
        self._question = (self._question[0], description)
        super().describe_inputs(description)

    def show_place(self, rest: str) -> None:
        """Put the focus on the box of the value's entry `rest` (``[1]``), the first box otherwise."""
        index = int(rest.strip("[]")) if rest.strip("[]").isdecimal() else None
        name = self._value[index] if index is not None and index < len(self._value) else None
        at = self._shown.index(name) if name in self._shown else 0
        (self._boxes[at] if self._shown else self.nothing).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_names(self, names: tuple[str, ...]) -> None:
        self._shown = names
        with laid_out_once(self):
            while len(self._boxes) < len(names):
                self._add_box()
            for index, box in enumerate(self._boxes):
                box.setVisible(index < len(names))
            self.nothing.setVisible(not names)
            self._flow.invalidate()

    def _add_box(self) -> None:
        box = QCheckBox(self)
        index = len(self._boxes)
        QWidget.setTabOrder(self.last_input(), box)
        self._boxes.append(box)
        self._flow.addWidget(box)
        self.take(box)
        box.clicked.connect(lambda checked: self._tell(index, checked=checked))

    def _text(self, name: str) -> str:
        known = name in self._offered
        return self._words(seen(name, _LONGEST)) if known else self._stranger.format(name=seen(name, _LONGEST))

    def _word(self, box: QCheckBox, text: str) -> None:
        elided = box.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _WIDEST)
        box.setText(elided.replace("&", "&&"))
        box.setToolTip(tip(text))
        self._name(box)

    def _name(self, box: QCheckBox) -> None:
        question, description = self._question
        box.setAccessibleName(_("{question}: {answer}").format(question=question, answer=box.toolTip()))
        box.setAccessibleDescription(description)

    def _tell(self, index: int, *, checked: bool) -> None:
        name = self._shown[index]
        others = tuple(known for known in self._value if known != name)
        self.edited.emit(self._with(others, name) if checked else others)

    def _with(self, others: tuple[str, ...], name: str) -> tuple[str, ...]:
        def place(known: str) -> int:
            return self._shown.index(known)

        ordered = tuple(sorted(others, key=place)) == others
        return tuple(sorted((*others, name), key=place)) if ordered else (*others, name)
