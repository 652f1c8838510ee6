"""What a service does in its own name stays within what the person may do."""

import pytest

from tests.aws.grant.world import PERSON, World, grant
from wizard.aws.grant.proxy import WATCHED, proxy_refusals
from wizard.plan.model import Partition

ALARM = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:mine"
RULE = "arn:aws:events:us-east-1:111122223333:rule/mine"
GROUP = "arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:1:autoScalingGroupName/mine"
TOPIC = "arn:aws:sns:us-east-1:111122223333:topic"
TERMINATE = "arn:aws:automate:us-east-1:ec2:terminate"
BUILT_IN = "arn:aws:events:us-east-1:111122223333:target/terminate-instance"
FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:mine"


@pytest.mark.parametrize("action", ["cloudwatch:PutMetricAlarm", "cloudwatch:PutCompositeAlarm"])
def test_alarms_notify_and_do_nothing_else(action):
    """An alarm that is one's own may notify topics; one that terminates an instance would terminate anybody's."""
    world = World(grant("cloudwatch"))
    assert world.allows(action, ALARM, {}, PERSON)
    assert world.allows(action, ALARM, {}, PERSON, **{"cloudwatch:AlarmActions": [TOPIC]})
    for actions in ([TERMINATE], [TOPIC, TERMINATE]):
        assert not world.allows(action, ALARM, {}, PERSON, **{"cloudwatch:AlarmActions": actions})


def test_rules_have_no_built_in_targets():
    """A rule of one's own may have targets, but for those by which EventBridge stops anybody's instances."""
    world = World(grant("events"))
    assert world.allows("events:PutTargets", RULE, PERSON, **{"events:TargetArn": [FUNCTION]})
    for targets in ([BUILT_IN], [FUNCTION, BUILT_IN]):
        assert not world.allows("events:PutTargets", RULE, PERSON, **{"events:TargetArn": targets})


def test_without_protection():
    """It does not depend on protected tags: an alarm reaches every instance either way."""
    world = World(grant("cloudwatch", protect_tags=False))
    assert not world.allows("cloudwatch:PutMetricAlarm", ALARM, {}, PERSON, **{"cloudwatch:AlarmActions": [TERMINATE]})


def test_only_what_is_given_is_refused():
    """A role that is given none of these actions has no such refusal; partitions have their own ARNs."""
    assert list(proxy_refusals((), Partition.AWS)) == []
    assert [one.actions for one in proxy_refusals(("events:PutTargets",), Partition.AWS)] == [("events:PutTargets",)]
    texts = {
        value for one in proxy_refusals(WATCHED, Partition.CHINA) for each in one.conditions for value in each.values
    }
    assert texts == {"arn:aws-cn:sns:*", "arn:aws-cn:events:*:*:target/*", "false"}


@pytest.mark.parametrize(
    ("action", "resource", "key"),
    [
        ("autoscaling:CreateAutoScalingGroup", GROUP, "autoscaling:TargetGroupARNs"),
        ("autoscaling:CreateAutoScalingGroup", GROUP, "autoscaling:LoadBalancerNames"),
        ("autoscaling:CreateAutoScalingGroup", GROUP, "autoscaling:TrafficSourceIdentifiers"),
        ("autoscaling:CreateAutoScalingGroup", GROUP, "autoscaling:LaunchConfigurationName"),
        ("ebs:StartSnapshot", "arn:aws:ec2:us-east-1::snapshot/snap-1", "ebs:ParentSnapshot"),
    ],
)
def test_calls_name_nothing_of_others(action, resource, key):
    """What is new may be made, but not with a target group, a launch configuration or a parent that the call names."""
    world = World(grant(action.partition(":")[0]))
    assert world.allows(action, resource, {}, PERSON)
    assert not world.allows(action, resource, {}, PERSON, **{key: ["of-somebody"]})


def test_steps_have_the_role_of_the_cluster():
    """A step runs with the cluster's own role, not with one that the call names and that iam:PassRole never sees."""
    world = World(grant("elasticmapreduce"))
    cluster = "arn:aws:elasticmapreduce:us-east-1:111122223333:cluster/j-1"
    role = {"elasticmapreduce:ExecutionRoleArn": "arn:aws:iam::111122223333:role/of-somebody"}
    assert world.allows("elasticmapreduce:AddJobFlowSteps", cluster, PERSON)
    assert not world.allows("elasticmapreduce:AddJobFlowSteps", cluster, PERSON, **role)


def test_updates_name_nothing_of_others():
    """A group of one's own goes on without a launch configuration, which holds the role of whoever wrote it."""
    world = World(grant("autoscaling"))
    action = "autoscaling:UpdateAutoScalingGroup"
    assert world.allows(action, GROUP, PERSON)
    assert not world.allows(action, GROUP, PERSON, **{"autoscaling:LaunchConfigurationName": "of-somebody"})
