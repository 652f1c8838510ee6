"""The shape of the tables that are only read: one row at a time, by keyboard, with quiet lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from wizard.ui.widgets.indented_delegate import IndentedDelegate


def shape(table: QTableView, elide: Qt.TextElideMode | None = None) -> None:
    """Give a table that shape; `elide` as the delegate takes it."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setItemDelegate(IndentedDelegate(table, elide))
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setMinimumSize(280, 96)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
    shape_header(table.horizontalHeader())


def shape_header(across: QHeaderView) -> None:
    """Let the headings stand where the columns begin, and end in dots where a column is too narrow."""
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    across.setTextElideMode(Qt.TextElideMode.ElideRight)
    across.setHighlightSections(False)
