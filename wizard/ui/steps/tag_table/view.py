"""The table itself: keys, editing from cell to cell, and what is wrong under the row that it is about."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)

from wizard.language import _
from wizard.rules.finding import Finding
from wizard.ui.steps.tag_table.delegate import TagDelegate
from wizard.ui.steps.tag_table.model import CHECKS, FIELDS, Column, Index, TagModel
from wizard.ui.widgets.expression_edit import Completions
from wizard.ui.widgets.finding_lines import FindingLines

_FEWEST_ROWS: Final = 3
_TALLEST: Final = 1600
_NARROW: Final = 620
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_EDIT_NEXT: Final = QAbstractItemDelegate.EndEditHint.EditNextItem
_EDIT_PREVIOUS: Final = QAbstractItemDelegate.EndEditHint.EditPreviousItem
_REVERT: Final = QAbstractItemDelegate.EndEditHint.RevertModelCache
_BY_PROGRAM: Final = QAbstractItemView.EditTrigger.AllEditTriggers


class TagTable(QTableView):
    """The tags, a row each. Tab goes from cell to cell while one is edited, and leaves the table otherwise.

    Signals:
        add_asked: one more tag, at its end.
        remove_asked: without these rows.
        move_asked: the chosen row up (-1) or down (1).
        began: a cell is going to be edited.
        ended: its editing has ended; whether it shall be as before.
        fix_asked: apply the cure of this finding.
    """

    add_asked = Signal()
    remove_asked = Signal(object)
    move_asked = Signal(int)
    began = Signal()
    ended = Signal(bool)
    fix_asked = Signal(object)
    row_chosen = Signal(int)

    def __init__(self, completions: Completions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = "tags"
        self.tags = TagModel(self)
        self.cells = TagDelegate(completions, self)
        self._lines: list[FindingLines] = []
        self._shown: dict[int, tuple[Finding, ...]] = {}
        self._said: dict[int, tuple[Finding, ...]] = {}
        self._held: _Held | None = None
        self._shape()
        self.setModel(self.tags)
        self.setItemDelegate(self.cells)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.row_chosen.emit(now.row()))
        self.horizontalHeader().sectionResized.connect(self._place_lines)

    def _shape(self) -> None:
        self.setAccessibleName(_("Session tags"))
        self.setAccessibleDescription(
            _("Enter edits a cell, Insert adds a tag, Delete removes it, Alt+Up and Alt+Down move it.")
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(64)
        self.cells.height = max(32, self.fontMetrics().height() + 14)
        self.verticalHeader().setDefaultSectionSize(self.cells.height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()

    # what it shows

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show each finding under its row and mark its cell; what came up in the cell that is edited waits."""
        rows: dict[int, list[Finding]] = {}
        cells: dict[tuple[int, str], list[Finding]] = {}
        for finding in findings:
            row, field = place(finding.path)
            if row is None or (self._held is not None and self._held.holds(row, field, finding)):
                continue
            rows.setdefault(row, []).append(finding)
            cells.setdefault((row, field), []).append(finding)
        self._said = _by_row(findings)
        self.tags.show_findings({at: tuple(said) for at, said in cells.items()})
        shown = {row: tuple(said) for row, said in rows.items() if row < len(self.tags.tags)}
        if shown != self._shown:
            self._shown = shown
            self._show_lines()

    def _show_lines(self) -> None:
        rows = sorted(self._shown)
        while len(self._lines) < len(rows):
            self._add_lines()
        for lines, row in zip(self._lines, rows, strict=False):
            lines.show_findings(self._shown[row])
        for lines in self._lines[len(rows) :]:
            lines.show_findings(())
        self._fit_rows()

    def _add_lines(self) -> None:
        lines = FindingLines(self.viewport())
        lines.follow(self._lines[-1].last_input if self._lines else lambda: self)
        lines.setContentsMargins(8, 0, 8, 6)
        lines.setAutoFillBackground(True)
        lines.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines.setBackgroundRole(QPalette.ColorRole.Base)
        lines.fix_asked.connect(self.fix_asked)
        lines.entered.connect(partial(self._reveal, lines))
        self._lines.append(lines)

    def _reveal(self, lines: FindingLines) -> None:
        """Choose the row under which the focus is, and bring it into sight."""
        row = sorted(self._shown)[self._lines.index(lines)]
        self.go_to(row, max(0, self.currentIndex().column()))

    def _fit_rows(self) -> None:
        width = self.viewport().width()
        heights = dict.fromkeys(range(self.tags.rowCount()), self.cells.height)
        for lines, row in zip(self._lines, sorted(self._shown), strict=False):
            heights[row] = self.cells.height + lines.heightForWidth(width)
        for row, height in heights.items():
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self._place_lines()
        self.updateGeometry()

    def _place_lines(self) -> None:
        for lines, row in zip(self._lines, sorted(self._shown), strict=False):
            top = self.rowViewportPosition(row) + self.cells.height
            place_of = QRect(0, top, self.viewport().width(), self.rowHeight(row) - self.cells.height - 1)
            if lines.geometry() != place_of:
                lines.setGeometry(place_of)

    def updateGeometries(self) -> None:
        """Put the findings under their rows again."""
        super().updateGeometries()
        self._place_lines()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take the findings along."""
        super().scrollContentsBy(dx, dy)
        self._place_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns; a narrow table leaves the last two to the details under it."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < _NARROW
        for column in (Column.SEPARATOR, Column.ALLOWED):
            if self.isColumnHidden(column) != narrow:
                self.setColumnHidden(column, narrow)
        self._share_width()
        self._fit_rows()

    def _share_width(self) -> None:
        header, width = self.horizontalHeader(), self.viewport().width()
        fixed = [column for column in (*CHECKS, Column.SEPARATOR) if not self.isColumnHidden(column)]
        for column in fixed:
            header.resizeSection(column, max(header.sectionSizeHint(column), 64))
        rest = width - sum(header.sectionSize(column) for column in fixed)
        shares = {Column.KEY: 3, Column.VALUE: 5, Column.ALLOWED: 4}
        shares = {column: share for column, share in shares.items() if not self.isColumnHidden(column)}
        for column, share in shares.items():
            header.resizeSection(column, max(96, rest * share // sum(shares.values())))

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again in the look of the moment."""
        super().showEvent(event)
        self._share_width()
        self._fit_rows()

    def sizeHint(self) -> QSize:
        """Return the height of its rows, within bounds."""
        rows = sum(self.rowHeight(row) for row in range(self.tags.rowCount()))
        rows = max(rows, _FEWEST_ROWS * self.cells.height)
        frame = 2 * self.frameWidth() + self.horizontalHeader().sizeHint().height()
        return QSize(320, min(_TALLEST, rows + frame + 2))

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it is never squeezed."""
        return QSize(280, self.sizeHint().height())

    def lines_of(self, row: int) -> tuple[FindingLines, ...]:
        """Return what is shown under the row: its findings, or nothing."""
        return tuple(lines for lines, at in zip(self._lines, sorted(self._shown), strict=False) if at == row)

    # the place that it stands for

    def answers_for(self, path: str) -> bool:
        """Tell whether the place is a field of a tag that the table shows, or a tag."""
        row, field = place(path)
        return row is not None and field in ("", *FIELDS)

    def show_place(self, path: str) -> None:
        """Put the focus on the cell that edits the place."""
        row, field = place(path)
        column = FIELDS.index(field) if field in FIELDS else 0
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if row is not None:
            self.go_to(row, column)

    def go_to(self, row: int, column: int = 0) -> None:
        """Put the cursor on a cell and choose its row."""
        index = self.tags.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell's row into sight, on the page too where that scrolls."""
        super().scrollTo(index, hint)
        page = _scrolling(self)
        form = page.widget() if page is not None else None
        if page is not None and form is not None and index.isValid():
            row = self.visualRect(index)
            top = self.viewport().mapTo(form, row.topLeft())
            page.ensureVisible(
                page.horizontalScrollBar().value(), top.y() + row.height() // 2, 0, row.height() // 2 + 8
            )

    def row_of(self, path: str) -> int | None:
        """Return the row of the tag in which the place lies, None where it lies in none."""
        row, _field = place(path)
        return row if row is not None and row < self.tags.rowCount() else None

    def begin_row(self, row: int) -> None:
        """Edit the key of a row that was just added; nothing is held against it before it is left."""
        self._held = _Held(row, frozenset())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to(row)
        self.edit(self.tags.index(row, Column.KEY))

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

    # keys

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
            self.edit(index)

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
        if self._held is None or self._held.row != index.row():
            self._held = _Held(index.row(), frozenset(_mark(finding) for finding in self._shown.get(index.row(), ())))
        self._held.field = FIELDS[index.column()]
        self.began.emit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next cell that can be seen, from the last one to a new tag; show what was held back."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.ended.emit(hint == _REVERT)
        following = self._beside(row, column, 1 if hint == _EDIT_NEXT else -1)
        if hint not in (_EDIT_NEXT, _EDIT_PREVIOUS):
            self._release()
        elif following is None and hint == _EDIT_NEXT:
            self._release()
            self.add_asked.emit()
        elif following is None:
            self._release()
        else:
            self._go_on(*following)

    def _go_on(self, row: int, column: int) -> None:
        if self._held is not None and self._held.row != row:
            self._release()
        index = self.tags.index(row, column)
        self.setCurrentIndex(index)
        self.edit(index, _BY_PROGRAM, QEvent(QEvent.Type.None_))
        self._show_again()

    def _beside(self, row: int, column: int, distance: int) -> tuple[int, int] | None:
        seen = [column for column in range(len(FIELDS)) if not self.isColumnHidden(column)]
        at = row * len(seen) + seen.index(column) + distance
        return (at // len(seen), seen[at % len(seen)]) if 0 <= at < self.tags.rowCount() * len(seen) else None

    def _release(self) -> None:
        self._held = None
        self._show_again()

    def _show_again(self) -> None:
        self.show_findings(tuple(finding for said in self._said.values() for finding in said))


class _Held:
    """The row that is being edited: a finding that came up there is held back until its cell is left."""

    def __init__(self, row: int, known: frozenset[str]) -> None:
        self.row = row
        self.known = known
        self.visited: set[str] = set()
        self._field = ""

    @property
    def field(self) -> str:
        return self._field

    @field.setter
    def field(self, field: str) -> None:
        if self._field:
            self.visited.add(self._field)
        self._field = field

    def holds(self, row: int, field: str, finding: Finding) -> bool:
        """Tell whether the finding is not shown yet."""
        if row != self.row or _mark(finding) in self.known:
            return False
        return field == self._field or field not in self.visited


def _scrolling(widget: QWidget) -> QScrollArea | None:
    """Return the area in which the widget scrolls along with its page."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def place(path: str) -> tuple[int | None, str]:
    """Return the row and the field of a place under ``tags``; the row None where it is no tag."""
    if not path.startswith("tags["):
        return None, ""
    number, _bracket, rest = path[len("tags[") :].partition("]")
    field = rest.lstrip(".").partition(".")[0].partition("[")[0]
    return (int(number), field) if number.isdecimal() else (None, "")


def _by_row(findings: tuple[Finding, ...]) -> dict[int, tuple[Finding, ...]]:
    rows: dict[int, list[Finding]] = {}
    for finding in findings:
        row, _field = place(finding.path)
        if row is not None:
            rows.setdefault(row, []).append(finding)
    return {row: tuple(said) for row, said in rows.items()}


def _mark(finding: Finding) -> str:
    return f"{finding.rule} {finding.path}"
