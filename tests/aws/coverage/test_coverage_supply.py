"""Supply: which keys about tags stand in the request context of a call."""

import pytest

from wizard.aws.coverage.supply import resource_type, supplied_keys, touched_by
from wizard.aws.coverage.table import coverage

INSTANCE = "arn:aws:ec2:us-east-1:111122223333:instance/i-1"
SUBNET = "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1"
TABLE = "arn:aws:dynamodb:us-east-1:111122223333:table/t"


@pytest.mark.parametrize(
    ("action", "resource", "supplied"),
    [
        ("ec2:StartInstances", INSTANCE, {"aws:ResourceTag"}),
        ("ec2:StartInstances", "*", set()),
        ("ec2:DescribeInstances", "*", set()),
        ("ec2:RunInstances", INSTANCE, {"aws:ResourceTag", "aws:RequestTag", "aws:TagKeys"}),
        ("ec2:RunInstances", SUBNET, {"aws:ResourceTag"}),
        (
            "rds:CreateDBSnapshot",
            "arn:aws:rds:eu-west-1:111122223333:db:x",
            {"aws:ResourceTag", "aws:RequestTag", "aws:TagKeys"},
        ),
        ("kms:UpdateAlias", "arn:aws:kms:us-east-1:111122223333:alias/x", set()),
        ("kms:UpdateAlias", "arn:aws:kms:us-east-1:111122223333:key/x", {"aws:ResourceTag"}),
        ("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z1", set()),
        (
            "secretsmanager:UntagResource",
            "arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:x",
            {"aws:ResourceTag", "aws:TagKeys"},
        ),
    ],
)
def test_supplied(action, resource, supplied):
    """A call's tags come with its action, a resource's tags with the resource, and only where AWS lists them."""
    found = supplied_keys(coverage().action(action), resource)
    assert {key for key in found if key.startswith("aws:")} == supplied


@pytest.mark.parametrize(
    ("resource", "name"),
    [(TABLE, "table"), (f"{TABLE}/index/i", "index"), (f"{TABLE}/stream/2026", "stream"), ("arn:aws:s3:::b", None)],
)
def test_most_exact_form(resource, name):
    """An ARN belongs to the type whose form says most of it."""
    found = resource_type(coverage().service("dynamodb").types, resource)
    assert (found and found.name) == name


def test_touched_by():
    """An ARN belongs to one of the types that the action touches, or to none."""
    action = coverage().action("ec2:StartInstances")
    assert touched_by(action, INSTANCE).type.name == "instance"
    assert touched_by(action, SUBNET) is None
