"""What holds for any policies and any requests."""

import json
import time
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.aws.evaluator import decision as deciding
from wizard.aws.evaluator.context import context
from wizard.aws.evaluator.decision import Evaluator, Policies, Request, Verdict
from wizard.aws.evaluator.document import Kind, Policy, PolicyError, policy, policy_from
from wizard.aws.evaluator.operator import NAMES
from wizard.frozen import replace

ORDER = (Verdict.DENIED, Verdict.NOT_ALLOWED, Verdict.ALLOWED)
MANY = settings(max_examples=60, deadline=None)

KEYS = st.sampled_from(["aws:ResourceTag/team", "aws:PrincipalTag/team", "AWS:principaltag/Team", "aws:TagKeys", "x:n"])
PLAIN = ("a", "b", "A", "", "*", "a*", "?", "5", "true", "2026-11-24", "203.0.113.0/24", "YWI=", "arn:aws:s3:::a")
VALUES = st.sampled_from((*PLAIN, "${aws:PrincipalTag/team}", "${aws:TagKeys}", "${x:n, 'a'}", "${*}", "x${$}y"))
OPERATORS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "ForAllValues:", "ForAnyValue:"]),
    st.sampled_from(NAMES),
    st.sampled_from(["", "IfExists"]),
)
LISTED = st.lists(VALUES, max_size=3)
CONDITIONS = st.dictionaries(OPERATORS, st.dictionaries(KEYS, LISTED, max_size=2), max_size=2)
ACTIONS = st.sampled_from(["s3:GetObject", "s3:*", "S3:get?bject", "*", "ec2:StopInstances", "sts:AssumeRole", "sts:*"])
RESOURCES = st.sampled_from(["*", "arn:aws:s3:::a", "arn:aws:s3:::a*", "arn:aws:s3:*:*:${aws:PrincipalTag/team}"])
PRINCIPALS = st.sampled_from(["*", {"AWS": "111122223333"}, {"AWS": "arn:aws:iam::111122223333:role/a"}, {"AWS": []}])


@st.composite
def statements(draw: st.DrawFn, effects: tuple[str, ...] = ("Allow", "Deny"), kind: Kind = Kind.IDENTITY) -> Any:
    """Give a statement that IAM would read."""
    element = "Resource" if kind is Kind.IDENTITY else "Principal"
    found = {
        "Effect": draw(st.sampled_from(effects)),
        draw(st.sampled_from(["Action", "Action", "NotAction"])): draw(st.lists(ACTIONS, max_size=2)),
        element: draw(st.lists(RESOURCES, max_size=2) if kind is Kind.IDENTITY else PRINCIPALS),
        "Condition": draw(CONDITIONS),
    }
    if kind is Kind.IDENTITY and draw(st.booleans()):
        found["NotResource"] = found.pop("Resource")
    return found


@st.composite
def policies(draw: st.DrawFn, kind: Kind = Kind.IDENTITY, **how: Any) -> Policy:
    """Give a policy; what its operators cannot read is left out."""
    listed = draw(st.lists(statements(kind=kind, **how), max_size=3))
    return policy_from(
        {"Version": "2012-10-17", "Statement": [each for each in listed if readable(each, kind)]}, "p", kind
    )


def readable(statement: dict[str, Any], kind: Kind) -> bool:
    """Tell whether IAM would read the statement."""
    try:
        policy_from({"Version": "2012-10-17", "Statement": [statement]}, "p", kind)
    except PolicyError:
        return False
    return True


REQUESTS = st.builds(
    Request,
    st.sampled_from(["s3:GetObject", "S3:GETOBJECT", "ec2:StopInstances", "sts:AssumeRole", "sts:TagSession"]),
    st.sampled_from(["*", "arn:aws:s3:::a", "arn:aws:s3:::ab", "arn:aws:iam::111122223333:role/b"]),
    st.dictionaries(KEYS, st.one_of(VALUES, LISTED), max_size=4).map(context),
    st.sampled_from(["arn:aws:iam::111122223333:user/ada", "arn:aws:sts::111122223333:assumed-role/a/ada", "x.com"]),
)
ALL = st.builds(
    Policies,
    st.lists(policies(), max_size=2).map(tuple),
    st.none() | policies(kind=Kind.TRUST),
    st.none() | policies(),
    st.none() | st.lists(policies(), max_size=2).map(tuple),
    st.none() | policies(),
)


def verdict(given_policies: Policies, request: Request) -> Verdict:
    """Return the verdict of a fresh evaluator."""
    return Evaluator(given_policies).decide(request).verdict


KNOWN = st.sampled_from(["Version", "Statement", "Effect", "Action", "Resource", "Condition", "Bool"])
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | KNOWN, inner),
    max_leaves=12,
)


@MANY
@given(st.text() | DOCUMENTS.map(json.dumps), st.sampled_from(Kind))
def test_no_text_raises_anything_but_a_policy_error(text: str, kind: Kind) -> None:
    """Whatever the text of a document is, the error is of the document and has a path."""
    path = "$"
    try:
        policy(text, "p", kind)
    except PolicyError as error:
        path = error.path
    assert path.startswith("$")


@MANY
@given(st.dictionaries(OPERATORS, st.dictionaries(st.text(), st.text() | st.lists(st.text()))), st.text(), st.text())
def test_no_statement_raises_anything_but_a_policy_error(conditions: Any, action: str, resource: str) -> None:
    """Whatever texts a statement holds; what can be read can be asked."""
    statement = {"Effect": "Allow", "Action": action, "Resource": resource, "Condition": conditions}
    try:
        found = policy(json.dumps({"Version": "2012-10-17", "Statement": statement}), "p")
    except PolicyError:
        return
    held = context({key: value for keys in conditions.values() for key, value in keys.items()})
    assert Evaluator(Policies((found,))).decide(Request("s3:GetObject", resource, held)).because


@MANY
@given(ALL, REQUESTS)
def test_every_decision_explains_itself(given_policies: Policies, request: Request) -> None:
    """A refusal says what is missing, and every other decision which statement gave it."""
    found = Evaluator(given_policies).decide(request)
    assert all(found.because)
    assert found.because
    assert (found.statement is None) == (found.verdict is Verdict.NOT_ALLOWED)


@MANY
@given(policies(), st.none() | policies(), REQUESTS)
def test_the_order_of_statements_does_not_count(identity: Policy, boundary: Policy | None, request: Request) -> None:
    """Only which statement is named can depend on it."""
    verdicts = {
        verdict(Policies((replace(identity, statements=order),), boundary=boundary), request)
        for order in permutations(identity.statements)
    }
    assert len(verdicts) == 1


@MANY
@given(ALL, policies(effects=("Deny",)), REQUESTS)
def test_a_deny_never_allows_more(given_policies: Policies, denying: Policy, request: Request) -> None:
    """Added to the identity policies, or to the service control policies."""
    before = ORDER.index(verdict(given_policies, request))
    added = replace(given_policies, identity=(*given_policies.identity, denying))
    assert ORDER.index(verdict(added, request)) <= before
    if given_policies.control is not None:
        limited = replace(given_policies, control=(*given_policies.control, denying))
        assert ORDER.index(verdict(limited, request)) <= before


@MANY
@given(ALL, policies(effects=("Allow",)), REQUESTS)
def test_an_allow_never_denies_more(given_policies: Policies, allowing: Policy, request: Request) -> None:
    """Added to the identity policies, or to the service control policies."""
    before = ORDER.index(verdict(given_policies, request))
    added = replace(given_policies, identity=(*given_policies.identity, allowing))
    assert ORDER.index(verdict(added, request)) >= before
    if given_policies.control is not None:
        limited = replace(given_policies, control=(*given_policies.control, allowing))
        assert ORDER.index(verdict(limited, request)) >= before


@MANY
@given(ALL, policies(), REQUESTS)
def test_a_limit_never_allows_more(given_policies: Policies, limit: Policy, request: Request) -> None:
    """A boundary, a session policy or service control policies where there were none."""
    before = ORDER.index(verdict(replace(given_policies, boundary=None, session=None, control=None), request))
    for limited in ({"boundary": limit}, {"session": limit}, {"control": (limit,)}):
        with_limit = replace(given_policies, **{"boundary": None, "session": None, "control": None, **limited})
        assert ORDER.index(verdict(with_limit, request)) <= before


@MANY
@given(ALL, st.lists(REQUESTS, max_size=8))
def test_what_is_remembered_is_what_would_be_decided_anew(given_policies: Policies, asked: list[Request]) -> None:
    """Verdict, statement and reasons, in whatever order the requests come."""
    evaluator = Evaluator(given_policies)
    for request in [*asked, *reversed(asked)]:
        found, fresh = evaluator.decide(request), Evaluator(given_policies).decide(request)
        assert (found[:3], found.because) == (fresh[:3], fresh.because)


def test_the_account_of_a_role_counts_where_no_policy_names_it() -> None:
    """Two roles, one in the caller's account and one in another, are told apart."""
    trust = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": "*"}
    evaluator = Evaluator(Policies(trust=policy_from({"Statement": trust}, "p", Kind.TRUST)))
    asked = Request("sts:AssumeRole", "arn:aws:iam::111122223333:role/a", {}, "arn:aws:iam::111122223333:user/ada")
    assert evaluator.decide(asked).verdict is Verdict.ALLOWED
    across = asked._replace(resource="arn:aws:iam::444455556666:role/a")
    assert evaluator.decide(across).verdict is Verdict.NOT_ALLOWED


def test_a_reason_names_the_resource_that_is_asked() -> None:
    """Also where a statement covers none."""
    statement = {"Effect": "Allow", "Action": "*", "NotResource": "*"}
    evaluator = Evaluator(Policies((policy_from({"Statement": statement}, "p"),)))
    for resource in ("arn:aws:s3:::a", "arn:aws:s3:::b"):
        because = evaluator.decide(Request("s3:GetObject", resource, {})).because
        assert because == (f"p, statement 1: it does not cover the resource {resource}",)


def test_memory_does_not_grow_with_the_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered is bounded, for decisions and for actions."""
    monkeypatch.setattr(deciding, "_REMEMBERED", 3)
    statement = {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a*"}
    evaluator = Evaluator(Policies((policy_from({"Statement": statement}, "p"),)))
    for number in range(10):
        request = Request(f"s3:Get{number}", f"arn:aws:s3:::a{number}", {})
        assert evaluator.decide(request).verdict is Verdict.ALLOWED
        assert evaluator.decide(request._replace(resource=f"arn:aws:s3:::b{number}")).verdict is Verdict.NOT_ALLOWED
        assert len(evaluator._remembered) <= 3
        assert len(evaluator._questions) <= 3


@pytest.mark.parametrize("operator", ["StringLike", "ArnLike"])
def test_no_pattern_takes_long(operator: str) -> None:
    """Time is linear in the text, however many wildcards a hostile pattern has."""
    pattern, text = f"arn:aws:s3:::{'*a' * 40}b", f"arn:aws:s3:::{'a' * 4000}"
    statement = {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {operator: {"x:y": pattern}}}
    resources = [{"Effect": "Allow", "Action": "*", "Resource": [pattern, f"arn:{'*a' * 40}:s3:b:c:d"]}, statement]
    evaluator = Evaluator(Policies((policy_from({"Statement": resources}, "p"),)))
    start = time.perf_counter()
    assert evaluator.decide(Request("s3:GetObject", text, {"x:y": text})).verdict is Verdict.NOT_ALLOWED
    assert time.perf_counter() - start < 2


def test_many_near_misses_are_counted_and_not_told() -> None:
    """Of a hundred statements eight are told in full."""
    statement = {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a"}
    found = Evaluator(Policies((policy_from({"Statement": [statement] * 100}, "p"),)))
    because = found.decide(Request("s3:GetObject", "arn:aws:s3:::b", {})).because
    assert len(because) == 9
    assert because[0] == "p, statement 1: it does not cover the resource arn:aws:s3:::b"
    assert because[-1] == "and so with 92 more statements of the identity policies"
