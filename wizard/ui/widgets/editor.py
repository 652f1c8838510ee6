"""What edits one value of the plan: it shows a value, and tells what the person makes of it."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary, ref

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from wizard.ui.widgets.lines import row_in


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
        _watch().editors[widget] = ref(self)
        if not self._inputs:
            self.setFocusProxy(widget)
        self._inputs.append(widget)

    def fill(self, *widgets: QWidget) -> None:
        """Stand the widgets beside each other, the first one taking the room."""
        row = row_in(self)
        for widget in widgets:
            row.addWidget(widget, stretch=1 if widget is widgets[0] else 0)


class _Watch:
    """Follows the focus of the program, for all editors: a filter on each would be shown every event of its inputs."""

    def __init__(self) -> None:
        self.editors: WeakKeyDictionary[QWidget, ref[Editor]] = WeakKeyDictionary()
        self._within: ref[Editor] | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._move)

    def _move(self, old: QWidget | None, new: QWidget | None) -> None:
        left = self._editor(old)
        if old is not None and left is not None and _goes(old, new):
            self._leave(left)
        entered = self._editor(new)
        within = _there(self._within)
        if new is not None and within is not None and within is not entered and new.window() is within.window():
            self._leave(within)  # the keyboard was in a dialog, which led on to something else
        if entered is not None:
            self._within = ref(entered)
            entered.entered.emit()

    def _leave(self, editor: Editor) -> None:
        self._within = None
        editor.left.emit()

    def _editor(self, widget: QWidget | None) -> Editor | None:
        return _there(self.editors.get(widget)) if widget is not None else None


def _there(known: ref[Editor] | None) -> Editor | None:
    editor = known() if known is not None else None
    return editor if editor is not None and isValid(editor) else None


@cache
def _watch() -> _Watch:
    return _Watch()


def _goes(old: QWidget, new: QWidget | None) -> bool:
    """Tell whether the person went elsewhere, which a menu, a list that drops down and another window are not."""
    if not isValid(old):
        return False
    return old.window().isActiveWindow() if new is None else new.window() is old.window()
