"""The words of menus and labels as they are shown elsewhere."""

import pytest

from wizard.ui.menu_text import plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("&Save", "Save"),
        ("P&revious", "Previous"),
        ("R&&D", "R&D"),
        ("保存(&S)", "保存"),
        ("開く(&O)…", "開く…"),
        ("(none)", "(none)"),
    ],
)
def test_the_mark_of_a_key_is_left_out(text: str, words: str) -> None:
    """The underlined letter goes, with its brackets where it stands behind the words; a doubled & is one."""
    assert plain_words(text) == words
