"""What a service does in its own name stays within what the person may do."""

import pytest

from tests.aws.grant.world import PERSON, World, grant
from wizard.aws.grant.proxy import WATCHED, proxy_refusals
from wizard.plan.model import Partition

ALARM = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:mine"
RULE = "arn:aws:events:us-east-1:111122223333:rule/mine"
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
    assert texts == {"arn:aws-cn:sns:*", "arn:aws-cn:events:*:*:target/*"}
