"""How texts of a plan stand in a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.quoting.wording import LONGEST, character_name, characters, listed, quoted, seen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", '""'),
        ("R&D team", '"R&D team"'),
        ("a\nb", '"a<U+000A>b"'),
        ("\u202eabc", '"<U+202E>abc"'),
        ("e\u0301", '"e<U+0301>"'),
        ("a\u00a0b", '"a<U+00A0>b"'),
        ("\ud800", '"<U+D800>"'),
        ("日本 😀", '"日本 😀"'),
    ],
)
def test_a_text_is_quoted_with_nothing_hidden(text: str, shown: str) -> None:
    """What a reader would not see is written out; all else stands as it is."""
    assert quoted(text) == shown


def test_a_long_text_is_cut_in_the_middle() -> None:
    """A long text keeps its beginning and its end."""
    text = "a" * 100 + "z" * 100
    assert seen(text) == "a" * 29 + "…" + "z" * 29
    assert seen("a" * LONGEST) == "a" * LONGEST


@given(st.text(st.characters()))
def test_whatever_the_text_it_prints_on_one_line(text: str) -> None:
    """Any text, a lone surrogate too, becomes one printable line of bounded length."""
    shown = quoted(text)
    assert shown.isprintable()
    assert len(shown) <= (LONGEST + 1) * len("<U+10FFFF>")


def test_many_texts_end_in_an_ellipsis() -> None:
    """A list names a few and stands for the rest with an ellipsis."""
    assert listed(["a", "b"]) == '"a", "b"'
    assert listed("abc", most=2) == '"a", "b", …'
    assert characters("&,", most=1) == '"&", …'
    assert characters(["&", "\u0301"]) == '"&", U+0301 combining acute accent'


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("&", '"&"'),
        ("\u0301", "U+0301 combining acute accent"),
        ("\n", "U+000A line feed"),
        ("\u202e", "U+202E right-to-left override"),
        ("\ue000", "U+E000"),
    ],
)
def test_a_character_is_named(character, name):
    """A character that can be seen stands in quotes, another is named by its code point and its name."""
    assert character_name(character) == name
