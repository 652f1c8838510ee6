"""What a trust policy of any origin tells of the plan."""

from typing import Any

import pytest

from wizard.aws.evaluator.document import Kind, policy_from
from wizard.aws.existing.trust import existing_trust
from wizard.plan.existing import Existing, ExistingTag
from wizard.plan.model import Partition

PROVIDER = "arn:aws:iam::111122223333:saml-provider/Okta"
BOTH = ["sts:AssumeRoleWithSAML", "sts:TagSession"]
ENDPOINT = "https://signin.aws.amazon.com/saml"


def statement(**changed: Any) -> dict[str, Any]:
    """Return a statement that lets people of the provider sign in with tags."""
    return {"Sid": "In", "Effect": "Allow", "Principal": {"Federated": PROVIDER}, "Action": BOTH, **changed}


def read(*statements: dict[str, Any]) -> Existing:
    """Return what a trust policy of these statements tells."""
    return existing_trust(policy_from({"Version": "2012-10-17", "Statement": list(statements)}, "", Kind.TRUST), "r")


def asked(**condition: dict[str, Any]) -> Existing:
    """Return what a sign-in under these conditions tells."""
    return read(statement(Condition={name.replace("_", ":"): keys for name, keys in condition.items()}))


def said(found: Existing) -> str:
    """Return the remarks as one text."""
    return "\n".join(remark.text() for remark in found.remarks)


@pytest.mark.parametrize(
    ("condition", "tag"),
    [
        ({"StringLike": {"aws:RequestTag/team": "?*"}}, ExistingTag("team", required=True)),
        ({"StringLike": {"aws:RequestTag/team": "*"}}, ExistingTag("team", required=True)),
        ({"StringLike": {"aws:RequestTag/team": ":?*:"}}, ExistingTag("team", required=True, separator=":")),
        ({"StringLike": {"aws:RequestTag/team": ["a", "b"]}}, ExistingTag("team", required=True, allowed=("a", "b"))),
        ({"StringEquals": {"AWS:requesttag/team": "${$}{x}"}}, ExistingTag("team", required=True, allowed=("${x}",))),
        (
            {"StringEqualsIfExists": {"aws:RequestTag/team": ["", "a"]}},
            ExistingTag("team", required=False, allowed=("a",)),
        ),
        ({"ForAllValues_StringEquals": {"aws:TagKeys": "team"}}, ExistingTag("team", required=False)),
        (
            {"ForAllValues_StringEquals": {"aws:TagKeys": "team", "sts:TransitiveTagKeys": "team"}},
            ExistingTag("team", transitive=True, required=False),
        ),
        (
            {"ForAllValues_StringEquals": {"aws:TagKeys": "team"}, "Null": {"sts:TransitiveTagKeys": "true"}},
            ExistingTag("team", transitive=False, required=False),
        ),
    ],
)
def test_conditions_tell_what_a_sign_in_must_bring(condition: dict[str, Any], tag: ExistingTag) -> None:
    """Present, a list, among certain values, transitive: each as the plan itself writes it, and as AWS's tutorial."""
    assert asked(**condition).tags == (tag,)


def test_an_empty_value_that_passes_is_told() -> None:
    """AWS's tutorial takes it, the plan will not."""
    assert "refuse an empty value too" in said(asked(StringLike={"aws:RequestTag/team": "*"}))


@pytest.mark.parametrize(
    "condition",
    [
        {"StringLike": {"aws:RequestTag/team": "plat*"}},
        {"StringEquals": {"aws:RequestTag/team": "${aws:PrincipalTag/team}"}},
        {"StringNotEquals": {"aws:RequestTag/team": "a"}},
        {"StringEquals": {"saml:iss": "http://www.okta.com/exk1"}},
        {"StringNotEquals": {"SAML:aud": ENDPOINT}},
        {"StringEquals": {"aws:TagKeys": "team"}},
        {"Null": {"sts:TransitiveTagKeys": "false"}},
    ],
)
def test_a_condition_that_a_plan_cannot_hold_is_named(condition: dict[str, Any]) -> None:
    """Once, however many statements have it."""
    once = read(*(statement(Sid=sid, Condition=condition) for sid in ("In", "Again")))
    assert said(once).count("a plan has no place for it") == 1


@pytest.mark.parametrize(
    ("endpoints", "regions", "words"),
    [
        (ENDPOINT, (), ""),
        ([ENDPOINT, "https://us-west-2.signin.aws.amazon.com/saml"], ("us-west-2",), ""),
        ("https://example.com/saml", (), 'The sign-in endpoint "https://example.com/saml"'),
    ],
)
def test_endpoints_tell_the_regions(endpoints: Any, regions: tuple[str, ...], words: str) -> None:
    """The default one has no region; one that is none of the partition's is named."""
    found = asked(StringEquals={"SAML:aud": endpoints})
    assert found.sign_in_regions == regions
    assert words in said(found)


def test_an_endpoint_that_nobody_names_tells_no_regions() -> None:
    """Nothing is said of regions then."""
    assert read(statement()).sign_in_regions is None


def test_the_provider_tells_partition_and_account() -> None:
    """A second provider is named and left out."""
    arns = ["arn:aws-cn:iam::111122223333:saml-provider/Okta", "arn:aws-cn:iam::444455556666:saml-provider/Other"]
    found = read(statement(Principal={"Federated": arns}))
    assert (found.partition, found.saml_provider) == (Partition.CHINA, "Okta")
    assert found.accounts == ("111122223333", "444455556666")
    assert 'A second SAML provider, "Other"' in said(found)


@pytest.mark.parametrize(
    ("actions", "words"),
    [
        (["sts:AssumeRoleWithSAML"], "does not allow sts:TagSession yet"),
        ("sts:*", "it takes any"),
        ("iam:GetRole", 'The statement "In" is about no sign-in with SAML'),
    ],
)
def test_the_actions_tell_whether_tags_may_come(actions: Any, words: str) -> None:
    """Without sts:TagSession every sign-in that carries a tag is refused."""
    assert words in said(read(statement(Action=actions)))


def test_roles_may_chain_and_others_are_named() -> None:
    """A plan trusts roles; an account, a service or everybody is left out."""
    role = "arn:aws:iam::444455556666:role/deploy"
    found = read(
        statement(Sid="Chain", Action="sts:AssumeRole", Principal={"AWS": [role, "444455556666"]}),
        statement(Sid="Only", Action="sts:AssumeRole", Principal={"AWS": role}),
    )
    assert found.roles[0].trusted_roles == (role,)
    assert '"444455556666" may assume the role too' in said(found)
    assert "No SAML provider may sign in" in said(found)


def test_a_refusal_is_named() -> None:
    """A plan holds none."""
    assert 'The refusal "In"' in said(read(statement(Effect="Deny")))
