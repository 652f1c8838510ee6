"""The table that the views show their rows in: how it divides its room."""

from pytestqt.qtbot import QtBot

from wizard.ui.widgets.row_table import Row, RowTable

HEADINGS = ("Place", "What", "Now")
WIDTHS = (60, 60)


def shown(qtbot: QtBot, *cells: str, width: int) -> RowTable:
    """Show a table of one row."""
    table = RowTable("Rows")
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show()
    table.show_rows(HEADINGS, (Row(cells, ""),), WIDTHS)
    return table


def cut(table: RowTable) -> list[int]:
    """Return the columns that have less room than their words."""
    return [column for column in range(len(HEADINGS)) if table.columnWidth(column) < table.sizeHintForColumn(column)]


def test_no_column_is_cut_while_the_last_has_room_to_spare(qtbot: QtBot) -> None:
    """The words of a column count for more than its width."""
    long = "AWS accounts and roles, a place of many words"
    assert cut(shown(qtbot, long, long, "compute", width=1_200)) == []


def test_the_last_column_keeps_what_it_needs(qtbot: QtBot) -> None:
    """Only what it does not need is given away."""
    table = shown(qtbot, "AWS accounts and roles, a place of many words", "short", "an explanation " * 8, width=900)
    assert cut(table) == [0]
