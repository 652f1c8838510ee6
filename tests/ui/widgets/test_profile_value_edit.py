"""The value of a profile attribute."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from wizard.plan.model import ProfileValue
from wizard.ui.widgets.profile_value_edit import Kind, ProfileValueEdit, kind_of, value_from, value_text

VALUES: list[ProfileValue] = [
    "",
    "a, b",
    "true",
    "12",
    12,
    -3,
    0.5,
    1e300,
    True,
    False,
    None,
    (),
    ("a", "b, c"),
    ("a", 1, True, None),
]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_is_what_its_line_says(value: ProfileValue) -> None:
    """The text and the kind of a value, read together, are that value."""
    again = value_from(kind_of(value), value_text(value), value)
    assert again == value
    assert type(again) is type(value)


@pytest.mark.parametrize("value", VALUES)
def test_showing_edits_nothing(qtbot: QtBot, value: ProfileValue) -> None:
    """To show a value, once or twice, is no edit."""
    edit = ProfileValueEdit()
    qtbot.addWidget(edit)
    with qtbot.assertNotEmitted(edit.edited):
        edit.show_value(value)
        edit.show_value(value)


def test_typing_in_place_of_null_makes_a_text(qtbot: QtBot) -> None:
    """A letter where there was null is a text."""
    edit = ProfileValueEdit()
    qtbot.addWidget(edit)
    edit.show_value(None)
    with qtbot.waitSignal(edit.edited) as edited:
        qtbot.keyClick(edit.line, Qt.Key.Key_A)
    assert edited.args == ["a"]


def test_another_kind_keeps_the_text(qtbot: QtBot) -> None:
    """A text that becomes a list is split at its commas."""
    edit = ProfileValueEdit()
    qtbot.addWidget(edit)
    edit.show_value("a, b")
    edit.kind.setCurrentIndex(edit.kind.findData(Kind.LIST))
    with qtbot.waitSignal(edit.edited) as edited:
        edit.kind.activated.emit(edit.kind.currentIndex())
    assert edited.args == [("a", "b")]


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("1.5", 1.5), ("x", 0), ("", 0), (" 7 ", 7), ("inf", 0)])
def test_a_number_is_read(text: str, value: float) -> None:
    """What is no number is nought."""
    assert value_from(Kind.NUMBER, text, None) == value
