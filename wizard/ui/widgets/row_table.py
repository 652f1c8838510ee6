"""A table that is read: rows of words with an icon at their beginning, drawn only where somebody looks."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTableView, QWidget

from wizard.ui.icon import icon
from wizard.ui.tip import tip
from wizard.ui.widgets.chosen_row import follow_selection
from wizard.ui.widgets.indented_delegate import INDENT, IndentedDelegate, pieces
from wizard.ui.widgets.read_table import shape

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_AIR: Final = 16
_LEAST: Final = 64
_LEAST_OF_TWO: Final = 82
_LAST: Final = 130
"""Pixels of air in a column, of its least width, also where it has two lines, and of the room kept for the last one."""
_MARGIN: Final = 4
"""Pixels beside a cell's text."""
_ROOM: Final = 12
"""Pixels of a row around its lines."""
_MEASURED: Final = 50
"""Rows by which a column's width is measured."""
_NUMBER: Final = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class Row(NamedTuple):
    """A cell's text for each heading, the icon of the first cell, and what is said of every cell of the row."""

    cells: tuple[str, ...]
    icon: str = ""
    about: str = ""


class RowModel(QAbstractTableModel):
    """The rows; `numbers` are the columns whose figures stand below each other.

    What stands in the first cell has the colour `quiet`, where there is one, when the row above says the same.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings: tuple[str, ...] = ()
        self.rows: Sequence[Row] = ()
        self.numbers: frozenset[int] = frozenset()
        self.quiet: Callable[[], QColor] | None = None

    def show_rows(self, headings: tuple[str, ...], rows: Sequence[Row], numbers: frozenset[int] = frozenset()) -> None:
        """Show these rows and no others."""
        self.beginResetModel()
        self.headings, self.rows, self.numbers = headings, rows, numbers
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's heading, which is told whole where the column is narrow."""
        if orientation is Qt.Orientation.Vertical or section >= len(self.headings):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self.numbers:
            return _NUMBER
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words; assistive technology hears the heading too."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(dict.fromkeys(filter(None, (row.cells[column], row.about)))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[column]}: {row.cells[column]}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and row.about != row.cells[column]:
            return row.about or None
        if role == Qt.ItemDataRole.DecorationRole and not column:
            return icon(row.icon) if row.icon else _blank()
        if role == Qt.ItemDataRole.TextAlignmentRole and column in self.numbers:
            return _NUMBER
        if role == Qt.ItemDataRole.ForegroundRole and self.quiet is not None and self._repeats(index):
            return self.quiet()
        return None

    def _repeats(self, index: Index) -> bool:
        row = index.row()
        return not index.column() and row > 0 and self.rows[row - 1].cells[0] == self.rows[row].cells[0]


@cache
def _blank() -> QIcon:
    """Return an icon of which nothing is seen, so that the words of all rows begin below each other."""
    nothing = QPixmap(16, 16)
    nothing.fill(Qt.GlobalColor.transparent)
    return QIcon(nothing)


class RowTable(QTableView):
    """The rows, one of them chosen; Tab leaves the table. With `wraps`, rows have two lines where one would be cut.

    Signals:
        row_shown: the row of the cursor; -1 for none. row_asked: Enter on it, or a double click.
    """

    row_shown = Signal(int)
    row_asked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self.known = RowModel(self)
        self._wraps = wraps
        self._widths: tuple[int, ...] = ()
        self._needed: dict[int, int] = {}
        self.setAccessibleName(name)
        shape(self)
        across = self.horizontalHeader()
        across.setStretchLastSection(True)
        across.setResizeContentsPrecision(_MEASURED)
        self.setModel(self.known)
        self.selectionModel().currentRowChanged.connect(lambda current: self.row_shown.emit(current.row()))
        follow_selection(self)
        self.doubleClicked.connect(lambda index: self.row_asked.emit(index.row()))

    def show_rows(
        self,
        headings: tuple[str, ...],
        rows: Sequence[Row],
        widths: tuple[int, ...],
        numbers: frozenset[int] = frozenset(),
    ) -> None:
        """Show these rows and no others; the cursor stays where it was, as far as there are rows.

        A column is as wide as its content, up to its width of `widths`, and wider while the last one, which takes the
        room that is left, does not need it.
        """
        before = self.currentIndex().row()
        self._widths = widths
        self._needed.clear()
        self.known.show_rows(headings, rows, numbers)
        self._fit()
        if rows:
            self.choose(min(max(before, 0), len(rows) - 1))
        else:
            self.row_shown.emit(-1)

    def sizeHint(self) -> QSize:
        """Ask for little: it takes what room there is, and scrolls by itself where there is none."""
        return self.minimumSize()

    def _fit(self) -> None:
        """Give each column its width; in a narrow table all give way but the first, so that the last keeps some room.

        The first holds the verdict, whose word must be read: its icon alone would tell it by colour.
        """
        if not self.isVisible() or not self._widths:
            return
        first = min(self._widths[0], self._fitting(0))
        narrow = min(1.0, max(0, self.viewport().width() - _LAST - first) / max(1, sum(self._widths[1:])))
        self.setColumnWidth(0, first)
        for column, width in enumerate(self._widths[1:], 1):
            self.setColumnWidth(column, max(_LEAST, min(int(width * narrow), self._fitting(column))))
        self._give_spare_room()
        if self._wraps:
            self._wrap(first)

    def _wrap(self, first: int) -> None:
        """Give the rows two lines where a cell is cut, and the columns the widths that two lines ask for."""
        needs = {column: self._fitting(column) for column in range(1, len(self._widths) + 1)}
        widths = [self.columnWidth(column) for column in range(len(self._widths))]
        widths.append(self.viewport().width() - sum(widths))  # what the last one will have once it is stretched
        cut = any(need - _AIR > widths[column] for column, need in needs.items())
        delegate = self.itemDelegate()
        assert isinstance(delegate, IndentedDelegate)  # noqa: S101 - narrows for the type checker
        delegate.wraps = cut
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * (1 + cut) + _ROOM)
        if cut:
            shares = self._shared(needs, self.viewport().width() - first)
            for column, width in enumerate((first, *shares)):
                self.setColumnWidth(column, width)

    def _shared(self, needs: Mapping[int, int], room: int) -> list[int]:
        """Return the columns' shares of the room: those that can be, from the first on, are as wide as their words.

        What is left goes to those whose content would need more than two lines, the shortest first.
        """
        shares = dict.fromkeys(needs, min(_LEAST_OF_TWO, room // len(needs)))
        for column in needs:
            more = self._word(column) - shares[column]
            if 0 < more <= room - sum(shares.values()):
                shares[column] += more
        for lines in (2, 1):
            for column in sorted(needs, key=needs.__getitem__):
                more = needs[column] // lines - shares[column]
                shares[column] += max(0, min(more, room - sum(shares.values())))
        return list(shares.values())

    def _word(self, column: int) -> int:
        """Return the width of what cannot be parted in a column, or of its heading."""
        parts = {piece for row in self.known.rows[:_MEASURED] for piece in pieces(row.cells[column])}
        widest = max(map(self.fontMetrics().horizontalAdvance, parts), default=0)
        return max(widest + 2 * (INDENT + _MARGIN), self.horizontalHeader().sectionSizeHint(column))

    def _give_spare_room(self) -> None:
        """Give what the last column does not need to those that are cut, from the first on."""
        last = len(self._widths)
        spare = self.viewport().width() - sum(map(self.columnWidth, range(last))) - max(_LAST, self._fitting(last))
        for column in range(last):
            more = min(spare, self._fitting(column) - self.columnWidth(column))
            if more > 0:
                self.setColumnWidth(column, self.columnWidth(column) + more)
                spare -= more

    def _fitting(self, column: int) -> int:
        if column not in self._needed:
            needed = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            self._needed[column] = needed + _AIR
        return self._needed[column]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another type or look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._needed.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Divide the room, as it was not while nobody could see it."""
        super().showEvent(event)
        self._fit()

    def choose(self, row: int) -> None:
        """Put the cursor on a row that there is."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.known.index(row, 0), flags)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_asked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
