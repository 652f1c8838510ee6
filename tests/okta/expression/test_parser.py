"""Reading expressions: what they mean, and where an error is."""

import pytest

from wizard.okta.expression import ExpressionError, parsed, printed, references
from wizard.okta.expression.lexer import MAX_LENGTH
from wizard.okta.expression.node import Literal, StaticText
from wizard.okta.expression.parser import MAX_DEPTH, MAX_INTEGER
from wizard.plan.model import Claims

CLASSIC = Claims.STATEMENTS
ERRORS = [
    ("", 1, "The expression is empty."),
    ("   ", 1, "The expression is empty."),
    ("user.", 6, "The expression ends where a name after the dot is expected."),
    ("user.team +", 12, "The expression ends where a value is expected."),
    ("user team", 6, "“team” stands where an operator or the end is expected."),
    ('"abc', 1, 'The quotation mark " is not closed.'),
    ("user.a + 'b", 10, "The quotation mark ' is not closed."),
    ('"a" + "b', 7, 'The quotation mark " is not closed.'),
    ("String.len((user.a)", 11, "“(” is not closed; “)” is missing."),
    ('{"team", "project"', 1, "“{” is not closed; “}” is missing."),
    ("user.a[0", 7, "“[” is not closed; “]” is missing."),
    ("user.getGroups({'group.id': 'x'}).![name", 35, "“![” is not closed; “]” is missing."),
    ("({user.a)", 2, "“{” is not closed; “}” is missing before “)” at column 9."),
    ("user.a)", 7, "“)” closes nothing; take it out."),
    ("user.a = 'b'", 8, "Okta has no assignment; write == to compare."),
    ("R&D", 2, "“&” stands alone; write &&, or put text in quotation marks."),
    ("user.a | user.b", 8, "“|” stands alone"),
    ("“team”", 1, "The quotation mark “ is typographic"),
    ("user.a == 'x' == true", 15, "Comparisons cannot be chained"),
    ("user.a ? 'b'", 13, "The expression ends where “:” is expected."),
    ("String.len(user.a user.b)", 19, "“user” stands where “)” is expected."),
    ("{'a': 'b' 'c'}", 11, "“'c'” stands where “}” is expected."),
    ("{'a', 'b' 'c'}", 11, "“'c'” stands where “}” is expected."),
    ("{'a': 'b', 'c'}", 15, "“}” stands where “:” is expected."),
    ("user.a[0 1]", 10, "“1” stands where “]” is expected."),
    ("user.x.![name x]", 15, "“x” stands where “]” is expected."),
    ("('a' 'b')", 6, "“'b'” stands where “)” is expected."),
    ("AND user.a", 1, "“AND” stands where a value is expected."),
    ("user.a + 2147483648", 10, "The number is too large; 2147483647 is the largest integer."),
    ("1e999 + user.a", 1, "The number is too large"),
    ("user.a + #b", 10, "“#” has no meaning in an expression; put text in quotation marks."),
    ("user.a\u00a0+ 'b'", 7, "U+00A0 has no meaning"),
    ("user.ä + 'b'", 6, "“ä” has no meaning"),
]


@pytest.mark.parametrize(("text", "column", "message"), ERRORS)
def test_an_error_names_its_column(text: str, column: int, message: str) -> None:
    """What is no expression is refused with the column and what was expected."""
    with pytest.raises(ExpressionError) as caught:
        parsed(text, CLASSIC)
    assert (caught.value.column, caught.value.message[: len(message)]) == (column, message)
    assert str(caught.value) == f"column {column}: {caught.value.message}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("user.a +", "a value"), ("(user.a", ")"), ('"a', '"'), ("user.a ? 1", "“:”"), ("user.a = 1", "=="), ("a)", "")],
)
def test_an_error_says_what_was_expected(text: str, expected: str) -> None:
    """The error carries what could have stood there, for the editor to show."""
    with pytest.raises(ExpressionError) as caught:
        parsed(text, CLASSIC)
    assert caught.value.expected == expected


def test_an_error_speaks_another_language() -> None:
    """Template and expected words are translated by themselves, then filled."""
    words = {
        "The expression ends where {expected} is expected.": "Der Ausdruck endet, wo {expected} stehen muss.",
        "a value": "ein Wert",
    }
    with pytest.raises(ExpressionError) as caught:
        parsed("user.a +", CLASSIC)
    assert caught.value.text(lambda text: words[text]) == "Der Ausdruck endet, wo ein Wert stehen muss."


@pytest.mark.parametrize(
    "text", ["(" * 10_000, "(" * 5000 + ")" * 5000, "{" * 9_999, "![" * 5000, "!" * 9_000 + "user.a"]
)
@pytest.mark.parametrize("claims", Claims)
def test_ten_thousand_brackets_are_refused(text: str, claims: Claims) -> None:
    """However many brackets stand there, the error is an ordinary one."""
    with pytest.raises(ExpressionError):
        parsed(text, claims)


@pytest.mark.parametrize(
    "text",
    [
        "(" * MAX_DEPTH + "user.a" + ")" * MAX_DEPTH,
        "-" * MAX_DEPTH + "1",
        "user" + ".a" * MAX_DEPTH,
        "user.a" + "[0]" * MAX_DEPTH,
        " - ".join(["user.a + user.b"] * MAX_DEPTH),
        "user.a ? 1 : " * MAX_DEPTH + "2",
        "user.a ?: " * MAX_DEPTH + "'b'",
        "f(" * (MAX_DEPTH + 1) + ")" * (MAX_DEPTH + 1),
    ],
)
def test_what_nests_too_deep_is_refused(text: str) -> None:
    """More than the documented levels are refused with the limit in the message."""
    with pytest.raises(ExpressionError, match=f"nests deeper than {MAX_DEPTH} levels"):
        parsed(text, CLASSIC)


def test_a_long_concatenation_is_no_deep_one() -> None:
    """A thousand operands of one operator are read, printed and searched."""
    text = " + ".join(["user.team"] * 800)
    expression = parsed(text, CLASSIC)
    assert printed(expression) == text
    assert len(references(expression)) == 800


def test_a_text_beyond_the_limit_is_refused() -> None:
    """The error of a very long text names its length and the limit."""
    with pytest.raises(ExpressionError, match="50000 characters; the longest that is read has 10000") as caught:
        parsed("user.a + " + "x" * 49_991, CLASSIC)
    assert caught.value.column == MAX_LENGTH + 1


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("user.a AND user.b OR user.c", "(user.a AND user.b) OR user.c"),
        ("user.a && user.b || user.c", "user.a AND user.b OR user.c"),
        ("user.a and user.b or user.c", "user.a AND user.b OR user.c"),
        ("1 + 2 * 3", "1 + (2 * 3)"),
        ("1 - 2 - 3", "(1 - 2) - 3"),
        ("!user.a == user.b", "(!user.a) == user.b"),
        ("- user.a.b", "-(user.a.b)"),
        ("user.a == 'x' ? 1 : user.b ? 2 : 3", "(user.a == 'x') ? 1 : (user.b ? 2 : 3)"),
        ("user.a ?: user.b ?: 'c'", "user.a ?: (user.b ?: 'c')"),
        ("user.a + 'x' == 'yx'", "(user.a + 'x') == 'yx'"),
        ("NULL == null", "null == NULL"),
        ("TRUE", "true"),
        ('"its"', "'its'"),
        ("'it''s'", '"it\'s"'),
        ('"say ""so"""', "'say \"so\"'"),
        ("1.5e1", "15.0"),
        ("user . team", "user.team"),
        ("3.toInteger()", "(3).toInteger()"),
    ],
)
def test_two_spellings_mean_the_same(text: str, same: str) -> None:
    """Precedence, spellings of operators and quotes, and white space do not change what an expression means."""
    assert parsed(text, CLASSIC) == parsed(same, CLASSIC)
    assert hash(parsed(text, CLASSIC)) == hash(parsed(same, CLASSIC))


@pytest.mark.parametrize(
    ("text", "other"),
    [("1", "1.0"), ("1", "true"), ("'1'", "1"), ("user.a + (user.b + 'c')", "user.a + user.b + 'c'"), ("{}", "{{}}")],
)
def test_two_expressions_differ(text: str, other: str) -> None:
    """Constants of different types and other groupings are different expressions."""
    assert parsed(text, CLASSIC) != parsed(other, CLASSIC)


def test_the_dialect_is_part_of_an_expression() -> None:
    """The same text in the other dialect is another expression, and no expression equals anything else."""
    assert parsed("user.a + 'b'", CLASSIC) != parsed("user.a + 'b'", Claims.FEDERATED)
    assert parsed("user.a + 'b'", CLASSIC) != "user.a + 'b'"
    assert repr(parsed("user.a", CLASSIC)) == "Expression('user.a', statements)"
    assert repr(parsed("user.a", CLASSIC).root) == "Member(Name('user',), 'a')"


@pytest.mark.parametrize(
    "text",
    [
        "Engineering",
        "cost-center-1",
        "Cost center 12",
        "R and D",
        "arn:aws:iam::111122223333:role/x,arn:aws:iam::111122223333:saml-provider/Okta",
        "https://example.com/a",
        "Zürich",
        "team",
        "123456789012345",
    ],
)
def test_text_without_quotes_is_static_in_a_row(text: str) -> None:
    """A row of the classic kind may hold text without quotes, and it stands for itself."""
    assert parsed(text, CLASSIC).root == StaticText(1, text)
    assert parsed(f"  {text} ", CLASSIC).root.column == 3


@pytest.mark.parametrize("text", ["user.team", "true", "12", "example.com", "'Engineering'", "null", "user"])
def test_what_is_an_expression_is_not_static(text: str) -> None:
    """References, constants and quoted text are expressions."""
    assert not isinstance(parsed(text, CLASSIC).root, StaticText)


@pytest.mark.parametrize("text", ["user team", "user.team x", "a ? b", "x == y z", "é" * 1025, "f(x) y"])
def test_a_mistake_is_not_taken_for_static_text(text: str) -> None:
    """What begins like a reference, holds operators or passes a row's length stays an error."""
    with pytest.raises(ExpressionError):
        parsed(text, CLASSIC)


def test_federated_claims_have_no_static_text() -> None:
    """Identity Engine documents no text without quotes."""
    with pytest.raises(ExpressionError):
        parsed("Cost center", Claims.FEDERATED)
    assert not isinstance(parsed("Engineering", Claims.FEDERATED).root, StaticText)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("user.team", [("user", "team", 1)]),
        ("user.profile.team", [("user.profile", "team", 1)]),
        ("user.profile", [("user", "profile", 1)]),
        ('"x" + user.team + appuser.role', [("user", "team", 7), ("appuser", "role", 19)]),
        ("String.len(user.a)", [("user", "a", 12)]),
        ("user.a.length()", [("user", "a", 1)]),
        ("user.getGroups({'group.type': user.kind}).![name]", [("user", "kind", 31)]),
        ("active_directory.managerUpn", [("active_directory", "managerUpn", 1)]),
        ("device.profile.platform", [("device", "profile.platform", 1)]),
        ("findDirectoryUser().managerUpn", []),
        ("user.a[user.b]", [("user", "a", 1), ("user", "b", 8)]),
        (
            "!user.a ? {user.b} : (user.c ?: -user.d)",
            [("user", name, at) for name, at in (("a", 2), ("b", 12), ("c", 23), ("d", 34))],
        ),
        ("first + 'x'", [("", "first", 1)]),
        ("Engineering", []),
    ],
)
def test_references_are_found_in_order(text: str, found: list[tuple[str, str, int]]) -> None:
    """Each attribute that is read is named with its root and its column."""
    assert [(one.root, one.attribute, one.column) for one in references(parsed(text, CLASSIC))] == found


def test_a_reference_is_written_with_its_root() -> None:
    """A reference reads as it is typed."""
    assert [str(one) for one in references(parsed("user.profile.a + b", CLASSIC))] == ["user.profile.a", "b"]


def test_the_largest_integer_is_read() -> None:
    """The largest integer stands in the limits of Okta's examples."""
    assert parsed(str(MAX_INTEGER), CLASSIC).root == Literal(1, MAX_INTEGER)
