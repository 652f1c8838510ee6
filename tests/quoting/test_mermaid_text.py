"""Texts in the labels of a Mermaid flowchart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.quoting.mermaid_text import label


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("user.team", "user.team"),
        ('a"b#c', "a#34;b#35;c"),
        ("<b>&amp;", "#60;b#62;#38;amp#59;"),
        ("a_b*c`d`", "a#95;b#42;c#96;d#96;"),
        ("1. one", "1#46; one"),
        ("- one", "#45; one"),
        ("www.example.com", "www#46;example#46;com"),
        ("a@b.com", "a#64;b.com"),
        ("https://x", "https#58;#47;#47;x"),
        ("a\nb\u202e", "a[U+000A]b[U+202E]"),
        ("größe 東京", "größe 東京"),
    ],
)
def test_a_text_stays_text(text: str, written: str) -> None:
    """What could be markup, a list, a link or a break is written as its code; what nobody sees is named."""
    if "[U+" in written:
        written = written.replace("[", "#91;").replace("]", "#93;").replace("+", "#43;")
    assert label([text]) == f'"{written}"'


def test_lines_are_parted_by_a_break() -> None:
    """The one piece of markup in a label is its own."""
    assert label(["a", "b"]) == '"a<br/>b"'


@given(st.text())
def test_no_text_leaves_its_label(text: str) -> None:
    """No quote, bracket, line end or number sign but of a code stands in it, and the codes give the text back."""
    written = label([text])[1:-1]
    assert re.fullmatch(r"(?:[^\"#<>\[\]{}|`\\*_\x00-\x1f\x7f]|#\d+;)*", written)
    if text.isprintable():
        assert re.sub(r"#(\d+);", lambda match: chr(int(match[1])), written) == text
