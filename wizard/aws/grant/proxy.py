"""The refusals of what a service would do in its own name: to any resource that it is told, whoever's that is.

CloudWatch and EventBridge stop and terminate instances, each by a service-linked role that may do so to all of them:
https://docs.aws.amazon.com/aws-managed-policy/latest/reference/CloudWatchEventsServiceRolePolicy.html. Alarms may
notify topics; rules may have all other targets, which ask for a role or for the target's own policy.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-alarm-actions.html and
https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html; read 2026-11-24.

A group of instances is put behind anybody's load balancer, and started by anybody's launch configuration with the role
in it; a snapshot holds what its parent held; a step of EMR runs with any role that trusts the cluster. Where the call
names such, it is refused, since only a key of the service tells:
https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2autoscaling.html,
https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticblockstore.html and
https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticmapreduce.html; read 2026-11-24.
"""

from collections.abc import Iterable
from typing import Final

from wizard.aws.policy import Condition, Effect, Statement
from wizard.plan.model import Partition

_ALARMING: Final = ("cloudwatch:PutCompositeAlarm", "cloudwatch:PutLogAlarm", "cloudwatch:PutMetricAlarm")
_TARGETING: Final = ("events:PutTargets",)
_GROUPING: Final = ("autoscaling:CreateAutoScalingGroup",)
_NAMING: Final = {
    "autoscaling:LaunchConfigurationName": (*_GROUPING, "autoscaling:UpdateAutoScalingGroup"),
    "autoscaling:LoadBalancerNames": _GROUPING,
    "autoscaling:TargetGroupARNs": _GROUPING,
    "autoscaling:TrafficSourceIdentifiers": _GROUPING,
    "ebs:ParentSnapshot": ("ebs:StartSnapshot",),
    "elasticmapreduce:ExecutionRoleArn": (
        "elasticmapreduce:AddJobFlowSteps",
        "elasticmapreduce:GetClusterSessionCredentials",
        "elasticmapreduce:GetPersistentAppUIPresignedURL",
        "elasticmapreduce:StartSession",
    ),
}
"""Keys by which a call names a resource of any owner, and the actions that are not given with them."""
_EVERYTHING: Final = ("*",)

WATCHED: Final = frozenset((*_ALARMING, *_TARGETING, *(name for names in _NAMING.values() for name in names)))
"""The actions that tell a service to act, by full name."""

WATCHED_SERVICES: Final = frozenset(name.partition(":")[0] for name in WATCHED)


def proxy_refusals(given: Iterable[str], partition: Partition) -> Iterable[Statement]:
    """Yield the refusals for those of the actions that a role is given; a call without such a key meets none."""
    held = frozenset(given)
    alarming = tuple(name for name in _ALARMING if name in held)
    if alarming:
        topics = Condition("ForAnyValue:StringNotLike", "cloudwatch:AlarmActions", (f"arn:{partition}:sns:*",))
        yield Statement("AlarmsNotify", Effect.DENY, alarming, resources=_EVERYTHING, conditions=(topics,))
    targeting = tuple(name for name in _TARGETING if name in held)
    if targeting:
        built_in = Condition("ForAnyValue:ArnLike", "events:TargetArn", (f"arn:{partition}:events:*:*:target/*",))
        yield Statement("NoBuiltInTargets", Effect.DENY, targeting, resources=_EVERYTHING, conditions=(built_in,))
    for key, names in _NAMING.items():
        naming = tuple(name for name in names if name in held)
        if naming:
            named = Condition("Null", key, ("false",))
            yield Statement("NamesNoOthers", Effect.DENY, naming, resources=_EVERYTHING, conditions=(named,))
