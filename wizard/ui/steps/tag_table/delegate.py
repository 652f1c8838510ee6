"""How a cell of the tags' table is painted and edited. The lower part of a row belongs to its findings."""

from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wizard.language import _
from wizard.plan.model import SEPARATORS
from wizard.rules.finding import Severity
from wizard.ui.steps.tag_table.model import ABOUT, CHECKS, HEADINGS, SEVERITY_ROLE, Column
from wizard.ui.theme import darken_edges
from wizard.ui.widgets.choice import QuietComboBox
from wizard.ui.widgets.expression_edit import Completions, ExpressionLine
from wizard.ui.widgets.indented_delegate import INDENT, frame_current
from wizard.ui.widgets.list_text import unlisted
from wizard.ui.widgets.severity import severity_icon
from wizard.ui.widgets.text_input import Line

Index = QModelIndex | QPersistentModelIndex

_ICON: Final = 16


class TagDelegate(QStyledItemDelegate):
    """Paints and edits the cells.

    Attributes:
        height: of the upper part of a row, in which the cells stand.
    """

    def __init__(self, completions: Completions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._completions = completions
        self.height = 32

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the text's width and the cells' height."""
        return QSize(super().sizeHint(option, index).width() + 16, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell into the upper part of its row, a mark at its end where something is said about it."""
        super().paint(painter, option, index)
        severity = index.data(SEVERITY_ROLE)
        if severity is not None:
            rect = self.upper(option.rect)
            place = QRect(rect.right() - _ICON - 4, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            seen = QStyle.visualRect(option.direction, rect, place)
            severity_icon(Severity(severity)).paint(painter, seen, mode=_mode(option))
        frame_current(painter, option, self.upper(option.rect))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Keep to the upper part of the row and clear of the mark, and elide in the middle."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
        if index.column() in CHECKS:
            darken_edges(option.palette)
        rect = self.upper(option.rect)
        indent = 0 if index.column() in CHECKS else INDENT
        inner = rect.adjusted(indent, 0, 0 if index.data(SEVERITY_ROLE) is None else -_ICON - 8, 0)
        option.rect = QStyle.visualRect(option.direction, rect, inner)

    def upper(self, rect: QRect) -> QRect:
        """Return the upper part of a row's rectangle."""
        return QRect(rect.left(), rect.top(), rect.width(), min(rect.height(), self.height))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell; what is typed in it reaches the model at each key press."""
        editor = self._editor(Column(index.column()), parent)
        editor.setAccessibleName(
            _("{column}, row {row}").format(column=_(HEADINGS[index.column()]), row=index.row() + 1)
        )
        editor.setAccessibleDescription(_(ABOUT[index.column()]))
        editor.setAutoFillBackground(True)
        self.updateEditorGeometry(editor, option, index)  # in its place, as what has the keyboard is scrolled to
        editor.show()  # Qt selects what is in it before it gives it the keyboard,
        editor.setFocus()  # and a screen reader that hears of the selection first does not say which cell it is
        return editor

    def _editor(self, column: Column, parent: QWidget) -> QWidget:
        if column in CHECKS:
            check = QCheckBox(parent)
            check.clicked.connect(lambda: self.commitData.emit(check))
            return check
        if column is Column.SEPARATOR:
            box = QuietComboBox(parent)
            box.addItem(_("none"), "")
            for separator in SEPARATORS:
                box.addItem(separator, separator)
            box.activated.connect(lambda: self.commitData.emit(box))
            return box
        line = ExpressionLine(self._completions, parent) if column is Column.VALUE else Line(parent)
        line.setFrame(False)
        line.textEdited.connect(lambda: self.commitData.emit(line))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Write the cell into its editor, unless the editor already says it."""
        if isinstance(editor, QCheckBox):
            editor.setChecked(index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        elif isinstance(editor, QLineEdit):
            _write(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell the model what the editor says, where it says something else than the cell."""
        if isinstance(editor, QCheckBox):
            state = editor.checkState()
            if state != index.data(Qt.ItemDataRole.CheckStateRole):
                model.setData(_plain(index), state, Qt.ItemDataRole.CheckStateRole)
            return
        written = editor.currentData() if isinstance(editor, QComboBox) else _text(editor)
        if written != index.data(Qt.ItemDataRole.EditRole):
            model.setData(_plain(index), written, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the editor over the cell."""
        place = self.upper(option.rect)
        if index.column() in CHECKS:
            place = place.adjusted(4, 1, -1, -1)
        editor.setGeometry(place)

    def toggle(self, index: QModelIndex) -> None:
        """Turn a check cell."""
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        index.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter and the arrows of an open drop-down be its own."""
        if isinstance(editor, QCheckBox) and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            return False
        return super().eventFilter(editor, event)


def _mode(option: QStyleOptionViewItem) -> QIcon.Mode:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    return QIcon.Mode.Selected if chosen else QIcon.Mode.Normal


def _write(editor: QLineEdit, index: Index) -> None:
    text = str(index.data(Qt.ItemDataRole.EditRole) or "")
    same: Any = editor.text() == text
    if index.column() == Column.ALLOWED:
        same = same or unlisted(editor.text()) == unlisted(text)
    if not same:
        editor.setText(text)


def _text(editor: QWidget) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else ""


def _plain(index: Index) -> QModelIndex:
    return index.model().index(index.row(), index.column())
