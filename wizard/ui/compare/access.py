"""Who gains and who loses what: the two files that it is found with, a table, and the whole of the chosen line."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from wizard.access.comparison import Shifts
from wizard.app.compare.access import ShiftLine, shift_lines, shifts_summary
from wizard.language import N_, _
from wizard.ui.matrix.sources import FileChoice
from wizard.ui.widgets.flow_layout import FlowLayout
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.reading_pane import ReadingPane
from wizard.ui.widgets.row_table import Row, RowTable
from wizard.ui.widgets.split import with_details

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADINGS: Final = (N_("Change"), N_("Who"), N_("Resources"), N_("Role"), N_("Actions"))
_WIDTHS: Final = (130, 190, 190, 150)


class AccessPane(QWidget):
    """What each class of people gains or loses on each class of resources.

    Signals:
        changed: another file, or none.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ShiftLine] = ()
        self.people = FileChoice(_("Open people…"), _("Open people: CSV, JSON or JSON lines"), self)
        self.resources = FileChoice(_("Open resources…"), _("Open resources: CSV, JSON or JSON lines"), self)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = RowTable(_("Who gains and loses"), self, wraps=True)
        self.details = ReadingPane(_("The chosen line"), _("Choose a line to read the actions, and why they are lost."))
        self._lay_out()
        for choice in (self.people, self.resources):
            choice.changed.connect(self.changed)
        self.table.row_shown.connect(self._show)
        self.show_shifts(None)

    def _lay_out(self) -> None:
        files = FlowLayout()
        for choice in (self.people, self.resources):
            files.addWidget(choice)
        self.split = with_details(self.table, self.details)
        column = column_in(self)
        column.addLayout(files)
        column.addWidget(self.summary)
        column.addWidget(self.split, 1)
        column.addStretch(0)

    @property
    def files(self) -> tuple[Path, Path] | None:
        """The files of people and of resources; None while one of them is not chosen."""
        people, resources = self.people.path, self.resources.path
        return None if people is None or resources is None else (people, resources)

    def show_shifts(self, found: Shifts | None) -> None:
        """Show who gains and loses; for None, what is needed to find it."""
        self._lines = shift_lines(found) if found is not None else ()
        self.table.show_rows(tuple(map(_, _HEADINGS)), tuple(map(_row, self._lines)), _WIDTHS)
        self.summary.setText(shifts_summary(found) if found is not None else self._wanted())
        self.split.setVisible(bool(self._lines))

    def say(self, words: str) -> None:
        """Say something in the table's stead: that it is being looked for, that a file cannot be read."""
        self.show_shifts(None)
        self.summary.setText(words)

    def _wanted(self) -> str:
        if self.files is not None:
            return ""
        return _(
            "Open a list of people and a list of resources. Everybody is held against every resource under both "
            "plans, and what is gained and lost stands here."
        )

    def _show(self, row: int) -> None:
        self.details.say(self._lines[row].text if 0 <= row < len(self._lines) else "")


def _row(line: ShiftLine) -> Row:
    change = _("Gain") if line.gained else _("Lose")
    return Row((change, line.people, line.resources, line.role, ", ".join(line.actions)), _icon(line))


def _icon(line: ShiftLine) -> str:
    return "add" if line.gained else "remove"
