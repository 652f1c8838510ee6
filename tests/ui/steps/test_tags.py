"""The page of the tags, by keyboard."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget

from tests import named
from tests.ui.steps.stage import Show, Stage
from wizard.plan.model import Tag
from wizard.ui.steps.tag_table.delegate import TagDelegate
from wizard.ui.steps.tag_table.model import Column
from wizard.ui.steps.tags import TagsPage

Key, Alt, Shift = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier

BAD = """
version: 1
tags:
  - {key: team, value: user.team, transitive: true}
  - {key: "proj&ct", value: user.project}
"""


@pytest.fixture
def stage(show: Show) -> Stage:
    """Show the page of the example plan, the table having the focus."""
    stage = show("tags", named.plan("team-project"))
    page(stage).table.setFocus()
    page(stage).table.go_to(0)
    return stage


def page(stage: Stage) -> TagsPage:
    """Return the page."""
    assert isinstance(stage.page, TagsPage)
    return stage.page


def keys(stage: Stage) -> list[str]:
    """Return the keys of the plan's tags."""
    return [tag.key for tag in stage.plan.tags]


def told_under(stage: Stage, row: int) -> set[str]:
    """Return the paths of the findings under a row."""
    return {finding.path for lines in page(stage).table.findings.under(row) for finding in lines.findings}


def at(stage: Stage) -> tuple[int, int]:
    """Return the cell of the cursor."""
    index = page(stage).table.currentIndex()
    return index.row(), index.column()


def test_a_row_is_added_and_filled_by_keyboard(stage: Stage) -> None:
    """Insert, the key, Tab, the value and Enter make a tag."""
    stage.press(Key.Key_Insert)
    stage.type("env")
    stage.press(Key.Key_Tab)
    stage.type("user.env")
    stage.press(Key.Key_Return)
    assert stage.plan.tags[2] == Tag(key="env", value="user.env")
    assert stage.focus is page(stage).table


def test_typing_reaches_the_plan_at_each_key(stage: Stage) -> None:
    """The plan has the key as far as it is typed, while the editor is still open."""
    stage.press(Key.Key_F2)
    stage.press(Key.Key_End)
    stage.type("s")
    assert keys(stage) == ["teams", "project"]
    assert isinstance(stage.focus, QLineEdit)
    assert stage.focus.text() == "teams"


def test_the_cursor_stays_while_typing(stage: Stage) -> None:
    """A letter in the middle of a key leaves the text cursor behind it."""
    stage.press(Key.Key_F2)
    stage.press(Key.Key_Home)
    stage.type("x")
    assert isinstance(stage.focus, QLineEdit)
    assert stage.focus.cursorPosition() == 1
    stage.type("y")
    assert keys(stage)[0] == "xyteam"


def test_a_letter_begins_to_edit(stage: Stage) -> None:
    """A letter on a cell replaces what stands there."""
    stage.type("x")
    assert keys(stage)[0] == "x"


def test_typing_is_undone_as_one(stage: Stage) -> None:
    """One undo takes back all that was typed in a cell."""
    stage.press(Key.Key_F2)
    stage.retype("squad")
    stage.press(Key.Key_Return)
    stage.session.undo()
    assert keys(stage) == ["team", "project"]
    assert page(stage).table.tags.index(0, Column.KEY).data() == "team"


def test_escape_leaves_the_cell_as_it_was(stage: Stage) -> None:
    """Escape takes back what was typed since the cell was opened."""
    stage.press(Key.Key_F2)
    stage.retype("squad")
    stage.press(Key.Key_Escape)
    assert keys(stage) == ["team", "project"]


def test_escape_without_typing_takes_nothing_back(stage: Stage) -> None:
    """Escape in a cell that was only looked at leaves the edit before it alone."""
    stage.session.set("tags[1].notes", "kept", "change notes")
    stage.press(Key.Key_F2)
    stage.press(Key.Key_Escape)
    assert stage.plan.tags[1].notes == "kept"


def test_a_renamed_key_is_renamed_in_the_grants(stage: Stage) -> None:
    """A grant goes on matching a key that is emptied and typed anew."""
    stage.press(Key.Key_F2)
    stage.retype("")
    stage.type("squad")
    assert stage.plan.access[0].match == ("squad", "project")


def test_a_key_on_the_way_to_another_mixes_nothing_up(stage: Stage) -> None:
    """A key that for a moment is the same as another keeps its own matches."""
    stage.session.set("tags[1].key", "te", "change key")
    stage.session.set("access[0].match", ("team", "te"), "change match")
    stage.press(Key.Key_F2)
    stage.press(Key.Key_End)
    for _letter in range(2):
        stage.press(Key.Key_Backspace)
    stage.type("st")
    assert stage.plan.access[0].match == ("test", "te")


def test_tab_goes_from_cell_to_cell_while_editing(stage: Stage) -> None:
    """Tab walks through the cells that can be seen, a check box among them, and Shift+Tab back."""
    stage.press(Key.Key_F2)
    stage.press(Key.Key_Tab)
    assert at(stage) == (0, Column.VALUE)
    stage.press(Key.Key_Tab)
    assert at(stage) == (0, Column.TRANSITIVE)
    assert isinstance(stage.focus, QCheckBox)
    stage.press(Key.Key_Space)
    assert stage.plan.tags[0].transitive is False
    stage.press(Key.Key_Backtab, Shift)
    assert at(stage) == (0, Column.VALUE)


def test_tab_from_the_last_cell_adds_a_row(stage: Stage) -> None:
    """Tab in the last cell of the last row begins a new tag."""
    table = page(stage).table
    table.go_to(1)
    stage.press(Key.Key_F2)
    for _cell in range(sum(not table.isColumnHidden(column) for column in Column)):
        stage.press(Key.Key_Tab)
    assert keys(stage) == ["team", "project", ""]
    assert at(stage) == (2, Column.KEY)


def test_tab_leaves_the_table_otherwise(stage: Stage) -> None:
    """Tab on a cell that is not edited goes on to the next control, and makes no tag."""
    stage.press(Key.Key_Tab)
    assert stage.focus is not page(stage).table
    assert keys(stage) == ["team", "project"]


def test_space_turns_a_check_cell(stage: Stage) -> None:
    """Space on a cell of a check box turns it."""
    page(stage).table.go_to(0, Column.REQUIRED)
    stage.press(Key.Key_Space)
    assert stage.plan.tags[0].required is False


def test_enter_turns_a_check_cell(stage: Stage) -> None:
    """Enter on a cell of a check box turns it too."""
    page(stage).table.go_to(0, Column.TRANSITIVE)
    stage.press(Key.Key_Return)
    assert stage.plan.tags[0].transitive is False


def test_delete_removes_the_chosen_rows(stage: Stage) -> None:
    """Delete removes all rows that are chosen, as one step of the history."""
    stage.press(Key.Key_Down, Shift)
    stage.press(Key.Key_Delete)
    assert keys(stage) == []
    stage.session.undo()
    assert keys(stage) == ["team", "project"]


def test_alt_and_arrows_move_a_row(stage: Stage) -> None:
    """Alt+Down moves the tag, and the cursor goes along."""
    stage.press(Key.Key_Down, Alt)
    assert keys(stage) == ["project", "team"]
    assert at(stage)[0] == 1
    stage.press(Key.Key_Down, Alt)
    assert keys(stage) == ["project", "team"]
    stage.press(Key.Key_Up, Alt)
    assert keys(stage) == ["team", "project"]


def test_several_rows_move_together(show: Show) -> None:
    """The rows that are chosen keep their order when they move."""
    stage = show("tags", named.plan("full"))
    page(stage).table.setFocus()
    page(stage).table.go_to(0)
    stage.press(Key.Key_Down, Shift)
    stage.press(Key.Key_Down, Alt)
    assert keys(stage) == ["cost-center", "team", "project"]
    assert page(stage).table.chosen_rows() == [1, 2]


def test_a_finding_stands_under_its_row_with_its_cure(show: Show) -> None:
    """The ampersand is told under its row, and the button there takes it out."""
    stage = show("tags", BAD)
    table = page(stage).table
    line = next(line for lines in table.findings.under(1) for line in lines.lines() if line.fix.isVisible())
    assert "&" in line.text.text()
    assert table.rowViewportPosition(1) < line.mapTo(table.viewport(), line.rect().topLeft()).y()
    stage.qtbot.mouseClick(line.fix, Qt.MouseButton.LeftButton)
    assert "&" not in keys(stage)[1]
    assert not any("&" in message for message in stage.messages())


def test_a_finding_has_the_room_that_its_text_needs(show: Show) -> None:
    """No line of the text is cut off at its foot."""
    stage = show("tags", BAD)
    (lines,) = page(stage).table.findings.under(1)
    assert lines.height() >= lines.heightForWidth(lines.width())


def test_a_cure_gives_the_focus_back(show: Show) -> None:
    """The button that a cure takes away hands the focus to the table."""
    stage = show("tags", BAD)
    line = next(line for lines in page(stage).table.findings.under(1) for line in lines.lines() if line.fix.isVisible())
    line.fix.setFocus()
    stage.press(Key.Key_Space)
    assert stage.focus is page(stage).table
    assert at(stage)[0] == 1


def test_a_finding_waits_until_its_cell_is_left(show: Show) -> None:
    """What is typed wrong is told when the cell is left."""
    stage = show("tags", named.plan("team-project"))
    table = page(stage).table
    table.setFocus()
    table.go_to(0)
    stage.press(Key.Key_F2)
    stage.press(Key.Key_End)
    stage.type("&")
    assert any(finding.path == "tags[0].key" for finding in stage.session.findings)
    assert not any("&" in message for message in stage.messages())
    stage.press(Key.Key_Tab)
    assert any("&" in message for message in stage.messages())


def test_a_finding_goes_the_moment_it_is_mended(show: Show) -> None:
    """What is mended in the open cell is told no longer."""
    stage = show("tags", BAD)
    table = page(stage).table
    table.setFocus()
    table.go_to(1)
    assert any("&" in message for message in stage.messages())
    stage.press(Key.Key_F2)
    stage.retype("project")
    assert not any("&" in message for message in stage.messages())


def test_a_new_row_is_not_blamed_before_it_is_left(stage: Stage) -> None:
    """Nothing is told of the empty value of a tag whose key is being typed."""
    stage.press(Key.Key_Insert)
    stage.type("env")
    assert any(finding.path.startswith("tags[2]") for finding in stage.session.findings)
    assert "tags[2].value" not in told_under(stage, 2)
    stage.press(Key.Key_Return)
    assert "tags[2].value" in told_under(stage, 2)


def test_cells_speak_their_heading(stage: Stage) -> None:
    """A cell's name for assistive technology is its heading and what it says, its description what is wrong."""
    model = page(stage).table.tags
    role = Qt.ItemDataRole
    assert model.index(0, Column.KEY).data(role.AccessibleTextRole) == "Tag key: team"
    assert model.index(0, Column.TRANSITIVE).data(role.AccessibleTextRole) == "Transitive: yes"
    stage.session.set("tags[0].key", "te&am", "change key")
    assert "Error" in model.index(0, Column.KEY).data(role.AccessibleDescriptionRole)


def test_the_value_is_completed(stage: Stage) -> None:
    """A base attribute is offered from a part of its name, and taken with Enter."""
    page(stage).table.go_to(0, Column.VALUE)
    stage.press(Key.Key_F2)
    line = stage.focus
    stage.retype("user.cost")
    assert "user.costCenter" in line.offers()  # type: ignore[attr-defined]
    line.take("user.costCenter")  # type: ignore[attr-defined]
    assert stage.plan.tags[0].value == "user.costCenter"


def test_the_separator_is_chosen_in_the_table(show: Show) -> None:
    """A wide table has the separator as a drop-down."""
    stage = show("tags", named.plan("list-tag"), size=(1000, 700))
    table = page(stage).table
    table.setFocus()
    table.go_to(0, Column.SEPARATOR)
    stage.press(Key.Key_F2)
    assert isinstance(stage.focus, QComboBox)
    stage.press(Key.Key_Down)
    assert stage.plan.tags[0].separator != named.plan("list-tag").tags[0].separator


def test_details_belong_to_the_chosen_tag(stage: Stage) -> None:
    """The fields under the table edit the tag of the cursor."""
    page(stage).table.go_to(1)
    details = {field.path: field for field in page(stage).fields}
    details["tags[1].notes"].editor.setFocus()
    stage.type("from HR")
    assert stage.plan.tags[1].notes == "from HR"


def test_show_path_goes_to_the_cell(stage: Stage) -> None:
    """The path of a tag's value leads to its cell."""
    assert stage.page.show_path("tags[1].value")
    assert at(stage) == (1, Column.VALUE)
    assert stage.focus is page(stage).table


def test_a_page_is_walked_by_tab_alone(stage: Stage) -> None:
    """Tab goes through table, buttons and details, in the order of the eye, and comes out."""
    seen = []
    for _step in range(12):
        stage.press(Key.Key_Tab)
        seen.append(stage.focus)
        if stage.focus is page(stage).table:
            break
    tops = [widget.mapTo(stage.page, widget.rect().topLeft()).y() for widget in seen[:-1]]
    assert tops == sorted(tops)
    assert len(seen) > 6


def test_the_cursor_is_always_in_sight(show: Show) -> None:
    """Wherever the keys take the cursor among fifty tags, the page scrolls to it."""
    stage = show("tags", named.plan("fifty-tags"), size=(560, 400))
    table = page(stage).table
    table.setFocus()
    for row in (49, 0, 30):
        table.go_to(row)
        QApplication.processEvents()
        place = table.viewport().mapTo(stage.area.viewport(), table.visualRect(table.currentIndex()).center())
        assert stage.area.viewport().rect().contains(place)


def test_fifty_tags_refresh_writes_only_what_changed(show: Show) -> None:
    """After an edit of one tag the view hears of one cell."""
    stage = show("tags", named.plan("fifty-tags"))
    heard: list[tuple[int, int]] = []
    page(stage).table.tags.dataChanged.connect(
        lambda first, _last, roles: roles or heard.append((first.row(), first.column()))
    )
    stage.session.set("tags[7].value", "user.city", "change value")
    assert set(heard) == {(7, Column.VALUE)}


def settle() -> None:
    """Let the screen come to rest."""
    for _turn in range(4):
        QApplication.processEvents()


def test_a_row_that_grows_is_painted_once(show: Show) -> None:
    """The room for a finding is there in the first picture: a second one would take the typing its time."""
    stage = show("tags", named.plan("fifty-tags"), size=(560, 400))
    table = page(stage).table
    stage.qtbot.waitUntil(lambda: all(table.findings.under(row) for row in table.findings.shown))
    settle()
    painted: list[bool] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            painted.extend([event.rect().height() > table.cells.height] if isinstance(event, QPaintEvent) else ())
            return super().eventFilter(watched, event)

    watch = Watch()
    height = table.rowHeight(0)
    table.viewport().installEventFilter(watch)
    stage.session.set("tags[0].key", "te&am", "change the key")
    settle()
    assert table.rowHeight(0) > height
    assert painted.count(True) == 1


def test_findings_that_come_later_leave_the_cursor_in_sight(show: Show) -> None:
    """A table full of findings makes room for them row by row; the row that was asked for stays where it is seen."""
    stage = show("tags", named.plan("largest"), size=(560, 400))
    table = page(stage).table
    assert stage.page.show_path("tags[40].key")
    assert not table.findings.under(40)
    stage.qtbot.waitUntil(lambda: all(table.findings.under(row) for row in table.findings.shown))
    settle()
    place = table.viewport().mapTo(stage.area.viewport(), table.visualRect(table.currentIndex()).center())
    assert table.currentIndex().row() == 40
    assert stage.area.viewport().rect().contains(place)


def test_a_cell_has_the_keyboard_before_its_text_is_selected(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen reader that heard of the selection first said neither the column nor the row that is edited."""
    had: list[bool] = []
    made = TagDelegate.createEditor

    def watched(*arguments: Any) -> QWidget:
        editor = made(*arguments)
        assert isinstance(editor, QLineEdit)
        had.append(editor.hasFocus())
        editor.selectionChanged.connect(lambda: had.append(editor.hasFocus()))
        return editor

    monkeypatch.setattr(TagDelegate, "createEditor", watched)
    stage.press(Key.Key_F2)
    assert had == [True, True]
