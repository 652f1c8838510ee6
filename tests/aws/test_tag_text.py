"""Tag text: AWS's character class, and the words for what is outside it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.aws.tag_text import composed, composing_suffices, foreign_characters


@pytest.mark.parametrize(
    "text",
    ["", "platform", "Research / Dev", "é", "日本", "ไทย", "a\u00a0b", ":team-a:team-b:", "x_.:/=+-@y", "Ⅷ½"],
)
def test_legal(text):
    """Letters, separators, numbers and the eight signs are legal."""
    assert foreign_characters(text) == ()


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("R&D", "&"),
        ("Smith, John", ","),
        ("O'Brien", "'"),
        ("e\u0301", "\u0301"),
        ("a\tb\nc", "\t\n"),
        ("😀", "😀"),
        ("(a) & (b)", "()&"),
        ("क\u093f", "\u093f"),
        ("\ud800", "\ud800"),
        ('*?$<>\\[]{}|;#%!"', '*?$<>\\[]{}|;#%!"'),
    ],
)
def test_foreign(text, foreign):
    """What AWS refuses is named once each, in the order of first appearance."""
    assert foreign_characters(text) == tuple(foreign)


@given(st.text())
def test_foreign_is_whole(text):
    """A text without its foreign characters has none left."""
    foreign = foreign_characters(text)
    assert foreign_characters("".join(c for c in text if c not in foreign)) == ()


@given(st.characters())
def test_class_is_the_category(character):
    """A character is legal exactly when it is a letter, a separator, a number or one of eight signs."""
    legal = unicodedata.category(character)[0] in "LZN" or character in "_.:/=+-@"
    assert (foreign_characters(character) == ()) is legal


def test_composed_accent_is_the_cure():
    """A decomposed accent fails, and its composed form passes."""
    assert composing_suffices("Cafe\u0301")
    assert composed("Cafe\u0301") == "Café"


@pytest.mark.parametrize("text", ["Café", "R&D", "Cafe\u0301 & Co", "q\u0301"])
def test_composing_is_no_cure(text):
    """Composing is no cure for a text that is fine, that has other foreign characters, or that has no composed form."""
    assert not composing_suffices(text)
