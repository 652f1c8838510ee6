"""What holds of the editors beside their values."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.plan.model import Level
from wizard.ui.widgets.choice import Choice, RadioChoice
from wizard.ui.widgets.duration_edit import DurationEdit
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.flow_layout import FlowLayout
from wizard.ui.widgets.name_choice import NameChoice
from wizard.ui.widgets.notes_edit import NotesEdit


def wheel(widget: QWidget) -> None:
    """Turn the wheel over a widget."""
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(widget.mapToGlobal(centre.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("make", [lambda: Choice([(1, "one"), (2, "two")]), DurationEdit])
def test_the_wheel_changes_nothing_without_the_focus(qtbot: QtBot, make: type[Editor]) -> None:
    """Scrolling over a field that has not the focus leaves its value alone."""
    edit = make()
    qtbot.addWidget(edit)
    edit.show_value(1)
    with qtbot.assertNotEmitted(edit.edited):
        wheel(edit.inputs()[0])


def test_a_choice_gives_back_the_member_itself(qtbot: QtBot) -> None:
    """The value of a choice of an enumeration is its member, not the member's text."""
    edit = Choice((level, level.value) for level in Level)
    qtbot.addWidget(edit)
    edit.show_value(Level.LIST)
    with qtbot.waitSignal(edit.edited) as edited:
        qtbot.keyClick(edit.box, Qt.Key.Key_Down)
    assert edited.args[0] is Level.READ


def test_radio_buttons_are_named_by_the_question(qtbot: QtBot) -> None:
    """A radio button says the question and its own words."""
    edit = RadioChoice([(1, "One", "The first."), (2, "Two", "The second.")])
    qtbot.addWidget(edit)
    edit.name_inputs("Which", "")
    assert [button.accessibleName() for button in edit.inputs()] == ["Which: One", "Which: Two"]
    assert [button.accessibleDescription() for button in edit.inputs()] == ["The first.", "The second."]


def test_tab_leaves_the_notes(qtbot: QtBot) -> None:
    """Tab in a text of several lines goes to the next field."""
    window, edit, other = QWidget(), NotesEdit(), QCheckBox()
    column = QVBoxLayout(window)
    column.addWidget(edit)
    column.addWidget(other)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    edit.setFocus()
    qtbot.keyClick(edit.text, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_notes_that_qt_reads_otherwise_are_left_alone(qtbot: QtBot) -> None:
    """Notes with signs that a text field turns into others are shown without an edit."""
    edit = NotesEdit()
    qtbot.addWidget(edit)
    with qtbot.assertNotEmitted(edit.edited):
        edit.show_value("a\u2028b\u00a0c\r\nd")
        edit.show_value("a\u2028b\u00a0c\r\nd")


def names(edit: NameChoice) -> list[tuple[str, bool]]:
    """Return the boxes' words and whether they are checked."""
    return [(box.text(), box.isChecked()) for box in edit.findChildren(QCheckBox) if not box.isHidden()]


@pytest.fixture
def choice(qtbot: QtBot) -> NameChoice:
    """Give a choice of three names."""
    edit = NameChoice("{name} (gone)", "Nothing to choose")
    qtbot.addWidget(edit)
    edit.offer(["team", "project", "env"])
    return edit


def test_names_that_nobody_offers_are_shown(choice: NameChoice) -> None:
    """A name of the value that is not offered stands at the end, and says so."""
    choice.show_value(("old", "project"))
    assert names(choice) == [("team", False), ("project", True), ("env", False), ("old (gone)", True)]


@pytest.mark.parametrize(
    ("before", "after"),
    [((), ("project",)), (("team", "env"), ("team", "project", "env")), (("env", "team"), ("env", "team", "project"))],
)
def test_a_name_takes_its_place(
    qtbot: QtBot, choice: NameChoice, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    """A checked name goes where the offer has it, unless the value has an order of its own."""
    choice.show_value(before)
    with qtbot.waitSignal(choice.edited) as edited:
        choice.findChildren(QCheckBox)[1].click()
    assert edited.args == [after]


def test_nothing_to_choose_is_a_button(qtbot: QtBot, choice: NameChoice) -> None:
    """With nothing to choose, a button leads to where names are made."""
    choice.offer([])
    choice.show_value(())
    assert names(choice) == []
    assert not choice.nothing.isHidden()
    with qtbot.waitSignal(choice.nothing_asked):
        choice.nothing.click()


def test_many_names_are_laid_out_once(qtbot: QtBot, choice: NameChoice, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred boxes that come at once in an open window are not laid out anew for each of them."""
    with qtbot.waitExposed(choice):
        choice.show()
    placings: list[int] = []
    place = FlowLayout._placed
    monkeypatch.setattr(FlowLayout, "_placed", lambda *args, **named: placings.append(1) or place(*args, **named))
    choice.offer([f"name{number}" for number in range(100)])
    choice.show_value(())
    assert all(box.isVisible() for box in choice.findChildren(QCheckBox))
    assert 0 < len(placings) < 20


def test_an_ampersand_is_no_mnemonic(choice: NameChoice) -> None:
    """A name with an ampersand is shown with it."""
    choice.offer(["R&D"])
    choice.show_value(())
    assert names(choice) == [("R&&D", False)]
