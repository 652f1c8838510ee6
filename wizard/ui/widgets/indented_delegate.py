"""Paints a table's cells with their text under that of the heading, and a quiet line below each row."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wizard.ui.colours import colours

INDENT: Final = 5
"""Pixels that a heading's text stands further in than a cell's."""


class IndentedDelegate(QStyledItemDelegate):
    """For tables that are only read; without `elide`, names are elided in the middle and sentences at their end."""

    def __init__(self, parent: QWidget, elide: Qt.TextElideMode | None = None) -> None:
        super().__init__(parent)
        self._elide = elide

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        inner = QStyleOptionViewItem(option)
        inner.rect = QStyle.visualRect(option.direction, option.rect, option.rect.adjusted(INDENT, 0, -INDENT, 0))
        inner.textElideMode = self._elide or _elision(str(index.data()))
        super().paint(painter, inner, index)
        painter.setPen(QColor(colours(option.palette).line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def _elision(text: str) -> Qt.TextElideMode:
    return Qt.TextElideMode.ElideRight if " " in text else Qt.TextElideMode.ElideMiddle
