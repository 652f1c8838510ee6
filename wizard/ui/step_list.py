"""The list of steps, always in sight: each with its state and the number of its problems; under a line, the views."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wizard.app.steps.step import Step
from wizard.app.views.view import View
from wizard.language import _
from wizard.ui.colours import colours
from wizard.ui.icon import icon
from wizard.ui.measures import STEP_HEIGHT, STEP_INDENT
from wizard.ui.widgets.chosen_row import follow_selection
from wizard.ui.widgets.steady_list import SteadyList

_ID: Final = Qt.ItemDataRole.UserRole
_COUNT: Final = Qt.ItemDataRole.UserRole + 1
_ICON: Final = Qt.ItemDataRole.UserRole + 2
_VIEW: Final = Qt.ItemDataRole.UserRole + 3
_BELOW_LINE: Final = Qt.ItemDataRole.UserRole + 4
_GAP: Final = 8
_SIDE: Final = STEP_INDENT - 2 * _GAP
_ROUND: Final = 4
_LINE_ROOM: Final = 17
"""Pixels for the line that parts the views from the steps."""


class _Row(QStyledItemDelegate):
    """Draws a step: the icon of its state, its title, at the right the number of its problems.

    What it needs to know of a row it asks the list, not the option: an option's state makes Qt's class of all styles,
    half a megabyte of enumerations.
    """

    def __init__(self, steps: "StepList") -> None:
        super().__init__(steps)
        self._list = steps

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a height with room above and below the title."""
        line = _LINE_ROOM if index.data(_BELOW_LINE) else 0
        return QSize(0, max(STEP_HEIGHT, option.fontMetrics.height() + 2 * _GAP) + line)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one step, or one view."""
        painter.save()
        if index.data(_BELOW_LINE):
            self._line(painter, option)
            option.rect = option.rect.adjusted(0, _LINE_ROOM, 0, 0)
        self._ground(painter, option, index.row())
        rect = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        place = QRect(rect.left(), rect.center().y() - _SIDE // 2 + 1, _SIDE, _SIDE)
        if index.data(_ICON):
            icon(index.data(_ICON)).paint(painter, _turned(option, rect, place))
        self._words(painter, option, index, rect.adjusted(_SIDE + _GAP, 0, 0, 0))
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, option: QStyleOptionViewItem) -> None:
        painter.setPen(colours(option.palette).of("line"))
        height = option.rect.top() + _LINE_ROOM // 2
        painter.drawLine(option.rect.left() + _GAP, height, option.rect.right() - _GAP, height)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        chosen = self._list.is_chosen(row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = option.rect.adjusted(1, 1, -1, -1)
        known = colours(option.palette)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(inner, _ROUND, _ROUND)
            painter.setBrush(known.of("accent"))
            bar = QRect(inner.left(), inner.top() + _GAP, 3, inner.height() - 2 * _GAP)
            painter.drawRoundedRect(_turned(option, inner, bar), 1, 1)
        elif self._list.is_under_pointer(row):
            painter.setBrush(known.of("hover"))
            painter.drawRoundedRect(inner, _ROUND, _ROUND)
        if chosen and self._list.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(known.of("focus"))
            painter.drawRoundedRect(inner, _ROUND, _ROUND)

    def _words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        rect: QRect,
    ) -> None:
        font = option.font
        metrics = QFontMetrics(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.WindowText))
        count = index.data(_COUNT)
        if count:
            width = metrics.horizontalAdvance(count)
            place = rect.adjusted(rect.width() - width, 0, 0, 0)
            painter.drawText(_turned(option, option.rect, place), Qt.AlignmentFlag.AlignCenter, count)
            rect = rect.adjusted(0, 0, -width - _GAP, 0)
        title = metrics.elidedText(index.data(), Qt.TextElideMode.ElideMiddle, rect.width())
        where = _turned(option, option.rect, rect)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)


def _turned(option: QStyleOptionViewItem, within: QRect, rect: QRect) -> QRect:
    """Return where a part of a row stands: where reading goes from right to left, at its other end."""
    if option.direction == Qt.LayoutDirection.LeftToRight:
        return rect
    return rect.translated(within.left() + within.right() - rect.left() - rect.right(), 0)


class StepList(SteadyList):
    """The steps in order, and below them the views; choosing one goes there.

    Signals:
        chosen: the id of the step that the person asks for. view_chosen: the id of the view.
    """

    chosen = Signal(str)
    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setAccessibleName(_("Steps and views"))
        self.setItemDelegate(_Row(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pointed: QModelIndex | QPersistentModelIndex = QModelIndex()
        self.entered.connect(self._point)
        self.viewportEntered.connect(lambda: self._point(QModelIndex()))
        self.currentRowChanged.connect(self._chosen)
        follow_selection(self)

    def is_chosen(self, row: int) -> bool:
        """Tell whether a row is the chosen one."""
        return self.item(row).isSelected()

    def is_under_pointer(self, row: int) -> bool:
        """Tell whether the pointer is over a row."""
        return self.underMouse() and self._pointed.row() == row

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps, none of them touched yet; nothing happens when they are shown already."""
        shown = [item for item in self._items() if not item.data(_VIEW)]
        if [step.id for step in steps] == [item.data(_ID) for item in shown]:
            return
        self.blockSignals(True)
        for item in shown:
            self.takeItem(self.row(item))
        for number, step in enumerate(steps, 1):
            item = _item(step, f"Ctrl+{number}")
            self.insertItem(number - 1, item)
            self._mark(item, "untouched", "", _("not answered yet"))
        self.blockSignals(False)

    def show_views(self, views: Sequence[View]) -> None:
        """Show these views below the steps, once; they have no state."""
        self.blockSignals(True)
        for number, view in enumerate(views, 1):
            item = _item(view, f"Ctrl+Shift+{number}")
            item.setData(_VIEW, True)
            item.setData(_BELOW_LINE, number == 1)
            self.addItem(item)
            self.show_count(view.id, "", "")
        self.blockSignals(False)

    def show_state(self, step_id: str, icon_name: str, count: str, words: str) -> None:
        """Show one step's state: an icon, the number of its problems, and the same in words."""
        for item in self._items():
            if item.data(_ID) == step_id:
                self._mark(item, icon_name, count, words)

    def show_count(self, view_id: str, count: str, words: str) -> None:
        """Show beside a view's name what it counted, and say the same in words; nothing for an empty text."""
        for item in self._items():
            if item.data(_ID) == view_id:
                self._mark(item, "", count, words or _("view"))

    def show_current(self, known_id: str) -> None:
        """Mark the step that the administrator is at, or the view."""
        self.blockSignals(True)
        for item in self._items():
            if item.data(_ID) == known_id:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _mark(self, item: QListWidgetItem, icon_name: str, count: str, words: str) -> None:
        spoken = _("{title}, {state}").format(title=item.text(), state=words)
        marks = ((_ICON, icon_name), (_COUNT, count), (Qt.ItemDataRole.AccessibleTextRole, spoken))
        for role, value in marks:
            if item.data(role) != value:
                item.setData(role, value)

    def _point(self, index: QModelIndex) -> None:
        self._pointed = QPersistentModelIndex(index)

    def _chosen(self, row: int) -> None:
        if row >= 0:
            item = self.item(row)
            (self.view_chosen if item.data(_VIEW) else self.chosen).emit(item.data(_ID))


def _item(known: Step | View, keys: str) -> QListWidgetItem:
    item = QListWidgetItem(_(known.title))
    item.setData(_ID, known.id)
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    item.setToolTip(_("{title} ({keys})").format(title=_(known.title), keys=native))
    return item
