"""What edits one value of the plan: it shows a value, and tells what the person makes of it."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from wizard.ui.widgets.lines import row_in

_STAYS_WITHIN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Editor(QWidget):
    """An editor of one value. It holds no value of its own beside what its inputs show.

    Signals:
        edited: the new value, at each key press.
        entered, left: the person came to one of its inputs, or went elsewhere; a menu is not elsewhere.
    """

    edited = Signal(object)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inputs: list[QWidget] = []

    def show_value(self, value: Any) -> None:
        """Write the value into the inputs, and leave alone the input that already says it. Tells nobody."""
        raise NotImplementedError

    def inputs(self) -> tuple[QWidget, ...]:
        """Return what takes the keys, the first one first."""
        return tuple(self._inputs)

    def labelled(self) -> QWidget:
        """Return what the field's label names: where each input has a name of its own, none of them."""
        return self.focusProxy() or self

    def last_input(self) -> QWidget:
        """Return what is last in the order of Tab."""
        return self._inputs[-1] if self._inputs else self

    def name_inputs(self, name: str, description: str) -> None:
        """Say to assistive technology what the inputs are for."""
        for widget in self._inputs:
            widget.setAccessibleName(name)
        self.describe_inputs(description)

    def describe_inputs(self, description: str) -> None:
        """Say to assistive technology what is to be said about the value: the help, or what is wrong with it."""
        for widget in self._inputs:
            if widget.accessibleDescription() != description:
                widget.setAccessibleDescription(description)

    def mark(self, rests: Iterable[str]) -> None:
        """Mark the value's parts (``[1]``) about which something is said; an editor of one part has nothing to mark."""

    def show_place(self, rest: str) -> None:
        """Put the focus where the value's part `rest` (``[1]``, empty for the whole) is edited."""
        del rest
        if self._inputs:
            self._inputs[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self, widget: QWidget) -> None:
        """Make the widget an input: what the focus is watched on."""
        widget.installEventFilter(self)
        if not self._inputs:
            self.setFocusProxy(widget)
        self._inputs.append(widget)

    def fill(self, *widgets: QWidget) -> None:
        """Stand the widgets beside each other, the first one taking the room."""
        row = row_in(self)
        for widget in widgets:
            row.addWidget(widget, stretch=1 if widget is widgets[0] else 0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell when the focus comes and goes; of all other events, of which there are many, it wants nothing."""
        if isinstance(event, QFocusEvent):
            if event.gotFocus():
                self.entered.emit()
            elif event.lostFocus():
                self._leave(event.reason())
        return False

    def _leave(self, reason: Qt.FocusReason) -> None:
        if reason not in _STAYS_WITHIN:
            self.left.emit()
