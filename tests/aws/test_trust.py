"""Trust policies: who may sign in, with which tags, and who may chain."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.aws.iam_grammar import problems
from tests.strategies import plans
from wizard.aws.trust import trust_policy, trusted_roles
from wizard.frozen import replace
from wizard.plan.model import Aws, Partition, Plan, Role, Tag

ACCOUNT = "111122223333"
NO_REGIONS = Aws()
PROVIDER = {"Federated": "arn:aws:iam::111122223333:saml-provider/Okta"}
ROLE = Role("okta-abac")
CALLER = "arn:aws:iam::444455556666:role/entry"


def statements(*tags, role=ROLE, aws=NO_REGIONS):
    """Return the statements of the trust policy, by Sid."""
    document = trust_policy(Plan(tags=tags, aws=aws), ACCOUNT, role)
    return {statement["Sid"]: statement for statement in json.loads(document.compact())["Statement"]}


def test_blog_post():
    """The worked example: both tags required on both statements, no other keys, both transitive."""
    found = statements(Tag("team", "user.team", transitive=True), Tag("project", "user.project", transitive=True))
    required = {"aws:RequestTag/team": "?*", "aws:RequestTag/project": "?*"}
    keys = ["team", "project"]
    assert found == {
        "SignIn": {
            "Sid": "SignIn",
            "Effect": "Allow",
            "Principal": PROVIDER,
            "Action": "sts:AssumeRoleWithSAML",
            "Condition": {
                "StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"},
                "StringLike": required,
                "ForAllValues:StringEquals": {"aws:TagKeys": keys},
            },
        },
        "TagSession": {
            "Sid": "TagSession",
            "Effect": "Allow",
            "Principal": PROVIDER,
            "Action": "sts:TagSession",
            "Condition": {
                "StringLike": required,
                "ForAllValues:StringEquals": {"aws:TagKeys": keys, "sts:TransitiveTagKeys": keys},
            },
        },
    }


def test_no_tags():
    """A plan without tags has the sign-in alone: without sts:TagSession AWS refuses every tag."""
    found = statements()
    assert list(found) == ["SignIn"]
    assert found["SignIn"]["Condition"] == {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}


def test_nothing_transitive():
    """Where no tag is transitive, a sign-in with any transitive key is refused."""
    condition = statements(Tag("team", "user.team"))["TagSession"]["Condition"]
    assert condition["Null"] == {"sts:TransitiveTagKeys": "true"}
    assert "sts:TransitiveTagKeys" not in condition["ForAllValues:StringEquals"]


@pytest.mark.parametrize(
    ("tag", "condition"),
    [
        (Tag("k", "x"), {"StringLike": {"aws:RequestTag/k": "?*"}}),
        (Tag("k", "x", required=False), {}),
        (Tag("k", "x", separator=":"), {"StringLike": {"aws:RequestTag/k": ":?*:"}}),
        (Tag("k", "x", separator=":", required=False), {}),
        (Tag("k", "x", allowed=("a", "b", "a")), {"StringEquals": {"aws:RequestTag/k": ["a", "b"]}}),
        (Tag("k", "x", allowed=("a", "")), {"StringEquals": {"aws:RequestTag/k": "a"}}),
        (
            Tag("k", "x", allowed=("",)),
            {"StringLike": {"aws:RequestTag/k": "?*"}, "StringEquals": {"aws:RequestTag/k": ""}},
        ),
        (Tag("k", "x", allowed=("*", "${x}")), {"StringEquals": {"aws:RequestTag/k": ["*", "${$}{x}"]}}),
        (
            Tag("k", "x", allowed=("a",), required=False),
            {"StringEqualsIfExists": {"aws:RequestTag/k": ["", "a"]}},
        ),
        (
            Tag("k", "x", allowed=("a",), separator=":"),
            {"StringLike": {"aws:RequestTag/k": ":?*:"}, "StringEquals": {"aws:RequestTag/k": "a"}},
        ),
    ],
)
@pytest.mark.parametrize("sid", ["SignIn", "TagSession"])
def test_value_of_a_tag(sid, tag, condition):
    """A required tag is present and not empty, a list between its separators, an allowed value literal, on both."""
    found = statements(tag)[sid]["Condition"]
    del found["ForAllValues:StringEquals"]
    found.pop("Null", None)
    found.get("StringEquals", {}).pop("SAML:aud", None)
    assert {operator: keys for operator, keys in found.items() if keys} == condition


def test_audiences():
    """Every sign-in endpoint of the plan is accepted, and the provider is the partition's."""
    aws = Aws(partition=Partition.GOV_CLOUD, saml_provider="okta-gov", sign_in_regions=("us-gov-east-1",))
    found = statements(Tag("team", "x"), aws=aws)
    assert found["SignIn"]["Condition"]["StringEquals"]["SAML:aud"] == [
        "https://signin.amazonaws-us-gov.com/saml",
        "https://us-gov-east-1.signin.amazonaws-us-gov.com/saml",
    ]
    provider = {"Federated": "arn:aws-us-gov:iam::111122223333:saml-provider/okta-gov"}
    assert [statement["Principal"] for statement in found.values()] == [provider, provider]


def test_keys_that_differ_in_case():
    """Of tags whose keys differ only in case the first counts, since AWS takes them for one."""
    found = statements(Tag("team", "x"), Tag("TEAM", "y", required=False, transitive=True))
    assert found["SignIn"]["Condition"]["ForAllValues:StringEquals"] == {"aws:TagKeys": "team"}
    assert found["TagSession"]["Condition"]["Null"] == {"sts:TransitiveTagKeys": "true"}


def test_key_like_a_variable():
    """A key that reads like a policy variable stands literally among the keys."""
    found = statements(Tag("${aws:username}", "x"))
    assert found["SignIn"]["Condition"]["ForAllValues:StringEquals"] == {"aws:TagKeys": "${$}{aws:username}"}


def test_chain():
    """A role that chains into it has the required tags, and passes a tag only with the value that it has itself."""
    role = replace(ROLE, trusted_roles=(CALLER, CALLER))
    found = statements(Tag("team", "x", transitive=True), Tag("env", "y", required=False, allowed=("dev",)), role=role)
    assert found["ChainFromRoles"] == {
        "Sid": "ChainFromRoles",
        "Effect": "Allow",
        "Principal": {"AWS": CALLER},
        "Action": ["sts:AssumeRole", "sts:TagSession"],
        "Condition": {
            "StringEqualsIfExists": {
                "aws:PrincipalTag/env": ["", "dev"],
                "aws:RequestTag/team": "${aws:PrincipalTag/team}",
                "aws:RequestTag/env": "${aws:PrincipalTag/env}",
            },
            "StringLike": {"aws:PrincipalTag/team": "?*"},
            "ForAllValues:StringEquals": {"aws:TagKeys": ["team", "env"], "sts:TransitiveTagKeys": "team"},
        },
    }


def test_chain_without_tags():
    """Without tags a chain may pass none."""
    found = statements(role=replace(ROLE, trusted_roles=(CALLER,)))["ChainFromRoles"]
    assert found["Action"] == "sts:AssumeRole"
    assert found["Condition"] == {"Null": {"aws:TagKeys": "true", "sts:TransitiveTagKeys": "true"}}


def test_chain_with_a_key_that_is_no_variable():
    """A tag whose value cannot be compared with the caller's own cannot be passed at all."""
    found = statements(Tag("team, 'all'", "x"), role=replace(ROLE, trusted_roles=(CALLER,)))["ChainFromRoles"]
    assert "StringEqualsIfExists" not in found["Condition"]
    assert found["Condition"]["Null"]["aws:TagKeys"] == "true"


def test_nobody_else_chains():
    """What is no role's ARN, the wildcard above all, is trusted by no policy."""
    role = replace(ROLE, trusted_roles=("*", "arn:aws:iam::*:role/x", "arn:aws:iam::444455556666:root", "", CALLER))
    assert trusted_roles(role) == (CALLER,)
    assert list(statements(role=replace(ROLE, trusted_roles=("*",)))) == ["SignIn"]


@pytest.mark.parametrize(("count", "fits"), [(12, True), (14, False)])
def test_default_quota(count, fits):
    """With two statements the default of 2,048 characters is passed at about 13 tags."""
    tags = tuple(Tag(f"costcenter{number:03}", "x", transitive=True) for number in range(count))
    assert (trust_policy(Plan(tags=tags), ACCOUNT, ROLE).size <= 2048) is fits


@settings(max_examples=60)
@given(plans(), st.text(max_size=12))
def test_any_plan(plan, account):
    """Every plan's trust policy is one that IAM's grammar takes, and its statements allow."""
    for role in plan.aws.roles:
        text = trust_policy(plan, account, role).compact()
        assert problems(text, "trust") == []
        found = json.loads(text)["Statement"]
        assert all(statement["Effect"] == "Allow" for statement in found)
        assert all("*" not in statement["Principal"].get("AWS", "") for statement in found)
