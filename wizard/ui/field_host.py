"""What the window does for a field with the keyboard: the menus keep their keys, the field's menu the plan's undo."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class FieldHost:
    """The main window, for a field of a page.

    A line of text would take Ctrl+E and Ctrl+K for itself on some desktops, and everywhere undo: but there is one
    history, the plan's, and it words what it undoes.
    """

    def __init__(self) -> None:
        self.undo: QAction | None = None
        self.redo: QAction | None = None
        self._by_key: dict[str, QAction] = {}

    def keep(self, actions: Iterable[QAction]) -> None:
        """Keep the keys of these actions for them."""
        self._by_key = {key.toString(): action for action in actions for key in action.shortcuts()}

    def take_key(self, event: "QKeyEvent") -> bool:
        """Do what the key stands for in the menus; tell whether it stands for something there."""
        if event.text().isprintable() and event.text() and event.modifiers() in _ALONE:
            return False
        action = self._by_key.get(QKeySequence(event.keyCombination()).toString())
        if action is None:
            return False
        action.trigger()
        return True

    def open_menu(self, field: QLineEdit | QPlainTextEdit, place: QPoint) -> None:
        """Open the field's menu at a place on the screen."""
        self.menu(field).popup(place)

    def menu(self, field: QLineEdit | QPlainTextEdit) -> QMenu:
        """Return the field's usual menu, with the plan's undo and redo in the place of the letters'."""
        menu = field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, ours in (("edit-undo", self.undo), ("edit-redo", self.redo)):
            theirs = next((each for each in menu.actions() if each.objectName() == name), None)
            if theirs is not None and ours is not None:
                menu.insertAction(theirs, ours)
                menu.removeAction(theirs)
        return menu
