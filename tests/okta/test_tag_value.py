"""The values of a tag as they leave Okta."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.okta.expression import CannotEvaluate, ExpressionError, parsed, value_of
from wizard.okta.statements import tag_expression
from wizard.okta.tag_value import tag_value
from wizard.plan.model import SEPARATORS, Claims, Person, ProfileValue, Tag


def person(value: ProfileValue) -> Person:
    """Return a person whose attribute `x` has this value."""
    return Person("ada@example.com", (("x", value),))


@given(
    members=st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=4).map(tuple),
    separator=st.sampled_from(SEPARATORS),
)
def test_the_exported_row_gives_the_same(members: tuple[str, ...], separator: str) -> None:
    """Evaluating the row that is typed into Okta gives the value that is shown for the list tag."""
    tag = Tag("x", "user.x", separator=separator)
    row = value_of(parsed(tag_expression(tag), Claims.STATEMENTS), person(members))
    assert tag_value(tag, Claims.STATEMENTS, person(members)).values == (row.value,)


@given(text=st.text(st.sampled_from("ab, :"), max_size=8))
def test_text_is_a_list_as_the_row_takes_it(text: str) -> None:
    """Text with commas in the source of a list tag is a list, as it is for Okta's array functions."""
    tag = Tag("x", "user.x", separator=":")
    row = value_of(parsed(tag_expression(tag), Claims.STATEMENTS), person(text))
    assert tag_value(tag, Claims.STATEMENTS, person(text)).values == (row.value,)


def test_the_members_of_a_list_are_told_apart() -> None:
    """The members are what the list holds, whatever the joining makes of them."""
    value = tag_value(Tag("x", "user.x", separator=":"), Claims.STATEMENTS, person(("a,b", "c")))
    assert (value.members, value.values) == (("a,b", "c"), (":a:b:c:",))


def test_null_is_no_value() -> None:
    """Null gives no value and a note, with a separator and without."""
    for separator in (None, ":"):
        value = tag_value(Tag("x", "user.x", separator=separator), Claims.STATEMENTS, person(None))
        assert (value.values, len(value.notes)) == ((), 1)


@pytest.mark.parametrize(("expression", "fault"), [("user.x[", ExpressionError), ("appuser.x", CannotEvaluate)])
def test_what_gives_no_value_says_why(expression: str, fault: type[Exception]) -> None:
    """An expression that cannot be read, or whose value is not known here, is a fault and never a guess."""
    with pytest.raises(fault):
        tag_value(Tag("x", expression), Claims.STATEMENTS, person("a"))
