"""What changed, as a table beside the whole of the chosen change."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wizard.access.plan_changes import Change
from wizard.app.compare.changes import ChangeLine
from wizard.language import N_, _
from wizard.ui.colours import colours
from wizard.ui.icon import icon
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.reading_pane import ReadingPane
from wizard.ui.widgets.row_table import Row, RowTable
from wizard.ui.widgets.split import with_details

_HEADINGS: Final = (N_("Place"), N_("What changed"), N_("Before"), N_("Now"))
_WIDTHS: Final = (190, 190, 190)
_ICONS: Final = {Change.ADDED: "add", Change.REMOVED: "remove", Change.CHANGED: "settings", Change.REORDERED: "up"}


class ChangesPane(QWidget):
    """The changes; Enter or a double click on one asks for its field, and so does the button.

    Signals:
        path_asked: the place of the plan that the chosen change is about.
    """

    path_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ChangeLine] = ()
        self.table = RowTable(_("Changes"), self, wraps=True)
        self.table.known.quiet = lambda: colours(QGuiApplication.palette()).of("quiet")
        self.details = ReadingPane(_("The chosen change"), _("Choose a change to read all of it."))
        self.go = QPushButton(icon("right"), _("&Go to the field"), self)
        side = QWidget(self)
        below = column_in(side)
        below.addWidget(self.details, 1)
        below.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeading)
        split = with_details(self.table, side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self.table.row_shown.connect(self._show)
        self.table.row_asked.connect(self._ask)
        self.go.clicked.connect(lambda _checked: self._ask(self.table.currentIndex().row()))

    def show_lines(self, lines: Sequence[ChangeLine]) -> None:
        """Show these changes and no others."""
        self._lines = lines
        self.table.show_rows(tuple(map(_, _HEADINGS)), tuple(map(_row, lines)), _WIDTHS)

    def _show(self, row: int) -> None:
        there = 0 <= row < len(self._lines)
        self.details.say(self._lines[row].text() if there else "")
        self.go.setEnabled(there)

    def _ask(self, row: int) -> None:
        if 0 <= row < len(self._lines):
            self.path_asked.emit(self._lines[row].path)


def _row(line: ChangeLine) -> Row:
    what = _("{field}: {kind}").format(field=line.field, kind=line.kind) if line.field else line.kind
    return Row((line.place, what, line.old, line.new), _ICONS[line.change])
