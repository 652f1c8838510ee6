"""Which actions people know of a service, so that a list that has to be cut begins with them.

It decides the order in which names are shown, and nothing else. It follows the first pages of AWS's user guides, and
no count of calls: AWS publishes none.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

FAMILIAR: Final = {
    "autoscaling": "CreateAutoScalingGroup UpdateAutoScalingGroup SetDesiredCapacity CreateLaunchConfiguration",
    "cloudformation": "CreateStack UpdateStack DeleteStack DescribeStacks",
    "cloudwatch": "PutMetricAlarm PutMetricData GetMetricData PutDashboard",
    "dynamodb": "GetItem PutItem Query Scan UpdateItem DeleteItem CreateTable CreateBackup RestoreTableFromBackup",
    "ec2": "RunInstances StartInstances StopInstances RebootInstances TerminateInstances DescribeInstances "
    "CreateVolume AttachVolume CreateSnapshot CreateImage CreateSecurityGroup AuthorizeSecurityGroupIngress "
    "CreateSubnet CreateNetworkInterface CreateVpc",
    "ecr": "BatchGetImage GetDownloadUrlForLayer PutImage CreateRepository GetAuthorizationToken",
    "ecs": "RunTask CreateService UpdateService StopTask RegisterTaskDefinition DeregisterTaskDefinition CreateCluster "
    "ListTaskDefinitions",
    "eks": "CreateNodegroup CreateCluster DescribeCluster CreateAddon CreateFargateProfile",
    "elasticache": "CreateCacheCluster CreateReplicationGroup",
    "elasticfilesystem": "CreateFileSystem ClientMount",
    "elasticloadbalancing": "CreateLoadBalancer CreateTargetGroup CreateListener RegisterTargets",
    "events": "PutRule PutTargets PutEvents",
    "kms": "Decrypt Encrypt GenerateDataKey CreateKey CreateAlias UpdateAlias",
    "lambda": "InvokeFunction CreateFunction UpdateFunctionCode GetFunction ListFunctions PublishLayerVersion "
    "GetLayerVersion",
    "logs": "GetLogEvents PutLogEvents CreateLogStream CreateLogGroup StartQuery",
    "rds": "CreateDBInstance StartDBInstance StopDBInstance ModifyDBInstance RebootDBInstance CreateDBSnapshot "
    "RestoreDBInstanceFromDBSnapshot CreateDBCluster DescribeDBInstances",
    "redshift": "CreateCluster GetClusterCredentials PauseCluster ResumeCluster",
    "s3": "GetObject PutObject DeleteObject ListBucket CreateBucket ListAllMyBuckets CreateAccessPoint CreateJob",
    "secretsmanager": "GetSecretValue PutSecretValue CreateSecret DescribeSecret UpdateSecret ListSecrets "
    "BatchGetSecretValue",
    "sns": "Publish Subscribe CreateTopic",
    "sqs": "SendMessage ReceiveMessage DeleteMessage CreateQueue",
    "ssm": "GetParameter PutParameter GetParameters GetParametersByPath StartSession SendCommand "
    "StartAutomationExecution DescribeParameters",
    "states": "StartExecution CreateStateMachine",
}
"""Names of actions by service, the most familiar first, with spaces between them."""


def familiar_first(actions: Iterable[str]) -> tuple[str, ...]:
    """Return the full names of actions, the familiar ones first; the others stay in their order."""
    return tuple(sorted(actions, key=_place))


def _place(action: str) -> int:
    known = _places()
    return known.get(action, len(known))


@cache
def _places() -> dict[str, int]:
    names = (f"{prefix}:{name}" for prefix, text in FAMILIAR.items() for name in text.split())
    return {name: place for place, name in enumerate(names)}
