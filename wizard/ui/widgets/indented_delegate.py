"""Paints a table's cells with their text under that of the heading, and a quiet line below each row."""

import re
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wizard.ui.colours import colours

INDENT: Final = 5
"""Pixels that a heading's text stands further in than a cell's."""
_AFTER_SIGN: Final = re.compile(r"(?<=[:/=,;])(?=\w)")
_MAY_BREAK: Final = "\u200b"
"""Where a name may be parted: in an ARN, a tag and its value, an attribute's name; and the sign that tells Qt."""
_NO_SPACES: Final = "\u3000"
"""The first character of the scripts whose sentences have none."""


class IndentedDelegate(QStyledItemDelegate):
    """For tables that are only read; without `elide`, names are elided in the middle and sentences at their end.

    Attributes:
        wraps: whether sentences go on in a second line before they are elided; the row must have room for it.
    """

    def __init__(self, parent: QWidget, elide: Qt.TextElideMode | None = None) -> None:
        super().__init__(parent)
        self._elide = elide
        self.wraps = False

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        inner = QStyleOptionViewItem(option)
        inner.rect = QStyle.visualRect(option.direction, option.rect, option.rect.adjusted(INDENT, 0, -INDENT, 0))
        text = str(index.data())
        if self.wraps and len(pieces(text)) > 1:
            inner.textElideMode = Qt.TextElideMode.ElideRight
            inner.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        else:
            inner.textElideMode = self._elide or _elision(text)
        super().paint(painter, inner, index)
        painter.setPen(QColor(colours(option.palette).line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        frame_current(painter, option, option.rect.adjusted(0, 0, 0, -1))

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        """Return what a cell shows; where it wraps, a name too may go on in the next line, after a sign."""
        text = super().displayText(value, locale)
        return _AFTER_SIGN.sub(_MAY_BREAK, text) if self.wraps else text


def pieces(text: str) -> list[str]:
    """Return what cannot be parted where a cell wraps: words, and the parts of names between their signs."""
    return [piece for word in text.split() for piece in _AFTER_SIGN.split(word)]


def frame_current(painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
    """Frame the cell that the keyboard is in, which Qt's own style shows by a faint shade alone."""
    if option.state & QStyle.StateFlag.State_HasFocus:
        chosen = option.state & QStyle.StateFlag.State_Selected
        painter.setPen(colours(QGuiApplication.palette()).of("on_selection" if chosen else "focus"))
        painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _elision(text: str) -> Qt.TextElideMode:
    sentence = " " in text or any(character >= _NO_SPACES for character in text)
    return Qt.TextElideMode.ElideRight if sentence else Qt.TextElideMode.ElideMiddle
