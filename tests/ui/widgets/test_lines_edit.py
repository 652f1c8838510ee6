"""The list of texts, one a line."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.ui.widgets.lines_edit import LinesEdit


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[LinesEdit]:
    """Show two entries."""
    window, edit = QWidget(), LinesEdit()
    column = QVBoxLayout(window)
    column.addWidget(edit)
    column.addWidget(QCheckBox("next"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    edit.show_value(("one", "two"))
    yield edit
    window.hide()


def test_blank_lines_are_no_entries(qtbot: QtBot, edit: LinesEdit) -> None:
    """A new line that is still empty is no entry, and it stays on the screen."""
    edit.show_place("[1]")
    qtbot.keyClick(edit.text, Qt.Key.Key_End)
    heard: list[tuple[str, ...]] = []
    edit.edited.connect(heard.append)
    qtbot.keyClick(edit.text, Qt.Key.Key_Return)
    edit.show_value(heard[-1])
    qtbot.keyClicks(edit.text, "three")
    assert heard[0] == ("one", "two")
    assert heard[-1] == ("one", "two", "three")


def test_the_cursor_stays_when_the_same_is_shown(qtbot: QtBot, edit: LinesEdit) -> None:
    """To show what the text already says leaves the cursor where it is."""
    edit.show_place("[1]")
    qtbot.keyClick(edit.text, Qt.Key.Key_Right)
    before = edit.text.textCursor().position()
    edit.show_value(("one", "two"))
    assert edit.text.textCursor().position() == before


def test_tab_leaves(qtbot: QtBot, edit: LinesEdit) -> None:
    """Tab is no character of an entry."""
    heard: list[tuple[str, ...]] = []
    edit.edited.connect(heard.append)
    edit.setFocus()
    qtbot.keyClick(edit.text, Qt.Key.Key_Tab)
    assert heard == []
    assert not edit.text.hasFocus()


def test_a_line_moves_down_and_up(qtbot: QtBot, edit: LinesEdit) -> None:
    """Alt+Down moves the cursor's line below the next, Alt+Up back."""
    heard: list[tuple[str, ...]] = []
    edit.edited.connect(heard.append)
    edit.show_place("[0]")
    qtbot.keyClick(edit.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert heard[-1] == ("two", "one")
    qtbot.keyClick(edit.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert heard[-1] == ("one", "two")


def test_an_entry_is_marked(edit: LinesEdit) -> None:
    """The entry about which something is said is underlined."""
    edit.mark(["[1]", "[9]", ""])
    (selection,) = edit.text.extraSelections()
    assert selection.cursor.selectedText() == "two"  # type: ignore[attr-defined]


def test_it_grows_with_its_entries(edit: LinesEdit) -> None:
    """More entries make it taller, up to some."""
    before = edit.text.sizeHint().height()
    edit.show_value(("a", "b", "c", "d", "e"))
    taller = edit.text.sizeHint().height()
    edit.show_value(tuple("abcdefghijklmnopqrstuvwxyz"))
    assert before < taller < edit.text.sizeHint().height() < 300
