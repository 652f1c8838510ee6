"""A text for one line of a terminal neither breaks the line nor moves what stands beside it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.quoting.line_text import one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plan.yaml", "plan.yaml"),
        ("größe 日本 😀", "größe 日本 😀"),
        ("a\nb\tc", "a\\nb\\tc"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\u202egnp", "\\u202egnp"),
        ("\ud800", "\\ud800"),
        ("\udcff", "\\udcff"),
        ("\u2028", "\\u2028"),
        ("", ""),
    ],
)
def test_what_does_not_print_is_escaped(text: str, shown: str) -> None:
    """Controls, marks of direction and halves of characters are spelled out; all else stays."""
    assert one_line(text) == shown


def test_a_path_is_shown_by_its_text() -> None:
    """Any value is shown as its text."""
    assert one_line(Path("a\nb")) == "a\\nb"


@given(st.text(st.characters()))
def test_every_text_is_one_printable_line(text: str) -> None:
    """Whatever the text, what is shown prints."""
    assert one_line(text).isprintable()
