"""The table that the views show their rows in: how it divides its room."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wizard.ui.widgets.row_table import Row, RowTable

HEADINGS = ("Place", "What", "Now")
WIDTHS = (60, 60)


def shown(qtbot: QtBot, *cells: str, width: int, wraps: bool = False) -> RowTable:
    """Show a table of one row."""
    table = RowTable("Rows", wraps=wraps)
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


SENTENCE = "White space stands around a value"


def lines_of(table: RowTable) -> float:
    """Return for how many lines a row has room."""
    return (table.rowHeight(0) - 12) / table.fontMetrics().height()


def test_a_row_has_two_lines_where_one_is_cut(qtbot: QtBot) -> None:
    """While all of it can be read in one line, the rows stay as they are; and only where that is asked for."""
    table = shown(qtbot, "Error", "Role", SENTENCE, width=320, wraps=True)
    assert lines_of(table) == 2
    with qtbot.waitExposed(table):  # a window that is resized before comes back to its first size
        pass
    table.resize(900, 200)
    qtbot.waitUntil(lambda: lines_of(table) == 1)
    assert lines_of(shown(qtbot, "Error", "Role", SENTENCE, width=320)) == 1


def test_the_second_line_is_written(qtbot: QtBot) -> None:
    """A sentence goes on in it, and so does a name after a sign; a name that has none is elided in the first."""
    for text, goes_on in ((SENTENCE, True), ("arn:aws:iam::111122223333:role/okta-abac", True), ("m" * 40, False)):
        table = shown(qtbot, "Error", "Role", text, width=320, wraps=True)
        QApplication.processEvents()
        cell = table.visualRect(table.known.index(0, 2)).adjusted(6, 3, -6, -3)
        picture = table.viewport().grab(cell).toImage()
        lower = range(picture.height() * 2 // 3, picture.height())
        inks = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in lower}
        assert (len(inks) > 3) == goes_on, text


def test_two_lines_share_the_room_among_the_words(qtbot: QtBot) -> None:
    """A name is whole before a sentence spreads; the columns fill the table and no more."""
    table = RowTable("Rows", wraps=True)
    qtbot.addWidget(table)
    table.resize(420, 200)
    table.show()
    row = Row(("Error", "TransitiveTagKeys", SENTENCE, SENTENCE), "error")
    table.show_rows(("Verdict", "Attribute", "Sent", "Wrong"), (row,), (120, 100, 100))
    QApplication.processEvents()
    assert table.columnWidth(1) >= table.sizeHintForColumn(1)
    assert sum(map(table.columnWidth, range(4))) == table.viewport().width()
    assert not table.horizontalScrollBar().isVisible()


def test_what_is_read_aloud_and_copied_has_no_signs_of_the_painting(qtbot: QtBot) -> None:
    """Where a name may be parted is for the painting alone."""
    table = shown(qtbot, "Error", "Role", "PrincipalTag:a-long-name-of-a-team", width=280, wraps=True)
    assert table.itemDelegate().displayText("a:b", QLocale()) == "a:\u200bb"
    assert table.known.index(0, 2).data() == "PrincipalTag:a-long-name-of-a-team"
    assert table.known.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "Now: PrincipalTag:a-long-name-of-a-team"
