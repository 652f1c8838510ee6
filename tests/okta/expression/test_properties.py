"""What holds of every expression and of every text."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.okta.expression.grammar import NEARLY, trees
from wizard.okta.expression import (
    CannotEvaluate,
    CannotTranslate,
    Evaluation,
    Expression,
    ExpressionError,
    Group,
    ProblemKind,
    Surroundings,
    completions,
    may_be_null,
    parsed,
    printed,
    problems,
    references,
    result_type,
    translated,
    value_of,
)
from wizard.okta.expression.printer import text_of
from wizard.okta.expression.type_order import fits
from wizard.okta.expression.value_type import ValueType, type_of
from wizard.plan.model import Claims, Person

ADA = Person(
    "ada@example.com",
    (
        ("team", "platform"),
        ("teams", ("a", "b")),
        ("city", "Zürich"),
        ("level", 3),
        ("share", 0.5),
        ("boss", True),
        ("none", ()),
    ),
)
LISTS = frozenset({"teams", "none"})
KNOWN = Surroundings(groups=(Group("1", "a"), Group("2", "b")), now=datetime(2024, 2, 29, tzinfo=UTC))
SURE = {ProblemKind.UNKNOWN_FUNCTION, ProblemKind.WRONG_COUNT, ProblemKind.WRONG_DIALECT}
FEW = settings(max_examples=60, deadline=None)
EXPRESSIONS = st.sampled_from(Claims).flatmap(
    lambda claims: trees(claims).map(lambda root: Expression(text_of(root, claims), claims, root))
)


@given(EXPRESSIONS)
@FEW
def test_a_printed_expression_is_the_same_expression(expression: Expression) -> None:
    """What is printed is read as the expression that it was, and prints the same again."""
    again = parsed(printed(expression), expression.claims)
    assert again == expression
    assert hash(again) == hash(expression)
    assert printed(again) == printed(expression)


@given(st.one_of(NEARLY, st.text()), st.sampled_from(Claims))
@FEW
def test_any_text_is_an_expression_or_an_error(text: str, claims: Claims) -> None:
    """No text raises anything but an ExpressionError with a column in it or just behind it, and a whole message."""
    try:
        expression = parsed(text, claims)
    except ExpressionError as error:
        place, message = error.column, error.message
    else:
        place, message = expression.root.column, printed(expression)
    assert 1 <= place <= len(text) + 1
    assert message


@given(st.one_of(NEARLY, st.text()), st.integers(-2, 80), st.sampled_from(Claims))
@FEW
def test_any_text_can_be_completed(text: str, column: int, claims: Claims) -> None:
    """An offer replaces what stands before the cursor, wherever that is."""
    for offer in completions(text, column, claims, ["team"]):
        assert 1 <= offer.start <= max(1, min(column, len(text) + 1))


def _evaluated(expression: Expression) -> Evaluation | CannotEvaluate:
    try:
        return value_of(expression, ADA, KNOWN)
    except CannotEvaluate as fault:
        return fault


@given(EXPRESSIONS)
@FEW
def test_evaluation_gives_a_value_or_a_reason(expression: Expression) -> None:
    """Whatever the expression means, it gives a value that an attribute can carry, or a reason with a column."""
    result = _evaluated(expression)
    if isinstance(result, CannotEvaluate):
        assert result.reason
        assert 1 <= result.column <= len(expression.text)
    else:
        members = result.value if isinstance(result.value, tuple) else (result.value,)
        assert all(member is None or isinstance(member, str | int | float) for member in members)


@given(EXPRESSIONS)
@FEW
def test_the_checker_foresees_the_type(expression: Expression) -> None:
    """Where an expression without a problem has a value, its type is the one that was foreseen."""
    told = {problem.kind for problem in problems(expression, None, LISTS)}
    result = _evaluated(expression)
    if told or isinstance(result, CannotEvaluate) or result.value is None:
        return
    foreseen = result_type(expression, LISTS)
    if foreseen in (ValueType.DATE_TIME, ValueType.COUNTRY):
        foreseen = ValueType.STRING
    assert fits(type_of(result.value), foreseen, Claims.FEDERATED)


@given(EXPRESSIONS)
@FEW
def test_every_part_is_judged(expression: Expression) -> None:
    """Whatever the expression means, it can be searched, judged and asked for null, with places inside the text."""
    places = [one.column for one in (*references(expression), *problems(parsed(expression.text, expression.claims)))]
    assert all(1 <= place <= len(expression.text) for place in places)
    assert all(problem.message for problem in problems(expression))
    assert may_be_null(expression) in (True, False)


@given(EXPRESSIONS)
@FEW
def test_what_is_never_null_is_never_null(expression: Expression) -> None:
    """Where the checker rules null out and nothing else is wrong, the value is not null."""
    result = _evaluated(expression)
    if not may_be_null(expression) and not problems(expression, None, LISTS) and isinstance(result, Evaluation):
        assert result.value is not None


@given(EXPRESSIONS)
@FEW
def test_a_call_that_is_wrong_has_no_value(expression: Expression) -> None:
    """A call that the checker refuses for its name, its dialect or its number of arguments gives no value."""
    again = parsed(expression.text, expression.claims)
    place = getattr(again.root, "at", 0)
    if any(problem.kind in SURE and problem.column == place for problem in problems(again)):
        assert isinstance(_evaluated(again), CannotEvaluate)


@given(EXPRESSIONS)
@FEW
def test_a_translation_is_an_expression_of_the_other_dialect(expression: Expression) -> None:
    """What is translated can be read there; what cannot be translated says so."""
    to = Claims.FEDERATED if expression.claims is Claims.STATEMENTS else Claims.STATEMENTS
    try:
        text = translated(expression.text, to)
    except CannotTranslate:
        return
    told = {problem.kind for problem in problems(parsed(text, to))}
    assert ProblemKind.WRONG_DIALECT not in told


@pytest.mark.parametrize("claims", Claims)
def test_the_languages_differ_and_meet(claims: Claims) -> None:
    """An expression of constants and operators is the same in both dialects."""
    assert printed(parsed("1 < 2 ? 'a' : 'b'", claims)) == '1 < 2 ? "a" : "b"'
