"""What assistive technology does to the app counts, though it uses neither keys nor mouse."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from wizard.ui.widgets.check_list import CheckList
from wizard.ui.widgets.chosen_row import follow_selection
from wizard.ui.widgets.field import Field
from wizard.ui.widgets.text_edit import TextEdit
from wizard.ui.widgets.text_input import Line


def test_a_text_that_assistive_technology_sets_is_an_edit(qtbot: QtBot) -> None:
    """Qt sets it past the program, as is done here; what the program shows is none."""
    editor = TextEdit()
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.edited.connect(told.append)
    editor.show_value("shown")
    QLineEdit.setText(editor.line, "spoken")
    assert told == ["spoken"]
    editor.show_value("shown")
    assert told == ["spoken"]
    QLineEdit.setText(editor.line, "spoken")
    assert told == ["spoken", "spoken"]


def test_what_is_typed_is_told_once(qtbot: QtBot) -> None:
    """Each key press is one edit; emptying the line by the program is none."""
    line = Line()
    qtbot.addWidget(line)
    told: list[str] = []
    line.textEdited.connect(told.append)
    qtbot.keyClicks(line, "ab")
    line.clear()
    assert told == ["a", "ab"]


def test_the_cursor_goes_to_what_is_selected(qtbot: QtBot) -> None:
    """Selecting a row without the cursor takes the cursor along."""
    listed = QListWidget()
    qtbot.addWidget(listed)
    listed.addItems(["one", "two"])
    listed.setCurrentRow(0)
    follow_selection(listed)
    rows: list[int] = []
    listed.currentRowChanged.connect(rows.append)
    listed.selectionModel().select(listed.model().index(1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    qtbot.waitUntil(lambda: rows == [1])


def test_a_question_does_not_take_the_place_of_an_answers_own_words(qtbot: QtBot) -> None:
    """A screen reader calls a box by the label that names it: the first answer was heard as the question alone."""
    field = Field("access[0].levels", "Levels", CheckList([("a", "List", ""), ("b", "Read", "")]))
    qtbot.addWidget(field)
    boxes = field.findChildren(QCheckBox)
    assert [box.accessibleName() for box in boxes] == ["Levels: List", "Levels: Read"]
    assert field.label.buddy() is field.editor
