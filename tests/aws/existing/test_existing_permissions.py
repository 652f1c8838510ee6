"""What permission policies of any origin tell of the plan's grants."""

from typing import Any

import pytest

from wizard.aws.coverage.table import coverage
from wizard.aws.evaluator.document import policy_from
from wizard.aws.existing.permissions import existing_permissions
from wizard.aws.existing.role import policies_in
from wizard.plan.existing import Existing
from wizard.plan.model import Grant, Level, Shared

OWN = {"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}
NEW = {"StringEquals": {"aws:RequestTag/team": "${aws:PrincipalTag/team}"}}
MEMBER = {"StringLike": {"aws:PrincipalTag/team": "*:${aws:ResourceTag/team}:*"}}


def statement(sid: str, actions: Any, condition: dict[str, Any] | None = None, **changed: Any) -> dict[str, Any]:
    """Return a statement that allows actions on everything."""
    made = {"Sid": sid, "Effect": "Allow", "Action": actions, "Resource": "*", **changed}
    return made if condition is None else {**made, "Condition": condition}


def read(*statements: dict[str, Any]) -> Existing:
    """Return what a policy of these statements tells."""
    return existing_permissions([policy_from({"Version": "2012-10-17", "Statement": list(statements)}, "")])


def said(found: Existing) -> str:
    """Return the remarks as one text."""
    return "\n".join(remark.text() for remark in found.remarks)


@pytest.mark.parametrize(
    "condition",
    [
        OWN,
        {"StringLike": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}},
        {"StringEquals": {"ec2:ResourceTag/team": "${aws:principaltag/Team}"}},
        {**OWN, "StringLike": {"aws:PrincipalTag/team": "?*"}},
        {**OWN, "Null": {"aws:PrincipalTag/team": "false"}},
        MEMBER,
        {**MEMBER, "StringNotLike": {"aws:ResourceTag/team": ["", "*:*"]}},
    ],
)
def test_a_condition_on_the_persons_tag_makes_a_grant(condition: dict[str, Any]) -> None:
    """Equal tags, a member of a list, and what may stand beside it."""
    found = read(statement("OwnThings", ["ec2:StartInstances"], condition))
    assert found.grants == (Grant("own-things", actions=("ec2:StartInstances",), match=("team",), create=False),)


def test_a_list_tells_its_separator() -> None:
    """The pattern has it at both ends."""
    assert read(statement("Own", "ec2:StartInstances", MEMBER)).tags[0].separator == ":"


@pytest.mark.parametrize(
    ("condition", "resource"),
    [
        ({**OWN, "IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}, "*"),
        ({**OWN, "Null": {"aws:PrincipalTag/team": "true"}}, "*"),
        ({**OWN, "Null": {"aws:RequestTag/team": "false"}}, "*"),
        ({"StringEquals": {"aws:ResourceTag/team": "platform"}}, "*"),
        ({"StringEquals": {"aws:ResourceTag/team": ["${aws:PrincipalTag/team}", "x"]}}, "*"),
        ({"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/project}"}}, "*"),
        ({"StringEqualsIgnoreCase": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}, "*"),
        ({"StringEqualsIfExists": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}, "*"),
        ({"StringLike": {"aws:PrincipalTag/team": "*:${aws:ResourceTag/team}/*"}}, "*"),
        ({"StringLike": {"aws:PrincipalTag/team": "*,${aws:ResourceTag/team},*"}}, "*"),
        ({"StringLike": {"aws:PrincipalTag/team": "*:${aws:ResourceTag/other}:*"}}, "*"),
        ({"StringNotEquals": {"aws:PrincipalTag/team": "x"}}, "*"),
        ({"StringLike": {"aws:PrincipalTag/team": ["a", "b"]}}, "*"),
        ({"StringLike": {"aws:PrincipalTag/team": "?*"}}, "*"),
        ({"ForAnyValue:StringEquals": {"aws:TagKeys": "team"}}, "*"),
        (OWN, "arn:aws:ec2:eu-west-1:111122223333:instance/*"),
        (OWN, "arn:aws:s3:::bucket/*/x"),
    ],
)
def test_what_a_plan_would_give_more_widely_is_left_out(condition: dict[str, Any], resource: str) -> None:
    """Any other condition, fixed values, another key, a region: there is no grant, and the statement is named."""
    found = read(statement("Odd", ["ec2:StartInstances"], condition, Resource=resource))
    assert found.grants == ()
    assert '"Odd": a plan has no place for' in said(found)


@pytest.mark.parametrize("changed", ["NotAction", "NotResource"])
def test_opposites_are_left_out(changed: str) -> None:
    """A plan names what it gives."""
    given = statement("Odd", "ec2:StartInstances", OWN)
    given[changed] = given.pop(changed.removeprefix("Not"))
    assert changed in said(read(given))


@pytest.mark.parametrize(
    "resource", ["*", "arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:111122223333:*", "arn:aws:s3:::*"]
)
def test_a_type_of_resource_is_no_limit(resource: str) -> None:
    """In every region, all of it."""
    assert read(statement("Own", ["ec2:StartInstances"], OWN, Resource=resource)).grants


def test_calls_that_carry_the_tags_create() -> None:
    """The tagging that belongs to them is left to the plan, bound to the call or not."""
    bound = {**NEW, "StringEquals": {**NEW["StringEquals"], "ec2:CreateAction": "CreateVolume"}}
    found = read(
        statement("MakeCreate", "ec2:CreateVolume", NEW),
        statement("MakeTagNew", "ec2:CreateTags", bound),
        statement("MakeTagNew2", "rds:AddTagsToResource", NEW),
    )
    assert found.grants == (Grant("make", actions=("ec2:CreateVolume",), match=("team",)),)


@pytest.mark.parametrize(
    ("sid", "condition", "resource"),
    [
        ("MakeShared", None, "arn:aws:ec2:*:*:subnet/*"),
        ("MakeUntagged", {"Null": {"aws:ResourceTag/team": "true"}}, "arn:aws:ec2:*::image/*"),
        ("Images", None, "arn:aws:ec2:*::image/*"),
        ("MakeCreateInUntagged", {**NEW, "Null": {"aws:ResourceTag/team": "true"}}, "*"),
    ],
)
def test_what_a_creating_call_touches_beside_is_shared(sid: str, condition: Any, resource: str) -> None:
    """By the name of the grant, or by the same actions."""
    found = read(
        statement("MakeCreate", "ec2:RunInstances", NEW, Resource="arn:aws:ec2:*:*:instance/*"),
        statement(sid, "ec2:RunInstances", condition, Resource=resource),
    )
    assert [grant.shared for grant in found.grants] == [Shared.ANY]


def test_what_no_tag_limits_is_left_out() -> None:
    """On certain resources, or on everything: there is no grant for it."""
    found = read(
        statement("Bounded", "s3:GetObject", Resource="arn:aws:s3:::bucket/*"),
        statement("Free", "ec2:RunInstances"),
    )
    assert found.grants == ()
    assert said(found).count("is not limited by the person's tags") == 2


def test_lists_become_a_grant_of_their_own() -> None:
    """Only lists; the rest of the statement is named, and no other grant gets the level."""
    found = read(
        statement("Own", "secretsmanager:*", OWN),
        statement("All", ["secretsmanager:ListSecrets", "secretsmanager:GetRandomPassword"]),
    )
    own, lists = found.grants
    assert (own.levels, lists.levels) == ((), (Level.LIST,))
    assert (lists.name, lists.actions, lists.match) == ("all", ("secretsmanager:ListSecrets",), ("team",))
    assert '"secretsmanager:GetRandomPassword" on everything' in said(found)


def test_a_statement_that_was_parted_is_one_grant() -> None:
    """Only where it was too long for one policy; a short one beside another of its name is a grant of its own."""
    service = coverage().service("ec2")
    assert service is not None
    many = [f"ec2:{name}" for name in service.names[:240]]
    parted = read(statement("Own2", many[120:], OWN), statement("Own", many[:120], OWN))
    assert [(grant.name, len(grant.actions)) for grant in parted.grants] == [("own", 240)]
    other = {"StringEquals": {"aws:ResourceTag/project": "${aws:PrincipalTag/project}"}}
    assert len(read(statement("Own", many[:120], OWN), statement("Own2", many[120:], other)).grants) == 2
    assert len(read(statement("Own", many[:2], OWN), statement("Own2", many[2:4], OWN)).grants) == 2


def test_statements_of_one_name_and_other_keys_are_two_grants() -> None:
    """What matches on more keys gives less."""
    other = {"StringEquals": {"aws:ResourceTag/project": "${aws:PrincipalTag/project}"}}
    found = read(statement("Own", "ec2:StartInstances", OWN), statement("OwnTag", "ec2:StopInstances", other))
    assert [(grant.name, grant.match) for grant in found.grants] == [("own", ("team",)), ("own-2", ("project",))]


@pytest.mark.parametrize(
    ("condition", "protects"),
    [
        (OWN, False),
        ({**OWN, "StringEqualsIfExists": {"aws:RequestTag/team": "${aws:PrincipalTag/team}"}}, True),
        ({**OWN, "Null": {"aws:TagKeys": "true"}}, True),
        ({**OWN, "Null": {"aws:TagKeys": "false"}}, True),
    ],
)
def test_tags_are_protected_unless_the_policy_lets_them_change(condition: dict[str, Any], protects: bool) -> None:
    """Whoever may tag without a condition on the tags may change them."""
    found = read(statement("Own", ["ec2:CreateTags"], condition))
    assert found.grants[0].protect_tags is protects


def test_a_refusal_that_keeps_tags_protects_them() -> None:
    """Any other refusal is named: what it refuses, the plan may give."""
    keep = {"ForAnyValue:StringEqualsIgnoreCase": {"aws:TagKeys": ["team"]}}
    found = read(
        statement("KeepTags", "ec2:DeleteTags", keep, Effect="Deny"),
        statement("Own", "ec2:StartInstances", OWN),
        statement("No", "ec2:*", Effect="Deny"),
        statement("Mine", "ec2:StopInstances", {"StringEquals": {"aws:ResourceTag/a": "${aws:PrincipalTag/a}"}}),
    )
    assert [grant.protect_tags for grant in found.grants] == [True, False]
    assert 'The refusal "No"' in said(found)


def test_a_refusal_that_every_plan_makes_is_not_named() -> None:
    """What the plan refuses again by itself is nothing that it could not be told; another refusal is."""
    parent = {"Null": {"ebs:ParentSnapshot": "false"}}
    topics = {"ForAnyValue:StringNotLike": {"cloudwatch:AlarmActions": "arn:aws-cn:sns:*"}}
    found = read(
        statement("NamesNoOthers", "ebs:StartSnapshot", parent, Effect="Deny"),
        statement("AlarmsNotify", "cloudwatch:PutMetricAlarm", topics, Effect="Deny"),
        statement("Wider", ["ebs:StartSnapshot", "ebs:PutSnapshotBlock"], parent, Effect="Deny"),
        statement("Narrow", "ebs:StartSnapshot", parent, Effect="Deny", Resource="arn:aws:ec2:*::snapshot/*"),
        statement("Own", "ec2:StartInstances", OWN),
    )
    names = ("NamesNoOthers", "AlarmsNotify", "Wider", "Narrow")
    assert [name for name in names if name in said(found)] == ["Wider", "Narrow"]


def test_a_limit_on_the_keys_of_tags_is_told() -> None:
    """AWS's tutorial has it; a plan keeps the matched keys only."""
    found = read(statement("Own", "ec2:StartInstances", {**OWN, "ForAllValues:StringEquals": {"aws:TagKeys": ["a"]}}))
    assert found.grants
    assert "limits the keys of tags" in said(found)


def test_a_request_tag_of_anybody_is_no_limit_to_the_person() -> None:
    """The value of the call must be the person's."""
    found = read(statement("Odd", "ec2:CreateVolume", {"StringEquals": {"aws:RequestTag/team": "platform"}}))
    assert found.grants == ()


@pytest.mark.parametrize("document", ["text", 1, None, [], {"Policy": {}}])
def test_what_holds_no_policy_gives_none(document: Any) -> None:
    """Neither a role nor a policy is in it."""
    assert policies_in(document) == ((), ())
