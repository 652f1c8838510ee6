"""The table of the view: one row at a time, by keyboard; rows are drawn only where somebody looks."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from wizard.language import _
from wizard.ui.matrix.model import ROLE, MatrixModel
from wizard.ui.widgets.chosen_row import follow_selection
from wizard.ui.widgets.read_table import shape

_SHARES: Final = (30, 18, 30, 20, 20)
"""Parts of the width that the columns get, until the person gives them others."""


class MatrixTable(QTableView):
    """The classes, a row each.

    Signals:
        row_shown: the row of the cursor; -1 for none.
    """

    row_shown = Signal(int)

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sharing = False
        self._shared = True
        self.setAccessibleName(_("Who can do what"))
        shape(self, Qt.TextElideMode.ElideRight)
        self.horizontalHeader().sectionResized.connect(self._keep)
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(lambda current: self.row_shown.emit(current.row()))
        follow_selection(self)

    def choose(self, row: int) -> None:
        """Put the cursor on a row that there is."""
        index = self.model().index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)

    def show_roles(self, *, several: bool) -> None:
        """Show the role of each row, where there are several."""
        if self.isColumnHidden(ROLE) == several:
            self._sharing = True
            self.setColumnHidden(ROLE, not several)
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns share the width."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        if not self._shared:
            return
        self._sharing = True
        shown = {column: share for column, share in enumerate(_SHARES) if not self.isColumnHidden(column)}
        for column, share in shown.items():
            self.setColumnWidth(column, share * self.viewport().width() // sum(shown.values()))
        self._sharing = False

    def _keep(self) -> None:
        """Keep the widths that the person gives."""
        if not self._sharing and self.isVisible():
            self._shared = False
