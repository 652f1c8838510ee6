"""A list of choices in two lines each: what it is, and under it what it gives."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wizard.language import _
from wizard.ui.colours import colours
from wizard.ui.widgets.chosen_row import follow_selection

Index = QModelIndex | QPersistentModelIndex
_GIVES: Final = Qt.ItemDataRole.UserRole
_GAP: Final = 8
_SIDE: Final = 12
_ROUND: Final = 4


class _Row(QStyledItemDelegate):
    """Draws a choice."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of two lines, with air above and below; the width is the list's."""
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one choice."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, chosen=chosen)
        rect = option.rect.adjusted(_SIDE, _GAP, -_SIDE, -_GAP)
        line = option.fontMetrics.lineSpacing()
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        known = colours(option.palette)
        ink = option.palette.color(QPalette.ColorRole.WindowText)
        first = QRect(rect.left(), rect.top(), rect.width(), line)
        for text, font, colour, place in (
            (index.data(), strong, ink, first),
            (index.data(_GIVES), option.font, known.of("quiet"), first.translated(0, line)),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, flags, shown)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = option.rect.adjusted(1, 1, -1, -1)
        known = colours(option.palette)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(known.of("hover"))
            painter.drawRoundedRect(inner, _ROUND, _ROUND)
        if chosen:
            painter.setBrush(known.of("accent"))
            bar = QRect(inner.left(), inner.top() + _GAP, 3, inner.height() - 2 * _GAP)
            painter.drawRoundedRect(QStyle.visualRect(option.direction, inner, bar), 1, 1)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(known.of("focus"))
            painter.drawRoundedRect(inner, _ROUND, _ROUND)


class ChoiceList(QListWidget):
    """The choices; Enter and a double click take one.

    Signals:
        taken: the row that was taken.
    """

    taken = Signal(int)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choices")
        self.setAccessibleName(name)
        self.setItemDelegate(_Row(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for title, gives in choices:
            item = QListWidgetItem(title, self)
            item.setData(_GIVES, gives)
            item.setToolTip(gives)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _("{title}: {about}").format(title=title, about=gives))
        self.setCurrentRow(0)
        follow_selection(self)
        self.itemActivated.connect(lambda item: self.taken.emit(self.row(item)))

    def sizeHint(self) -> QSize:
        """Ask for room for all choices."""
        height = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(560, height + 2 * self.frameWidth() + 2)
