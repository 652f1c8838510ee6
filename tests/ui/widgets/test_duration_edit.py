"""The number of seconds."""

import pytest
from pytestqt.qtbot import QtBot

from wizard.ui.widgets.duration_edit import LARGEST, DurationEdit, duration_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3600, "1 h"), (5400, "1 h 30 min"), (900, "15 min"), (43200, "12 h"), (90, ""), (0, ""), (-60, "")],
)
def test_seconds_in_words(seconds: int, words: str) -> None:
    """Whole minutes are said in hours and minutes, anything else is left to the number."""
    assert duration_words(seconds) == words


@pytest.mark.parametrize("seconds", [10**30, -(10**30)])
def test_a_number_beyond_the_box_is_shown_as_its_largest_and_stays(qtbot: QtBot, seconds: int) -> None:
    """A number that the box cannot hold is shown as near as it can, and nothing is edited."""
    edit = DurationEdit()
    qtbot.addWidget(edit)
    with qtbot.assertNotEmitted(edit.edited):
        edit.show_value(seconds)
    assert abs(edit.box.value()) == LARGEST
