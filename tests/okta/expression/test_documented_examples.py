"""Okta's own examples, in both dialects."""

from zoneinfo import available_timezones

import pytest

from tests.okta.expression.documented import JOHN, KNOWN, PERSON, Example
from tests.okta.expression.documented_classic import CLASSIC
from tests.okta.expression.documented_identity_engine import ERRORS, IDENTITY_ENGINE
from wizard.okta.expression import (
    CannotEvaluate,
    ProblemKind,
    documented_functions,
    parsed,
    problems,
    value_of,
)
from wizard.plan.model import Claims

ZONES_ARE_KNOWN = "Asia/Tokyo" in available_timezones()
EXAMPLES = [
    *(pytest.param(Claims.STATEMENTS, PERSON, example, id=example.text) for example in CLASSIC),
    *(pytest.param(Claims.FEDERATED, JOHN, example, id=example.text) for example in IDENTITY_ENGINE),
]
EVALUATED = [
    example
    for example in EXAMPLES
    if ZONES_ARE_KNOWN or not any(zone in str(example.values[2]) for zone in ("EST", "Asia/Tokyo"))
]
OFFENCES = {
    ProblemKind.UNKNOWN_FUNCTION,
    ProblemKind.WRONG_COUNT,
    ProblemKind.WRONG_DIALECT,
    ProblemKind.UNKNOWN_ATTRIBUTE,
}


@pytest.mark.parametrize(("claims", "person", "example"), EVALUATED)
def test_an_example_gives_what_okta_says(claims: Claims, person, example: Example) -> None:
    """Every example of Okta's pages gives the result that stands beside it, of the same type."""
    value = value_of(parsed(example.text, claims), person, KNOWN).value
    assert value == example.value
    assert type(value) is type(example.value)


@pytest.mark.parametrize(("claims", "person", "example"), EXAMPLES)
def test_the_checker_has_nothing_against_an_example(claims: Claims, person, example: Example) -> None:
    """No example of Okta's pages has a wrong name, number of arguments or dialect."""
    names = frozenset(person.attributes())
    lists = frozenset(name for name, value in person.profile if isinstance(value, tuple))
    found = problems(parsed(example.text, claims), names | {"employeeNumber"}, lists)
    assert [problem.message for problem in found if problem.kind in OFFENCES] == []


@pytest.mark.parametrize("text", ERRORS)
def test_an_example_of_an_error_gives_one(text: str) -> None:
    """Where Okta's page says that an error is given, there is no value."""
    with pytest.raises(CannotEvaluate, match="spells no number"):
        value_of(parsed(text, Claims.FEDERATED), JOHN, KNOWN)


@pytest.mark.parametrize("claims", Claims)
def test_every_function_has_an_example(claims: Claims) -> None:
    """Each function of the table stands in an example of its dialect."""
    examples = CLASSIC if claims is Claims.STATEMENTS else IDENTITY_ENGINE
    shown = {example.subject for example in examples}
    assert {function.name for function in documented_functions(claims)} <= shown
