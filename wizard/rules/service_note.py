"""POL111: what a service needs, or leaves open, beside its tags."""

from collections.abc import Iterator
from typing import Final

from wizard.frozen import Frozen
from wizard.plan.model import Grant, Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule


class _Note(Frozen):
    severity: Severity
    template: str
    source: str


_NOTES: Final = {
    "s3": _Note(
        Severity.WARNING,
        "S3 supplies a bucket's tags only after ABAC is switched on for it (s3:PutBucketAbac), bucket by bucket. The "
        "bucket's tags then decide on its objects too; an object's own (s3:ExistingObjectTag) are in no policy here",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html",
    ),
    "dynamodb": _Note(
        Severity.WARNING,
        "DynamoDB supplies the tags of tables, indexes and streams, not of backups, exports and global tables. In some "
        "accounts that has to be switched on first, in DynamoDB's settings; until then every table looks untagged",
        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/abac-troubleshooting.html",
    ),
    "lambda": _Note(
        Severity.INFO,
        "Lambda's layers supply no tags, so their actions are left out; a function that uses one needs "
        "lambda:GetLayerVersion by another policy. Mapping events to a function sees no tags of the function, so that "
        "is left out too; lambda:FunctionArn in another policy names the functions",
        "https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html",
    ),
    "ssm": _Note(
        Severity.INFO,
        "Reading parameters by path (ssm:GetParametersByPath) looks at the path alone, and associations, maintenance "
        "windows and patch groups run on whatever nodes a tag finds, so these are left out; ssm:GetParameters reads "
        "by name, and ssm:SendCommand asks for each node",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-retrieval-authorization.html",
    ),
    "cloudwatch": _Note(
        Severity.INFO,
        "Alarms may only notify SNS topics: one that stops or terminates an instance does so to anybody's",
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-alarm-actions.html",
    ),
    "events": _Note(
        Severity.INFO,
        "Rules may not have the built-in targets, which stop and terminate anybody's instances; all other targets are "
        "allowed",
        "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html",
    ),
    "autoscaling": _Note(
        Severity.INFO,
        "A group takes any instance by its ID and may terminate it, so autoscaling:AttachInstances is left out. No tag "
        "tells whose target groups and launch configuration it uses, so it has none; "
        "autoscaling:AttachLoadBalancerTargetGroups in another policy adds target groups",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2autoscaling.html",
    ),
    "ecs": _Note(
        Severity.INFO,
        "ECS sees no tags of the cluster in which a task or a service is started, nor of the target groups behind "
        "which a service stands, so starting, creating and updating them are left out; ecs:cluster in another policy "
        "names the clusters",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html",
    ),
    "codedeploy": _Note(
        Severity.INFO,
        "CodeDeploy runs a revision on whatever instances a deployment or its group names, and sees no tags of those, "
        "so creating and updating them are left out",
        "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_UpdateDeploymentGroup.html",
    ),
    "ebs": _Note(
        Severity.INFO,
        "A snapshot holds what its parent held, and no tag of the parent is seen, so it is made without one",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticblockstore.html",
    ),
    "elasticmapreduce": _Note(
        Severity.INFO,
        "A step of EMR runs with any role that trusts the cluster, and no tag tells whose that is, so a call names "
        "none (elasticmapreduce:ExecutionRoleArn) and the cluster's own is used",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticmapreduce.html",
    ),
    "kms": _Note(
        Severity.INFO,
        "KMS aliases supply no tags: to create, change or delete one, an administrator names it in another policy",
        "https://docs.aws.amazon.com/kms/latest/developerguide/abac.html",
    ),
    "iam": _Note(
        Severity.WARNING,
        "Whoever may change the policies of a role of their own may give it any right, whatever the tags say; a "
        "permissions boundary keeps that in. Nothing is created here: the tagging that this needs could claim any "
        "untagged role, an administrator's too",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
    ),
}

RULE = Rule(
    "POL111",
    Severity.INFO,
    title="Service has terms of its own",
    explanation=(
        "The policies are right by AWS's tables, but with this service tags do not do everything: something has to be "
        "switched on first, some resources supply no tags, or the actions open a way around them."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html",
    examples=(
        Example(
            "{version: 1, tags: [], access: [{name: own, services: [ec2, s3, dynamodb, lambda, kms, iam], "
            "levels: [read]}, {name: one, actions: ['sqs:SendMessage', 'S3:GetObject', 's3:PutObject']}]}",
            (*(f"access[0].services[{place}]" for place in range(1, 6)), "access[1].actions[1]"),
        ),
        Example("{version: 1, tags: [], access: [{name: own, services: [ec2], actions: ['sqs:*'], levels: [read]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each service of a grant that has something to know, where the grant first asks for it."""
    for index, grant in enumerate(plan.access):
        for prefix, place in _places(grant).items():
            note = _NOTES.get(prefix)
            if note is not None:
                path = f"access[{index}].{place}"
                yield RULE.finding(path, note.template, severity=note.severity, source=note.source)


def _places(grant: Grant) -> dict[str, str]:
    """Return where the grant first asks for each service."""
    places: dict[str, str] = {}
    for number, service in enumerate(grant.services):
        places.setdefault(service.lower(), f"services[{number}]")
    for number, action in enumerate(grant.actions):
        places.setdefault(action.partition(":")[0].lower(), f"actions[{number}]")
    return places
