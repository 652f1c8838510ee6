"""The menu of a text field: undo and redo in it are the plan's, in words, as everywhere else."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

_OWN_MENU = (QLineEdit.contextMenuEvent, QPlainTextEdit.contextMenuEvent)


class FieldMenu(QObject):
    """Follows the field that has the keyboard. Fields with a menu of their own keep it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.undo: QAction | None = None
        self.redo: QAction | None = None

    def follow(self, field: QWidget) -> None:
        """Answer for the menu of a field, until it is left."""
        for part in _parts(field):
            part.installEventFilter(self)

    def leave(self, field: QWidget) -> None:
        """Answer for it no more."""
        for part in _parts(field):
            part.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu."""
        if not isinstance(event, QContextMenuEvent) or not isinstance(watched, QWidget):
            return super().eventFilter(watched, event)
        field = _text_of(watched)
        if isinstance(field, QLineEdit | QPlainTextEdit) and type(field).contextMenuEvent in _OWN_MENU:
            keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
            place = field.cursorRect().bottomLeft() if keyboard else event.pos()
            self.menu(field).popup((field if keyboard else watched).mapToGlobal(place))
            return True
        return super().eventFilter(watched, event)

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


def _text_of(watched: QWidget) -> QWidget | None:
    """Return the field whose menu it is: a number's line, whose own menu has one mnemonic twice, or a text."""
    if isinstance(watched, QAbstractSpinBox):
        return watched.findChild(QLineEdit)
    return watched if isinstance(watched, QLineEdit | QPlainTextEdit) else watched.parentWidget()


def _parts(field: QWidget) -> tuple[QWidget, ...]:
    return (field, field.viewport()) if isinstance(field, QPlainTextEdit) else (field,)
