"""The problems: one line that sums them up, the list of them, and the cure of the one that is chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from wizard.frozen import Frozen
from wizard.language import _
from wizard.ui.curing import safe_words
from wizard.ui.icon import icon
from wizard.ui.tip import tip
from wizard.ui.widgets.chosen_row import follow_selection
from wizard.ui.widgets.steady_list import SteadyList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ProblemRow(Frozen):
    """One line of the list: an icon's name, its weight in a word, the text, the words of its cure (empty: none)."""

    icon: str
    weight: str
    text: str
    about: str
    fix: str = ""


class _List(SteadyList):
    """A list that Enter asks about."""

    asked = Signal(int)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Ask for the row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.asked.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class ProblemPane(QWidget):
    """What the rules found.

    Signals:
        asked: the row whose field shall be shown. fix_asked: the row whose cure shall be applied.
        fix_all_asked: all cures that are safe shall be.
        explanation_asked: the row that shall be explained.
    """

    asked = Signal(int)
    fix_asked = Signal(int)
    fix_all_asked = Signal()
    explanation_asked = Signal(int)

    LEAST_HEIGHT: Final = 44

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ProblemRow, ...] = ()
        self.summary = QLabel()
        self.fix = QPushButton()
        self.fix.setIcon(icon("fix"))
        self.fix_all = QPushButton()
        self.fix_all.setToolTip(_("Those that change nothing which may have been meant otherwise"))
        self.explain = QPushButton(_("Exp&lain"))
        self.list = _List()
        self.list.setObjectName("problems")
        self.list.setAccessibleName(_("Problems"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self.asked.emit(self.list.row(item)))
        self.list.asked.connect(self.asked)
        self.list.currentRowChanged.connect(self._choose)
        follow_selection(self.list)
        self.fix_all.setText(safe_words())
        self.fix_all.clicked.connect(self.fix_all_asked)
        self.fix.clicked.connect(lambda: self.fix_asked.emit(self.list.currentRow()))
        self.explain.clicked.connect(lambda: self.explanation_asked.emit(self.list.currentRow()))
        self._arrange()
        self.show_rows((), "")
        self.show_safe(0)

    def _arrange(self) -> None:
        bar = QWidget()
        bar.setObjectName("problem_bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(bar)
        line.setContentsMargins(24, 4, 16, 4)
        line.addWidget(self.summary, 1)
        line.addWidget(self.explain)
        line.addWidget(self.fix)
        line.addWidget(self.fix_all)
        bar.setMinimumHeight(self.fix.sizeHint().height() + 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self.list, 1)
        self.setMinimumHeight(self.LEAST_HEIGHT)

    def show_rows(self, rows: Sequence[ProblemRow], summary: str) -> None:
        """Show the rows; the one that the person chose stays chosen while it is there, else it is the weightiest."""
        self.summary.setText(summary)
        if tuple(rows) == self._rows:
            return
        before = self._rows
        at = self.list.currentRow()
        picked = at > 0 or self.list.hasFocus()
        chosen = before[at] if picked and 0 <= at < len(before) else None
        self._rows = tuple(rows)
        self.list.blockSignals(True)
        self._fill(rows, before)
        self.list.setCurrentRow(rows.index(chosen) if chosen in rows else 0 if rows else -1)
        self.list.blockSignals(False)
        self._choose(self.list.currentRow())

    def show_safe(self, count: int) -> None:
        """Offer to apply all safe cures, where there is more than one."""
        self.fix_all.setVisible(count > 1)

    def _fill(self, rows: Sequence[ProblemRow], before: Sequence[ProblemRow]) -> None:
        """Take out the rows that are gone and put in those that are new; the others stay as they are."""
        wanted = set(rows)
        kept = [row for row in before if row in wanted]
        if not kept:
            self.list.clear()
        for at in range(len(before) - 1, -1, -1) if kept else ():
            if before[at] not in wanted:
                self.list.takeItem(at)
        for at, row in enumerate(rows):
            if at >= len(kept) or kept[at] != row:
                kept.insert(at, row)
                self.list.insertItem(at, _item(row))
        while self.list.count() > len(rows):
            self.list.takeItem(self.list.count() - 1)

    def _choose(self, row: int) -> None:
        label = self._rows[row].fix if 0 <= row < len(self._rows) else ""
        self.explain.setVisible(row >= 0)
        self.fix.setVisible(bool(label))
        self.fix.setText(label)


def _item(row: ProblemRow) -> QListWidgetItem:
    item = QListWidgetItem(icon(row.icon, steady=True), row.text)
    item.setToolTip(tip(row.about))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.weight}: {row.text}")
    return item
