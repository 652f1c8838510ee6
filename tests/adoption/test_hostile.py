"""Whatever a document holds, it becomes a plan or is refused: nothing else comes of it."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.strategies import nasty_texts
from wizard.adoption import Adoption, Document, NotReadable, adopted
from wizard.plan.reader import plan_from_text
from wizard.plan.writer import plan_text

PREFIX = "https://aws.amazon.com/SAML/Attributes/"
WORDS = (
    "settings", "app", "signOn", "attributeStatements", "type", "EXPRESSION", "GROUP", "name", "values", "label",
    "identityProviderArn", "roleValuePattern", "sessionDuration", "signOnMode", "_links", "self", "href", "expression",
    "https://acme-admin.okta.com/x", "arn:aws:iam::111122223333:saml-provider/Okta", "amazon_aws", "user.team",
    f"{PREFIX}PrincipalTag:team", f"{PREFIX}TransitiveTagKeys", '{"team"}',
    "Role", "Roles", "RoleName", "PolicyDocument",
    "AssumeRolePolicyDocument", "MaxSessionDuration", "PolicyVersion", "Document", "RoleDetailList", "RolePolicyList",
    "Version", "2012-10-17", "Statement", "Sid", "Effect", "Allow", "Deny", "Action", "NotAction", "Resource",
    "Principal", "Federated", "AWS", "Condition", "StringEquals", "StringLike", "ForAllValues:StringEquals", "Null",
    "aws:RequestTag/team", "aws:ResourceTag/team", "aws:PrincipalTag/team", "aws:TagKeys", "sts:TransitiveTagKeys",
    "${aws:PrincipalTag/team}", "?*", "*", "sts:AssumeRoleWithSAML", "sts:TagSession", "sts:AssumeRole",
    "ec2:StartInstances", "ec2:*", "SAML:aud", "https://signin.aws.amazon.com/saml", "log", "Records", "eventName",
    "AssumeRoleWithSAML", "requestParameters", "principalTags", "transitiveTagKeys",
)  # fmt: skip
"""What the readers look for."""


def values() -> SearchStrategy[Any]:
    """Give JSON of those words, at the right places and at wrong ones."""
    words = st.one_of(st.sampled_from(WORDS), nasty_texts())
    leaves = st.one_of(words, words, st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False))
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=4), statements(inner), apps(inner)
        ),
        max_leaves=25,
    )


def statements(inner: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Give a policy with at least the elements that one has."""
    operators = st.sampled_from(("StringEquals", "StringLike", "Null", "ForAllValues:StringEquals", "StringNotLike"))
    keys = st.sampled_from([word for word in WORDS if word.lower().startswith(("aws:", "sts:t", "saml:"))])
    texts = st.sampled_from(WORDS)
    conditions = st.dictionaries(operators, st.dictionaries(keys, st.one_of(texts, st.lists(texts)), max_size=2))
    statement = st.fixed_dictionaries(
        {"Effect": st.sampled_from(("Allow", "Deny")), "Action": st.one_of(texts, st.lists(texts, max_size=3))},
        optional={
            "Resource": st.one_of(texts, st.just("*")),
            "Principal": st.one_of(st.just({"Federated": WORDS[19]}), st.just({"AWS": texts}), inner),
            "Condition": conditions,
            "Sid": nasty_texts(),
        },
    )
    return st.fixed_dictionaries(
        {"Version": st.just("2012-10-17"), "Statement": st.one_of(statement, st.lists(statement))}
    )


def apps(inner: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Give an app with rows, most of them right."""
    texts = st.sampled_from(WORDS)
    row = st.fixed_dictionaries({"name": texts, "values": st.one_of(st.lists(texts, max_size=2), inner)})
    return st.fixed_dictionaries(
        {"settings": st.fixed_dictionaries({"signOn": st.fixed_dictionaries({"attributeStatements": st.lists(row)})})},
        optional={"label": nasty_texts(), "_links": inner, "name": texts},
    )


def outcome(document: Document) -> Adoption | NotReadable:
    """Return what comes of a document."""
    try:
        return adopted([document])
    except NotReadable as error:
        return error


@given(values(), st.text(max_size=20))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_json_becomes_a_plan_that_can_be_written_or_is_refused(value: Any, name: str) -> None:
    """The plan's own file reads back, and every remark has its words."""
    text = json.dumps(value, default=str).encode("utf-8", "surrogatepass")
    found = outcome(Document(text, f"{name}.json"))
    if isinstance(found, NotReadable):
        assert found.text()
        return
    assert plan_from_text(plan_text(found.plan)).tags == found.plan.tags
    assert all(remark.text() for remark in found.remarks)


@given(st.one_of(st.binary(max_size=200), nasty_texts().map(lambda text: text.encode("utf-8", "surrogatepass"))))
@settings(max_examples=200, deadline=None)
def test_bytes_become_a_plan_or_are_refused(data: bytes) -> None:
    """Whatever they are."""
    found = outcome(Document(data))
    assert not isinstance(found, NotReadable) or found.text()


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"Statement": ' * 2_000 + "1" + "}" * 2_000,
        '{"Statement": [' + ",".join(['{"Effect": "Allow", "Action": ["*", "ec2:*"], "Resource": "*"}'] * 5_000) + "]}",
        "attribute_statements: &a [*a]",
        "attribute_statements:\n" + "- &a {name: x}\n" * 60_000,
        '{"settings": {"signOn": {"attributeStatements": ['
        + ",".join(['{"name": "x", "values": ["("]}'] * 20_000)
        + "]}}}",
    ],
    ids=["deep", "nested", "many statements", "alias", "many rows", "many statements of Okta"],
)
def test_a_document_of_any_size_comes_to_an_end(text: str) -> None:
    """Deep, long, or eating its tail."""
    found = outcome(Document(text.encode()))
    assert not isinstance(found, NotReadable) or len(found.text()) < 2_000
