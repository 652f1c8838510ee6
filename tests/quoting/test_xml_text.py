"""XML text as a parser reads it back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from wizard.quoting.xml_text import attribute_value, comment, element_text, holdable

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@given(text=ANY_TEXT)
def test_element_text_is_read_back(text: str) -> None:
    """A parser gives back the text between two tags, with U+FFFD for what XML cannot hold."""
    element = etree.fromstring(f"<a>{element_text(text)}</a>".encode())
    assert (element.text or "") == holdable(text)


@given(text=ANY_TEXT)
def test_an_attribute_value_is_read_back(text: str) -> None:
    """A parser gives back the text of an attribute, tabs and line ends too."""
    element = etree.fromstring(f'<a b="{attribute_value(text)}"/>'.encode())
    assert element.get("b") == holdable(text)


@given(text=ANY_TEXT)
@example(text="-->")
@example(text="a --- b -")
@example(text="--><b/><!--")
def test_a_comment_never_ends_early(text: str) -> None:
    """Whatever a comment says, the document holds one comment and the element after it."""
    document = etree.fromstring(f"{comment(text)}<a/>".encode())
    before = document.getprevious()
    assert before is not None
    assert before.tag is etree.Comment
    assert before.getprevious() is None


@pytest.mark.parametrize(
    ("character", "held"),
    [
        ("\x00", "\ufffd"),
        ("\x1b", "\ufffd"),
        ("\ud800", "\ufffd"),
        ("\uffff", "\ufffd"),
        ("\t", "\t"),
        ("\U0010ffff", "\U0010ffff"),
        ("\u202e", "\u202e"),
    ],
)
def test_what_xml_cannot_hold_is_replaced(character: str, held: str) -> None:
    """Controls, lone surrogates and non-characters become U+FFFD, and nothing else does."""
    assert holdable(f"a{character}b") == f"a{held}b"


def test_quotes_stay_in_element_text() -> None:
    """Quotes between tags are written as they are, as Okta's preview does."""
    assert element_text("""{"team", 'x'}""") == """{"team", 'x'}"""


@pytest.mark.parametrize("unseen", ["\u202e", "\u2028", "\u0085", "\ufeff", "\U000e0041"])
def test_what_nobody_sees_is_a_reference(unseen: str) -> None:
    """A character that turns or hides text stands as a character reference, and in a comment as its name."""
    assert element_text(unseen) == attribute_value(unseen) == f"&#x{ord(unseen):X};"
    assert comment(unseen) == f"<!-- [U+{ord(unseen):04X}] -->"


def test_the_end_of_a_cdata_section_is_escaped() -> None:
    """``]]>`` may not stand in text, so its angle bracket is an entity."""
    assert element_text("]]>") == "]]&gt;"
