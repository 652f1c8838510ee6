"""Shows the findings of a row under its cells, in the room that the row has for them."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTableView, QWidget

from wizard.rules.finding import Finding
from wizard.ui.widgets.finding_lines import FindingLines
from wizard.ui.widgets.portions import Portions

_ROOM: Final = (8, 0, 8, 6)
_RULE: Final = 1
"""Pixels of the line that the table draws below a row."""
_AT_A_TIME: Final = 8
"""Findings whose lines are made in one turn of the event loop."""
_UNSEEN: Final = 3
"""The same in the turn in which the page is made and shown."""


class RowFindings(QObject):
    """The lines under the rows of one table. Each row keeps its own, so that a key press writes only what it changes.

    Attributes:
        shown: what is said under which row.

    Signals:
        entered: the person came to a button under this row.
        fix_asked: apply the cure of this finding.
        grown: more rows have got the lines that they waited for.
    """

    entered = Signal(int)
    fix_asked = Signal(object)
    grown = Signal()

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._lines: dict[int, FindingLines] = {}
        self.shown: dict[int, tuple[Finding, ...]] = {}
        self._portions = Portions(self, self._add_some)
        self._portions.went_on.connect(self.grown)

    def show(self, shown: dict[int, tuple[Finding, ...]]) -> bool:
        """Say these findings under these rows; tell whether anything else was said before."""
        if shown == self.shown:
            return False
        self.shown = dict(sorted(shown.items()))
        for row, lines in self._lines.items():
            lines.show_findings(self.shown.get(row, ()))
        self._portions.go_on()
        return True

    def _add_some(self) -> bool:
        """Give the next rows their lines, as many as a turn may take; tell whether others wait."""
        waiting = [row for row in self.shown if row not in self._lines]
        count = 0
        while waiting and count < (_AT_A_TIME if self._table.isVisible() else _UNSEEN):
            row = waiting.pop(0)
            self._add(row).show_findings(self.shown[row])
            count += len(self.shown[row])
        return bool(waiting)

    def under(self, row: int) -> tuple[FindingLines, ...]:
        """Return what is shown under the row: its findings, or nothing."""
        return tuple(lines for at, lines in self._placed() if at == row)

    def heights(self, width: int) -> dict[int, int]:
        """Return how much room each row needs below its cells; a row without findings needs none."""
        return {row: lines.heightForWidth(width) + _RULE for row, lines in self._placed()}

    def place(self, cells: int) -> None:
        """Put the lines where their rows are now, below cells of that height."""
        placed = self._placed()
        if not placed:
            return
        width = self._table.viewport().width()
        for row, lines in placed:
            top = self._table.rowViewportPosition(row) + cells
            room = QRect(0, top, width, self._table.rowHeight(row) - cells - _RULE)
            if lines.geometry() != room:
                lines.setGeometry(room)

    def _placed(self) -> tuple[tuple[int, FindingLines], ...]:
        return tuple((row, self._lines[row]) for row in self.shown if row in self._lines)

    def _add(self, row: int) -> FindingLines:
        lines = FindingLines(self._table.viewport())
        lines.follow(partial(self._last_above, row), home=lambda: self._table)
        lines.setContentsMargins(*_ROOM)
        lines.setAutoFillBackground(True)
        lines.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines.setBackgroundRole(QPalette.ColorRole.Base)
        lines.fix_asked.connect(self.fix_asked)
        lines.entered.connect(partial(self._tell, lines))
        self._lines[row] = lines
        return lines

    def _last_above(self, row: int) -> QWidget:
        """Return what the order of Tab comes by before the lines of a row."""
        above = [known for known in self._lines if known < row and self._lines[known].has_inputs]
        return self._lines[max(above)].last_input() if above else self._table

    def _tell(self, lines: FindingLines) -> None:
        """Tell of the row; Qt may hand the focus to lines that are just about to go."""
        row = next((row for row, known in self._placed() if known is lines), None)
        if row is not None:
            self.entered.emit(row)
