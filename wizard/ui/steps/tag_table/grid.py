"""How the table of the tags looks: its columns, its size, and what is wrong under the row that it is about."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollArea, QSizePolicy, QTableView, QWidget

from wizard.language import _
from wizard.rules.finding import Finding
from wizard.ui.colours import colours
from wizard.ui.steps.tag_table.cell import by_cell, cell
from wizard.ui.steps.tag_table.delegate import TagDelegate
from wizard.ui.steps.tag_table.model import CHECKS, FIELDS, Column, Index, TagModel
from wizard.ui.steps.tag_table.row_findings import RowFindings
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.expression_edit import Completions
from wizard.ui.widgets.severity import spoken

if TYPE_CHECKING:
    from wizard.ui.steps.tag_table.held_back import HeldBack

_FEWEST_ROWS: Final = 3
_TALLEST: Final = 1600
_NARROW: Final = 620
_LEAST_ROW: Final = 32
_LEAST_COLUMN: Final = 64
_LEAST_TEXT: Final = 120
_SHARES: Final = {Column.KEY: 3, Column.VALUE: 5, Column.ALLOWED: 4}


class TagGrid(QTableView):
    """The tags, a row each.

    Attributes:
        path: the place in the plan.
        held: the row that is being edited; None while none is.

    Signals:
        row_chosen: the cursor is on another row.
        fix_asked: apply the cure of this finding.
    """

    row_chosen = Signal(int)
    fix_asked = Signal(object)

    def __init__(self, completions: Completions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = "tags"
        self.tags = TagModel(self)
        self.cells = TagDelegate(completions, self)
        self.held: HeldBack | None = None
        self.findings = RowFindings(self)
        self._said: tuple[Finding, ...] = ()
        self._told: dict[int, tuple[Finding, ...]] = {}
        self._shape()
        self._behave()
        self.setModel(self.tags)
        self.setItemDelegate(self.cells)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.row_chosen.emit(now.row()))
        self.findings.fix_asked.connect(self.fix_asked)
        self.findings.grown.connect(self._grow)
        self.findings.entered.connect(lambda row: self.go_to(row, max(0, self.currentIndex().column())))

    def _shape(self) -> None:
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setMinimumSectionSize(_LEAST_COLUMN)
        self.cells.height = max(_LEAST_ROW, self.fontMetrics().height() + 14)
        self.verticalHeader().setDefaultSectionSize(self.cells.height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()

    def _behave(self) -> None:
        self.setAccessibleName(_("Session tags"))
        self.setAccessibleDescription(
            _("Enter edits a cell, Insert adds a tag, Delete removes it, Alt+Up and Alt+Down move it.")
        )
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(  # a second click would begin later, in a row that may be gone by then: Qt complains
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show each finding under its row and mark its cell; what came up in the cell that is edited waits."""
        self._said = findings
        held = self.held
        shown = by_cell(finding for finding in findings if held is None or not held.holds(finding))
        self.tags.show_findings(shown)
        rows: dict[int, tuple[Finding, ...]] = {}
        for (row, _field), said in shown.items():
            if row < self.tags.rowCount():
                rows[row] = rows.get(row, ()) + said
        if self.findings.show(rows):
            self._fit_rows()

    def show_what_waited(self) -> None:
        """Show the findings again, now that another cell is edited, or none."""
        self.keep_told()
        self.show_findings(self._said)
        self.tell_new()

    def keep_told(self) -> None:
        """Keep in mind what is told now."""
        self._told = self.findings.shown

    def tell_new(self) -> None:
        """Announce what is shown of the rows of which something else was told."""
        new = (said for row, said in self.findings.shown.items() if said != self._told.get(row))
        announce(self, " ".join(spoken(finding) for said in new for finding in said))

    def answers_for(self, path: str) -> bool:
        """Tell whether the place is a field of a tag that the table shows, or a tag."""
        row, field = cell(path)
        return row is not None and field in ("", *FIELDS)

    def row_of(self, path: str) -> int | None:
        """Return the row of the tag in which the place lies, None where it lies in none."""
        row, _field = cell(path)
        return row if row is not None and row < self.tags.rowCount() else None

    def go_to(self, row: int, column: int = 0) -> None:
        """Put the cursor on a cell and choose its row."""
        index = self.tags.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def choose_rows(self, rows: list[int], current: int) -> None:
        """Choose some rows, with the cursor in one of them and its column kept."""
        column = max(0, self.currentIndex().column())
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.tags.index(row, 0), self.tags.index(row, len(FIELDS) - 1))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.tags.index(current, column), flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    def chosen_rows(self) -> list[int]:
        """Return the rows that are chosen, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def seen_columns(self) -> list[int]:
        """Return the columns that can be seen."""
        return [column for column in range(len(FIELDS)) if not self.isColumnHidden(column)]

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell's row into sight, on the page too where that scrolls."""
        super().scrollTo(index, hint)
        page = _page_of(self)
        form = page.widget() if page is not None else None
        if page is not None and form is not None and index.isValid():
            row = self.visualRect(index)
            middle = self.viewport().mapTo(form, row.center()).y()
            page.ensureVisible(page.horizontalScrollBar().value(), middle, 0, row.height() // 2 + 8)

    def updateGeometries(self) -> None:
        """Put the findings under their rows again."""
        super().updateGeometries()
        self.findings.place(self.cells.height)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take the findings along."""
        super().scrollContentsBy(dx, dy)
        self.findings.place(self.cells.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and a line below each row."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(colours(QGuiApplication.palette()).line))
        rect = event.rect()
        last = self.rowAt(rect.bottom())
        for row in range(max(0, self.rowAt(rect.top())), (self.tags.rowCount() if last < 0 else last + 1)):
            bottom = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            painter.drawLine(rect.left(), bottom, rect.right(), bottom)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again in the look of the moment."""
        super().showEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of its rows, within bounds."""
        rows = sum(self.rowHeight(row) for row in range(self.tags.rowCount()))
        frame = 2 * self.frameWidth() + self.horizontalHeader().sizeHint().height()
        return QSize(320, min(_TALLEST, max(rows, _FEWEST_ROWS * self.cells.height) + frame + 2))

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it is never squeezed."""
        return QSize(280, self.sizeHint().height())

    def _fit(self) -> None:
        """Share the width among the columns; a narrow table leaves the last two to the details under it."""
        narrow = self.viewport().width() < _NARROW
        for column in (Column.SEPARATOR, Column.ALLOWED):
            if self.isColumnHidden(column) != narrow:
                self.setColumnHidden(column, narrow)
        index = self.currentIndex()
        if index.isValid() and self.isColumnHidden(index.column()):
            flags = QItemSelectionModel.SelectionFlag
            last = self.tags.index(index.row(), self.seen_columns()[-1])
            self.selectionModel().setCurrentIndex(last, flags.NoUpdate)
        self._share_width()
        self._fit_rows()

    def _share_width(self) -> None:
        header, seen = self.horizontalHeader(), self.seen_columns()
        rest = self.viewport().width()
        for column in (*CHECKS, Column.SEPARATOR):
            if column in seen:
                header.resizeSection(column, max(header.sectionSizeHint(column), _LEAST_COLUMN))
                rest -= header.sectionSize(column)
        texts = {column: share for column, share in _SHARES.items() if column in seen}
        least = max(_LEAST_COLUMN, min(_LEAST_TEXT, rest // len(texts)))
        whole, left = sum(texts.values()), rest
        for column, share in texts.items():
            last = column == list(texts)[-1]
            header.resizeSection(column, max(least, left if last else rest * share // whole))
            left -= header.sectionSize(column)

    def _fit_rows(self) -> None:
        """Give each row the room that its findings need.

        Unheard by the view, which would wait for the end of the turn and paint everything a second time.
        """
        needed = self.findings.heights(self.viewport().width())
        header = self.verticalHeader()
        changed = []
        blocker = QSignalBlocker(header)
        for row in range(self.tags.rowCount()):
            height = self.cells.height + needed.get(row, 0)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
                changed.append(row)
        blocker.unblock()
        if changed:
            self.updateGeometries()
            self._paint_from(changed[0])
        self.updateGeometry()

    def _grow(self) -> None:
        """Make room for findings that had to wait; the cell that the keyboard is at stays in sight."""
        self._fit_rows()
        focus = _focus_of(self.window())
        if focus is self or (focus is not None and self.isAncestorOf(focus)):
            self.scrollTo(self.currentIndex())

    def _paint_from(self, row: int) -> None:
        whole = self.viewport().rect()
        whole.setTop(max(0, self.rowViewportPosition(row)))
        self.viewport().update(whole)


def _focus_of(window: QWidget) -> QWidget | None:
    return window.focusWidget()  # which may be none, whatever Qt's types say


def _page_of(widget: QWidget) -> QScrollArea | None:
    """Return the area in which the widget scrolls along with its page."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
