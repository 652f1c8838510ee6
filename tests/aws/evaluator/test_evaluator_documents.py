"""Reading policy documents: what IAM takes, and the place of what it does not."""

import json
from typing import Any

import pytest

from wizard.aws.evaluator.context import context
from wizard.aws.evaluator.decision import Evaluator, Policies, Request, Verdict
from wizard.aws.evaluator.document import LONGEST, Kind, PolicyError, policy, policy_from

ALLOW = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
TRUST = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}}
LONE_SURROGATE = "\ud800"


def refused(text: str, kind: Kind = Kind.IDENTITY) -> PolicyError:
    """Return the error that a document gives."""
    with pytest.raises(PolicyError) as caught:
        policy(text, "p", kind)
    assert str(caught.value) == f"{caught.value.path}: {caught.value.message}"
    return caught.value


def of(*statements: Any, **elements: Any) -> dict[str, Any]:
    """Return a document of these statements."""
    return {"Version": "2012-10-17", "Statement": list(statements), **elements}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1, column 1: no JSON"),
        ("{", "line 1, column 2: no JSON"),
        ('{"Statement": [\n  {"Effect" "Allow"}]}', "line 2, column 13: no JSON"),
        ("[", "no JSON"),
        ("nonsense", "no JSON"),
        ("[]", "a list where an object is expected"),
        ("null", "nothing where an object is expected"),
        ("5", "5 where an object is expected"),
        ('"text"', '"text" where an object is expected'),
        ("NaN", "NaN where an object is expected"),
        ("9" * 5000, "9... where an object is expected"),
        ("{}", "the document has no Statement"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        (" " * (LONGEST + 1), "the document has 1,000,001 characters; at most 1,000,000 are read"),
        ('{"Statement": [], "Statement": []}', "a key stands twice"),
    ],
)
def test_what_is_no_document_is_refused_as_a_whole(text: str, words: str) -> None:
    """The error stands at the root and says what is there."""
    error = refused(text)
    assert error.path == "$"
    assert words in error.message


def without(statement: dict[str, Any], key: str) -> dict[str, Any]:
    """Return a statement without an element."""
    return {name: value for name, value in statement.items() if name != key}


@pytest.mark.parametrize(
    ("document", "path", "words"),
    [
        (of(ALLOW, Version="2020-01-01"), "$.Version", "2008-10-17"),
        (of(ALLOW, Version=20121017), "$.Version", "20121017; a policy's version"),
        (of(ALLOW, Version=None), "$.Version", "nothing; a policy's version"),
        (of(ALLOW, Id=5), "$.Id", "5 where a text is expected"),
        (of(ALLOW, Statements=[]), "$.Statements", "unknown element; here stand Version, Id, Statement"),
        (of(ALLOW, **{"odd key": 1}), '$["odd key"]', "unknown element"),
        ({"Statement": 5}, "$.Statement", "5 where an object is expected"),
        ({"Statement": None}, "$.Statement", "nothing where an object is expected"),
        (of(ALLOW, 5), "$.Statement[1]", "5 where an object is expected"),
        (of([ALLOW]), "$.Statement[0]", "a list where an object is expected"),
        (of({**ALLOW, "Effects": 1}), "$.Statement[0].Effects", "unknown element"),
        (of(without(ALLOW, "Effect")), "$.Statement[0].Effect", "nothing; an effect is Allow or Deny"),
        (of({**ALLOW, "Effect": "allow"}), "$.Statement[0].Effect", '"allow"; an effect'),
        (of({**ALLOW, "Effect": ["Allow"]}), "$.Statement[0].Effect", "a list; an effect"),
        (of({**ALLOW, "Sid": 1}), "$.Statement[0].Sid", "1 where a text is expected"),
        (of({**ALLOW, "Sid": "a"}, {**ALLOW, "Sid": "a"}), "$.Statement[1].Sid", "stands twice"),
        (of(without(ALLOW, "Action")), "$.Statement[0]", "neither Action nor NotAction"),
        (of({**ALLOW, "NotAction": "*"}), "$.Statement[0]", "Action and NotAction stand in one statement"),
        (of({**ALLOW, "Action": 5}), "$.Statement[0].Action", "5 where a text is expected"),
        (of({**ALLOW, "Action": ["*", None]}), "$.Statement[0].Action[1]", "nothing where a text is expected"),
        (of({**ALLOW, "Action": True}), "$.Statement[0].Action", "true where a text is expected"),
        (of({**ALLOW, "Action": "GetObject"}), "$.Statement[0].Action", "'GetObject' is no action"),
        (of({**ALLOW, "NotResource": "*"}), "$.Statement[0]", "Resource and NotResource stand in one"),
        (of(without(ALLOW, "Resource")), "$.Statement[0]", "neither Resource nor NotResource"),
        (of({**ALLOW, "Resource": ["*", "bucket"]}), "$.Statement[0].Resource[1]", "neither * nor an ARN"),
        (of({**ALLOW, "Resource": {}}), "$.Statement[0].Resource", "an object where a text is expected"),
        (of({**ALLOW, "Resource": "arn:aws:s3:::${aws:username"}), "$.Statement[0].Resource", "reads ${key}"),
        (of({**ALLOW, "Resource": "arn:aws:s3:::${}"}), "$.Statement[0].Resource", "reads ${key}"),
        (of({**ALLOW, "Resource": "arn:aws:s3:::${a, b}"}), "$.Statement[0].Resource", "reads ${key}"),
        (
            of({**ALLOW, "Resource": "arn:aws:iam::${aws:x}:role/a"}),
            "$.Statement[0].Resource",
            "before the fifth colon",
        ),
        (of({**ALLOW, "Resource": "arn:aws:s3:${aws:x}"}), "$.Statement[0].Resource", "before the fifth colon"),
        (of({**ALLOW, "Principal": "*"}), "$.Statement[0].Principal", "no element of a statement of this identity"),
        (of({**ALLOW, "NotPrincipal": "*"}), "$.Statement[0].NotPrincipal", "no element of a statement of this"),
        (of({**ALLOW, "Condition": []}), "$.Statement[0].Condition", "a list where an object is expected"),
        (of({**ALLOW, "Condition": {"StringEquals": "a"}}), "$.Statement[0].Condition.StringEquals", "where an object"),
        (of({**ALLOW, "Condition": {"StringEqual": {}}}), "$.Statement[0].Condition.StringEqual", "mean StringEquals?"),
        (of({**ALLOW, "Condition": {"Nonsense": {}}}), "$.Statement[0].Condition.Nonsense", 'is called "Nonsense"'),
        (of({**ALLOW, "Condition": {"NullIfExists": {}}}), "$.Statement[0].Condition.NullIfExists", "no condition op"),
        (of({**ALLOW, "Condition": {"x" * 9999: {}}}), f'$.Statement[0].Condition["{"x" * 56}...]', "no condition op"),
        (
            of({**ALLOW, "Condition": {"ForSomeValues:StringLike": {}}}),
            '$.Statement[0].Condition["ForSomeValues:StringLike"]',
            "did you mean StringLike?",
        ),
        (
            of({**ALLOW, "Condition": {"StringEquals": {"aws:username": None}}}),
            '$.Statement[0].Condition.StringEquals["aws:username"]',
            "nothing where a text is expected",
        ),
        (
            of({**ALLOW, "Condition": {"StringEquals": {"aws:username": ["a", {}]}}}),
            '$.Statement[0].Condition.StringEquals["aws:username"][1]',
            "an object where a text is expected",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(document: dict[str, Any], path: str, words: str) -> None:
    """The error has the JSON path of the element, and says what is there and what should be."""
    error = refused(json.dumps(document))
    assert error.path == path
    assert words in error.message


@pytest.mark.parametrize(
    ("operator", "value", "words"),
    [
        ("NumericEquals", "many", "'many' is no number"),
        ("NumericEquals", "NaN", "no number"),
        ("NumericEquals", "1_0", "no number"),
        ("NumericEquals", "١", "no number"),
        ("NumericLessThan", "${aws:username}", "no number"),
        ("NumericLessThan", True, "'true' is no number"),
        ("NumericLessThan", float("nan"), "'NaN' is no number"),
        ("DateEquals", "tomorrow", "no date in ISO 8601"),
        ("DateEquals", "2026-02-30", "a date that no calendar has"),
        ("DateEquals", "0000", "a date that no calendar has"),
        ("DateEquals", "2026-11-24T25:00:00Z", "a date that no calendar has"),
        ("DateEquals", "99999999999999", "a date that no calendar has"),
        ("DateEquals", "2026-*", "no date"),
        ("Bool", "yes", "neither true nor false"),
        ("Bool", 1, "neither true nor false"),
        ("Bool", "${aws:SecureTransport}", "neither true nor false"),
        ("Null", "maybe", "neither true nor false"),
        ("BinaryEquals", "a", "no base64"),
        ("BinaryEquals", "ä", "no base64"),
        ("IpAddress", "203.0.113.0/33", "no IP address and no range"),
        ("IpAddress", "203.0.113.0/255.255.255.0", "no IP address and no range"),
        ("IpAddress", "203.0.113", "no IP address and no range"),
        ("IpAddress", "*", "no IP address and no range"),
        ("NotIpAddress", "fe80::1%eth0", "no IP address and no range"),
        ("StringEquals", "${aws:username", "reads ${key}"),
        ("ArnLike", "arn:aws:s3:::${}", "reads ${key}"),
    ],
)
def test_a_value_that_its_operator_cannot_read_is_named(operator: str, value: object, words: str) -> None:
    """The error stands at the condition key."""
    document = of({**ALLOW, "Condition": {operator: {"aws:x": ["1", value] if value == "1_0" else value}}})
    error = refused(json.dumps(document))
    assert error.path == f'$.Statement[0].Condition.{operator}["aws:x"]'
    assert words in error.message


@pytest.mark.parametrize(
    ("document", "path", "words"),
    [
        (of({**TRUST, "Resource": "*"}), "$.Statement[0].Resource", "its role is its resource"),
        (of({**TRUST, "NotResource": "*"}), "$.Statement[0].NotResource", "its role is its resource"),
        (of(without(TRUST, "Principal")), "$.Statement[0]", "the statement of a trust policy has no Principal"),
        (of({**TRUST, "NotPrincipal": "*"}), "$.Statement[0].NotPrincipal", "IAM takes Principal there only"),
        (of({**TRUST, "Principal": "111122223333"}), "$.Statement[0].Principal", "where an object is expected"),
        (of({**TRUST, "Principal": {"Aws": "*"}}), "$.Statement[0].Principal.Aws", "here stand AWS, Federated"),
        (of({**TRUST, "Principal": {"AWS": 1}}), "$.Statement[0].Principal.AWS", "1 where a text is expected"),
        (
            of({**TRUST, "Principal": {"AWS": ["*", "arn:aws:iam::111122223333:user/*"]}}),
            "$.Statement[0].Principal.AWS[1]",
            "no wildcard can stand for a part of a principal",
        ),
    ],
)
def test_a_trust_policy_has_its_own_grammar(document: dict[str, Any], path: str, words: str) -> None:
    """It names principals and no resource."""
    error = refused(json.dumps(document), Kind.TRUST)
    assert error.path == path
    assert words in error.message


def test_an_identity_policy_is_no_trust_policy() -> None:
    """Given for one another, each is refused."""
    policy_from(of(ALLOW), "p", Kind.IDENTITY)
    policy_from(of(TRUST), "p", Kind.TRUST)
    with pytest.raises(PolicyError):
        policy_from(of(ALLOW), "p", Kind.TRUST)
    with pytest.raises(PolicyError):
        policy_from(of(TRUST), "p", Kind.IDENTITY)


def test_a_key_that_stands_twice_is_named() -> None:
    """IAM refuses it, and JSON would keep the later only."""
    twice = '{"Bool": {"a": "true"}, "Bool": {}}'
    text = f'{{"Statement": {{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {twice}}}}}'
    assert refused(text).path == "$.Statement.Condition"


def test_statements_are_called_by_sid_or_number() -> None:
    """An empty Sid, which the console used to write, is none; it may stand several times."""
    found = policy_from(of({**ALLOW, "Sid": ""}, {**ALLOW, "Sid": "Mine"}, {**ALLOW, "Sid": ""}), "p")
    assert [statement.sid for statement in found.statements] == ["statement 1", "Mine", "statement 3"]


@pytest.mark.parametrize(
    ("operator", "value", "held", "met"),
    [
        ("Bool", True, "true", True),
        ("Bool", False, "true", False),
        ("NumericEquals", 5, "5", True),
        ("NumericEquals", 1.50, "1.5", True),
        ("NumericEquals", 1e3, "1000", True),
        ("NumericEquals", 10**300, f"{10**300}", True),
        ("StringEquals", 111122223333, "111122223333", True),
        ("StringEquals", 111122223333, "111122223334", False),
    ],
)
def test_numbers_and_truth_values_may_stand_without_quotation_marks(
    operator: str, value: object, held: str, met: bool
) -> None:
    """The grammar says so for conditions; the digits are those of the document."""
    document = of({**ALLOW, "Condition": {operator: {"x:y": value}}})
    for found in (policy(json.dumps(document), "p"), policy_from(document, "p")):
        decision = Evaluator(Policies((found,))).decide(Request("s3:GetObject", "*", context({"x:y": held})))
        assert (decision.verdict is Verdict.ALLOWED) == met


def test_a_lone_surrogate_is_a_text() -> None:
    """JSON can hold what UTF-8 cannot."""
    text = json.dumps(of({**ALLOW, "Sid": LONE_SURROGATE, "Condition": {"StringLike": {"a": LONE_SURROGATE}}}))
    assert policy(text, "p").statements[0].sid == LONE_SURROGATE


@pytest.mark.parametrize(
    ("operator", "held", "met"),
    [
        ("StringEquals", ["x", "a"], True),
        ("StringEquals", ["x", "y"], False),
        ("StringNotEquals", ["x", "a"], False),
        ("StringNotEquals", ["x", "y"], True),
    ],
)
def test_a_plain_operator_on_several_values_asks_for_one(operator: str, held: list[str], met: bool) -> None:
    """AWS asks for a quantifier there and does not say what is without; a negated operator excludes each value."""
    found = policy_from(of({**ALLOW, "Condition": {operator: {"aws:TagKeys": "a"}}}), "p")
    decision = Evaluator(Policies((found,))).decide(Request("s3:GetObject", "*", context({"aws:TagKeys": held})))
    assert (decision.verdict is Verdict.ALLOWED) == met


@pytest.mark.parametrize(("asked", "met"), [("true", False), ("false", True)])
def test_null_takes_an_empty_value_for_present(asked: str, met: bool) -> None:
    """AWS's pages do not settle it; a pattern of ?* is the way to refuse an empty tag."""
    found = policy_from(of({**ALLOW, "Condition": {"Null": {"aws:PrincipalTag/team": asked}}}), "p")
    held = context({"aws:PrincipalTag/team": ""})
    decision = Evaluator(Policies((found,))).decide(Request("s3:GetObject", "*", held))
    assert (decision.verdict is Verdict.ALLOWED) == met


@pytest.mark.parametrize(
    ("value", "met"), [("*", False), ("a*", False), ("a", True)], ids=["star", "part with a star", "the very text"]
)
def test_a_wildcard_that_a_variable_brings_is_a_mere_character(value: str, met: bool) -> None:
    """AWS does not say; what a tag holds never widens a policy here."""
    found = policy_from(of({**ALLOW, "Condition": {"StringLike": {"x:y": "${aws:PrincipalTag/team}"}}}), "p")
    held = context({"aws:PrincipalTag/team": value, "x:y": "a"})
    decision = Evaluator(Policies((found,))).decide(Request("s3:GetObject", "*", held))
    assert (decision.verdict is Verdict.ALLOWED) == met


def test_a_pattern_that_is_no_arn_matches_no_arn() -> None:
    """AWS does not say what ArnLike makes of a star alone; its components are fewer than those of an ARN."""
    found = policy_from(of({**ALLOW, "Condition": {"ArnLike": {"x:y": "*"}}}), "p")
    held = context({"x:y": "arn:aws:s3:::a"})
    assert Evaluator(Policies((found,))).decide(Request("s3:GetObject", "*", held)).verdict is Verdict.NOT_ALLOWED


def test_a_resource_of_fewer_components_reaches_to_the_end() -> None:
    """A star that ends it reaches beyond the colons."""
    found = policy_from(of({**ALLOW, "Resource": "arn:aws:s3*"}), "p")
    assert (
        Evaluator(Policies((found,))).decide(Request("s3:GetObject", "arn:aws:s3:::a", {})).verdict is Verdict.ALLOWED
    )
