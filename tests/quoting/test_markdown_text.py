"""Texts in Markdown as a CommonMark parser renders them."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wizard.quoting.markdown_text import code, fenced, prose, table

ANY_TEXT = st.text(st.characters(codec=None), max_size=40) | st.text(
    st.sampled_from("\\`*_[]<>&|~#$!()-+=.:1 \n\t\"'ab"), max_size=20
)
PLAIN_TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=40) | st.text(
    st.sampled_from("\\`*_[]<>&|~#$!()-+=.:1 ab"), max_size=20
)


class Tags(HTMLParser):
    """The tags and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def rendered(markdown: str) -> Tags:
    """Return what a renderer that passes HTML through makes of the Markdown."""
    return Tags(MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").render(markdown))


def single_spaced(text: str) -> str:
    """Return the text with each run of spaces as one, and none at its ends."""
    return re.sub(" +", " ", text).strip(" ")


@given(text=ANY_TEXT)
@example(text="<b>x</b>")
@example(text="<https://example.com>")
@example(text="![x](javascript:1)")
@example(text="1. a")
@example(text="- a")
def test_prose_is_never_markup(text: str) -> None:
    """Whatever a text of the plan holds, it renders as one paragraph of text."""
    assert set(rendered(prose(text)).tags) <= {"p"}
    assert rendered(f"Words {prose(text)} words").tags == ["p"]


@given(text=PLAIN_TEXT)
def test_prose_shows_the_text(text: str) -> None:
    """A text that one sees is shown as it is, but for runs of spaces."""
    assert rendered(f"x{prose(text)}x").text == f"x{single_spaced(text)}x\n"


@given(text=ANY_TEXT)
@example(text="`<b>x</b>`")
@example(text="``` ` ``")
def test_code_is_only_code(text: str) -> None:
    """Whatever a code span holds, it renders as code in a paragraph, or as text."""
    assert rendered(f"x {code(text)} x").tags in (["p", "code"], ["p"])


@given(text=PLAIN_TEXT.filter(bool))
def test_code_shows_the_text(text: str) -> None:
    """A code span shows exactly what it was given."""
    assert rendered(f"x{code(text)}x").text == f"x{text}x\n" or "\\|" in text


@given(texts=st.lists(PLAIN_TEXT.filter(str.strip), min_size=1, max_size=4))
def test_a_table_has_the_cells_that_it_was_given(texts: list[str]) -> None:
    """Bars, backticks and backslashes in code or prose break no cell and stay what they are."""
    page = rendered(table(("Key", "Value"), [(code(text), prose(text)) for text in texts]))
    assert page.tags.count("td") == 2 * len(texts)
    assert [single_spaced(line) for line in page.text.split("\n") if line] == [
        "Key",
        "Value",
        *(single_spaced(text) for text in texts for _ in range(2)),
    ]


@pytest.mark.parametrize("text", ["a|b", "a||b", "|", "`|`", "x | y"])
def test_a_bar_in_a_table_is_shown(text: str) -> None:
    """A bar in the code of a cell is shown as a bar."""
    assert rendered(table(("Key",), [(code(text),)])).text.split("\n").count(text) == 1


def test_a_backslash_before_a_bar_is_shown_in_a_table() -> None:
    """Where a code span cannot hold both in a table, the text stands without one."""
    assert "a\\|b" in rendered(table(("Key",), [(code("a\\|b"),)])).text


@given(text=ANY_TEXT)
@example(text="```\n<b>x</b>")
@example(text="~~~~\n````\nx")
def test_a_fenced_block_is_one_block(text: str) -> None:
    """Whatever a block holds, fences too, it renders as one block and nothing after it."""
    page = rendered(fenced(text, "sh"))
    assert page.tags == ["pre", "code"]


@given(text=st.text(st.sampled_from("`~ab \n\t<&"), max_size=30))
def test_a_fenced_block_shows_the_text(text: str) -> None:
    """Tabs, spaces and line ends of a block are kept."""
    page = MarkdownIt("commonmark").render(fenced(text))
    assert unescape(page).removeprefix("<pre><code>").removesuffix("</code></pre>\n") == text.removesuffix("\n") + "\n"


@pytest.mark.parametrize("write", [prose, code, fenced])
def test_what_nobody_sees_is_named(write: object) -> None:
    """A character that turns the text around is named by its code point."""
    assert callable(write)
    assert "[U+202E]" in rendered(write("a\u202eb")).text


def test_an_empty_code_span_shows_quotes() -> None:
    """No code span can be empty, so an empty text is shown as two quotes."""
    assert code("") == '`""`'
