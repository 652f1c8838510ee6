"""Cures for what the expression language tells of."""

import pytest

from wizard.okta.expression.problem import Problem, ProblemKind
from wizard.plan.model import Claims
from wizard.rules.expression_problem import count_of, suggested

UNKNOWN = ProblemKind.UNKNOWN_FUNCTION


@pytest.mark.parametrize(
    ("text", "problem", "better"),
    [
        ("String.up(x)", Problem(UNKNOWN, "", 8, {"name": "String.up"}, "String.toUpperCase"), "String.toUpperCase(x)"),
        ("a + user.b", Problem(UNKNOWN, "", 5, {"reference": "user.b"}, "user.profile.b"), "a + user.profile.b"),
        ("String.up(x)", Problem(UNKNOWN, "", 8, {"name": "String.up"}), "String.up(x)"),
        ("up(x)", Problem(UNKNOWN, "", 1, {"name": "String.up"}, "y"), "up(x)"),
        ("up(x)", Problem(UNKNOWN, "", 1, {}, "y"), "up(x)"),
        ("up(x)", Problem(UNKNOWN, "", 1, {"name": "down"}, "y"), "up(x)"),
    ],
)
def test_a_suggestion_takes_the_place_of_what_it_is_about(text: str, problem: Problem, better: str) -> None:
    """The name at the column is replaced; where the text holds another, nothing is."""
    assert suggested(text, problem) == better


def test_a_text_that_cannot_be_read_has_the_most_problems() -> None:
    """A cure that breaks the expression always counts as worse."""
    assert count_of("user.team", Claims.STATEMENTS, UNKNOWN) == 0
    assert count_of("Foo.a(Foo.b())", Claims.STATEMENTS, UNKNOWN) == 2
    assert count_of("user.team +", Claims.STATEMENTS, UNKNOWN) > len("user.team +")
