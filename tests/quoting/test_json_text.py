"""JSON as a parser reads it back, and as a person reads it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.quoting.json_text import compact, pretty

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
ANY_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=8,
)


@given(value=ANY_VALUE)
def test_json_is_read_back(value: object) -> None:
    """Both forms hold the same value, and both are UTF-8 whatever the texts hold."""
    assert json.loads(pretty(value).encode()) == json.loads(compact(value).encode()) == value


@given(value=ANY_VALUE)
def test_compact_is_one_line_and_pretty_ends_one(value: object) -> None:
    """Compact JSON has no line end; readable JSON ends with one, and no program takes another character for one."""
    assert compact(value).splitlines() == [compact(value)]
    assert pretty(value).splitlines() == pretty(value).removesuffix("\n").split("\n")


def test_letters_stay_letters() -> None:
    """Text beyond ASCII is written as itself."""
    assert pretty({"team": "Zürich 日本 😀"}) == '{\n  "team": "Zürich 日本 😀"\n}\n'


@pytest.mark.parametrize(
    ("character", "escape"),
    [("\u202e", r"\u202e"), ("\u2028", r"\u2028"), ("\ud800", r"\ud800"), ("\U000e0041", r"\udb40\udc41")],
)
def test_what_nobody_sees_is_escaped(character: str, escape: str) -> None:
    """A character that turns or hides text, and half a surrogate pair, stand as escapes."""
    assert compact([character]) == f'["{escape}"]'


def test_a_number_that_json_lacks_is_refused() -> None:
    """NaN has no form in JSON, so it is an error and never an unreadable file."""
    with pytest.raises(ValueError, match="nan"):
        pretty(float("nan"))
