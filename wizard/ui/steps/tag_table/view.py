"""The table of the tags at work: its keys, and the editing from cell to cell."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from wizard.ui.steps.tag_table.cell import cell
from wizard.ui.steps.tag_table.grid import TagGrid
from wizard.ui.steps.tag_table.held_back import HeldBack
from wizard.ui.steps.tag_table.model import CHECKS, FIELDS, Column

_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_STEPS: Final = {
    QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
    QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
}
_BY_PROGRAM: Final = QAbstractItemView.EditTrigger.AllEditTriggers


class TagTable(TagGrid):
    """Tab goes from cell to cell while one is edited, and leaves the table otherwise.

    Signals:
        add_asked: one more tag, at its end.
        remove_asked: without these rows.
        move_asked: the chosen rows up (-1) or down (1).
        began: a cell is going to be edited.
        ended: its editing has ended; whether it shall be as before.
    """

    add_asked = Signal()
    remove_asked = Signal(object)
    move_asked = Signal(int)
    began = Signal()
    ended = Signal(bool)

    def show_place(self, path: str) -> None:
        """Put the focus on the cell that edits the place."""
        row, field = cell(path)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if row is not None:
            self.go_to(row, FIELDS.index(field) if field in FIELDS else 0)

    def begin_row(self, row: int) -> None:
        """Edit the key of a row that was just added; nothing is held against it before it is left."""
        self.held = HeldBack(row)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to(row)
        self._open(self.tags.index(row, Column.KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on Insert, remove on Delete, move on Alt+Up and Alt+Down, edit on Enter; the rest is the table's."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.move_asked.emit(_MOVES[key])
        elif plain and key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit(self.chosen_rows())
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        index = self.currentIndex()
        if not index.isValid():
            self.add_asked.emit()
        elif index.column() in CHECKS:
            self.cells.toggle(index)
        else:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        """Edit a cell, where it is not edited already."""
        self.edit(index, _BY_PROGRAM, QEvent(QEvent.Type.None_))

    def edit(self, index: QModelIndex, *how: Any) -> Any:  # type: ignore[override] # Qt's two forms of it
        """Edit a cell. A check box is an editor only on the way of Tab; by itself, Space turns it."""
        if how and index.column() in CHECKS and how[0] != _BY_PROGRAM:
            return super().edit(index, QAbstractItemView.EditTrigger.NoEditTriggers, how[1])
        before = self.state()
        done = super().edit(index, *how)
        if before != self.State.EditingState and self.state() == self.State.EditingState:
            self._begin(index)
        return done

    def _begin(self, index: QModelIndex) -> None:
        if self.held is None or self.held.row != index.row():
            self.held = HeldBack(index.row(), self.findings.shown.get(index.row(), ()))
        self.held.go_to(FIELDS[index.column()])
        self.began.emit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next cell that can be seen, from the last one to a new tag; show what was held back."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.ended.emit(hint == QAbstractItemDelegate.EndEditHint.RevertModelCache)
        step = _STEPS.get(hint, 0)
        following = self._beside(row, column, step) if step else None
        if following is None or following[0] != row:
            self.held = None
        if following is not None:
            index = self.tags.index(*following)
            self.setCurrentIndex(index)
            self._open(index)
        self.show_what_waited()
        if following is None and step > 0:
            self.add_asked.emit()

    def _beside(self, row: int, column: int, step: int) -> tuple[int, int] | None:
        seen = self.seen_columns()
        at = row * len(seen) + seen.index(column) + step
        return (at // len(seen), seen[at % len(seen)]) if 0 <= at < self.tags.rowCount() * len(seen) else None
