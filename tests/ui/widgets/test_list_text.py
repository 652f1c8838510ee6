"""A list of texts on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.ui.widgets.list_text import listed, unlisted


@given(st.lists(st.text()))
def test_what_is_listed_is_read_back(texts: list[str]) -> None:
    """Any texts whatever come back from the line as they were."""
    assert unlisted(listed(texts)) == tuple(texts)


@given(st.text())
def test_any_line_is_read(line: str) -> None:
    """Whatever is typed means some texts, and means the same once it is written in order."""
    assert unlisted(listed(unlisted(line))) == unlisted(line)


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("", ()),
        ("a", ("a",)),
        ("a, b,c", ("a", "b", "c")),
        ("a,,b,", ("a", "b")),
        ('"a, b", c', ("a, b", "c")),
        ('"say ""no"""', ('say "no"',)),
        ('""', ("",)),
        ("  a b  ", ("a b",)),
    ],
)
def test_a_line_means(line: str, texts: tuple[str, ...]) -> None:
    """Commas separate, quotation marks hold together, white space at the ends is nothing."""
    assert unlisted(line) == texts
