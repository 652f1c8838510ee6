"""What a grant asks for: services at levels, actions by name and with wildcards, and what names nothing."""

import pytest

from wizard.aws.coverage.table import coverage
from wizard.aws.grant.asked import asked
from wizard.aws.grant.outcome import Reason
from wizard.plan.model import Grant, Level


def names(**parts):
    """Return the full names that a grant asks for."""
    found = asked(Grant("g", match=("team",), **parts), coverage())
    return sorted(one.full(name) for one in found.wanted for name in one.names)


def left_out(**parts):
    """Return the paths and reasons of what names nothing."""
    return [(one.path, one.reason) for one in asked(Grant("g", match=("team",), **parts), coverage()).left_out]


def test_levels():
    """A service is expanded to the actions of the levels that are asked for, and of no other."""
    found = names(services=("secretsmanager",), levels=(Level.LIST,))
    assert "secretsmanager:ListSecrets" in found
    assert "secretsmanager:GetSecretValue" not in found
    tagging = names(services=("secretsmanager",), levels=(Level.TAGGING,))
    assert tagging == ["secretsmanager:TagResource", "secretsmanager:UntagResource"]


def test_named():
    """An action by name is found whatever its case, and spelled as AWS spells it."""
    assert names(actions=("EC2:startinstances", "ec2:StartInstances")) == ["ec2:StartInstances"]


@pytest.mark.parametrize(
    ("pattern", "some", "not_those"),
    [
        ("ec2:Start*", ["ec2:StartInstances"], ["ec2:StopInstances"]),
        ("EC2:st?rtinstances", ["ec2:StartInstances"], []),
        ("sqs:*", ["sqs:SendMessage", "sqs:TagQueue"], ["sns:Publish"]),
        ("ec2:*Inst*es", ["ec2:StartInstances", "ec2:DescribeInstances"], ["ec2:DescribeInstanceStatus"]),
        ("ec2:**t*Ins**nces", ["ec2:StartInstances", "ec2:StopInstances"], ["ec2:RunInstances"]),
        ("ec2:*stances*", ["ec2:StartInstances"], ["ec2:StartVpcEndpointServicePrivateDnsVerification"]),
        ("*", ["sqs:SendMessage", "ec2:StartInstances"], []),
    ],
)
def test_wildcards(pattern, some, not_those):
    """A wildcard is expanded to the actions that it covers."""
    found = names(actions=(pattern,))
    assert set(some) <= set(found)
    assert not set(not_those) & set(found)


def test_named_is_told_from_covered():
    """What is asked for by its own name is known as such; the first path that asks for an action is its path."""
    grant = Grant(
        "g", services=("sqs",), levels=(Level.WRITE,), actions=("sqs:SendMessage", "sqs:List*"), match=("team",)
    )
    wanted = asked(grant, coverage()).wanted
    paths = {name: path for one in wanted for name, path in zip(one.names, one.paths, strict=True)}
    assert paths["SendMessage"] == "services[0]"
    assert paths["ListQueues"] == "actions[1]"
    assert {name for one in wanted for name in one.named} == {"SendMessage"}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"services": ("ec3",), "levels": (Level.READ,)}, [("services[0]", Reason.UNKNOWN_SERVICE)]),
        ({"services": ("ec2",)}, [("levels", Reason.NO_LEVEL)]),
        ({"levels": (Level.READ,)}, [("services", Reason.NO_SERVICE)]),
        ({}, [("actions", Reason.NO_ACTION)]),
        ({"actions": ("ec2:StartInstances",), "levels": (Level.LIST,)}, []),
        ({"actions": ("ec2:StrtInstances",)}, [("actions[0]", Reason.UNKNOWN_ACTION)]),
        ({"actions": ("ec2:Strt*",)}, [("actions[0]", Reason.UNKNOWN_ACTION)]),
        ({"actions": ("nothing:*",)}, [("actions[0]", Reason.UNKNOWN_ACTION)]),
        ({"actions": ("ec2:*", "a b")}, [("actions[1]", Reason.MALFORMED_ACTION)]),
    ],
)
def test_nothing_found(parts, expected):
    """What names no service, level or action of AWS is left out with its path."""
    assert left_out(**parts) == expected


def test_nearest_names():
    """An unknown service or action comes with the names that are spelled most like it."""
    (service,) = asked(Grant("g", services=("dynamdb",), levels=(Level.READ,), match=("t",)), coverage()).left_out
    assert "dynamodb" in service.detail
    (action,) = asked(Grant("g", actions=("ec2:StartInstance",), match=("t",)), coverage()).left_out
    assert "ec2:StartInstances" in action.detail
