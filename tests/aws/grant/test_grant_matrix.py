"""The forty most used services: who may do what to whose resources under a grant of everything."""

import pytest

from tests.aws.grant.world import PERSON, World, arns, grant
from wizard.aws.coverage.service import REQUEST_TAG, Kind
from wizard.aws.coverage.table import coverage
from wizard.aws.grant.outcome import Reason

SERVICES = (
    *("acm", "apigateway", "athena", "autoscaling", "backup", "batch", "bedrock", "cloudformation", "cloudfront"),
    *("cloudtrail", "cloudwatch", "codebuild", "codepipeline", "cognito-idp", "dynamodb", "ec2", "ecr", "ecs", "eks"),
    *("elasticache", "elasticfilesystem", "elasticloadbalancing", "es", "events", "firehose", "glue", "iam", "kafka"),
    *("kinesis", "kms", "lambda", "logs", "rds", "redshift", "s3", "sagemaker", "secretsmanager", "sns", "sqs", "ssm"),
    *("states", "wafv2"),
)
WORLDS = {prefix: World(grant(prefix)) for prefix in SERVICES}
FOREIGN = (
    {"team": "data", "project": "apollo"},
    {"team": "platform", "project": "zeus"},
    {"team": "data", "project": "zeus"},
    {"team": "Platform", "project": "apollo"},
    {"team": "platform"},
    {"project": "apollo"},
    {"team": "", "project": "apollo"},
    {"team": "", "project": ""},
)
"""What somebody else has, or nobody."""
UNTAGGED = ({}, {"Name": "x"})
OWN = (PERSON, PERSON | {"Name": "x"}, {"Team": "platform", "project": "apollo"})


def calls(prefix, *kinds, created=None):
    """Yield the actions of these kinds that stand in the policy, with an ARN of each type that supplies tags."""
    (effect,) = WORLDS[prefix].effects
    left_out = {one.subject for one in effect.left_out}
    for group in coverage().service(prefix).groups:
        if group.kind not in kinds:
            continue
        for touched in group.touched:
            if touched.supplies_resource_tags and created in (None, touched.created):
                for name in group.names:
                    if f"{prefix}:{name}" not in left_out:
                        yield f"{prefix}:{name}", arns(touched)[0]


@pytest.mark.parametrize("prefix", SERVICES)
def test_use(prefix):
    """What is there may be used by those whose tags it has, in any spelling of the keys, and by nobody else."""
    world = WORLDS[prefix]
    found = list(calls(prefix, Kind.USE))
    assert found
    for action, resource in found:
        assert all(world.allows(action, resource, tags) for tags in OWN), action
        assert not any(world.allows(action, resource, tags) for tags in (*FOREIGN, *UNTAGGED)), action


@pytest.mark.parametrize("prefix", SERVICES)
def test_update_with_tags(prefix):
    """A call that could change tags may be made on one's own, without tags or with one's own on a new resource."""
    world = WORLDS[prefix]
    for action, resource in calls(prefix, Kind.USE_WITH_TAGS):
        assert world.allows(action, resource, PERSON), action
        assert not any(world.allows(action, resource, tags) for tags in (*FOREIGN, *UNTAGGED)), action
        if REQUEST_TAG in coverage().action(action).group.keys:
            assert not world.allows(action, resource, PERSON, PERSON | {"team": "data"}), action


@pytest.mark.parametrize("prefix", SERVICES)
def test_create(prefix):
    """What is new has one's own tags, all of them; what somebody else has is never made anew."""
    world = WORLDS[prefix]
    for action, resource in calls(prefix, Kind.CREATE, Kind.CREATE_OR_REPLACE, created=True):
        assert world.allows(action, resource, {}, PERSON | {"Name": "x"}), action
        assert not any(world.allows(action, resource, {}, tags) for tags in (*FOREIGN, *UNTAGGED)), action
        assert not any(world.allows(action, resource, tags, PERSON) for tags in FOREIGN), action


@pytest.mark.parametrize("prefix", SERVICES)
def test_tag(prefix):
    """A stranger sets no tags; an owner sets others, and none of the matched keys in any spelling."""
    world = WORLDS[prefix]
    for action, resource in calls(prefix, Kind.SET_TAGS):
        for tags in FOREIGN:
            assert not any(world.allows(action, resource, tags, request) for request in (PERSON, {"Name": "x"})), action
        if REQUEST_TAG in coverage().action(action).group.keys:
            assert world.allows(action, resource, PERSON, {"Name": "x"}), action
        for request in ({"team": "data"}, {"TEAM": "data"}, {"Name": "x", "tEam": "platform"}, PERSON):
            assert not world.allows(action, resource, PERSON, request), action


@pytest.mark.parametrize("prefix", SERVICES)
def test_untag(prefix):
    """A stranger removes no tags; an owner removes others, never a matched one, and never all without naming them."""
    world = WORLDS[prefix]
    for action, resource in calls(prefix, Kind.REMOVE_TAGS):
        assert not any(world.allows(action, resource, tags, keys=["Name"]) for tags in FOREIGN), action
        assert world.allows(action, resource, PERSON, keys=["Name"]), action
        for keys in ([], ["team"], ["TEAM"], ["Name", "pRoject"]):
            assert not world.allows(action, resource, PERSON, keys=keys), action


@pytest.mark.parametrize("prefix", SERVICES)
def test_everything_is_accounted_for(prefix):
    """Every action of the service is allowed under some condition, or named as left out, never both."""
    (effect,) = WORLDS[prefix].effects
    left_out = {one.subject for one in effect.left_out}
    assert all(one.reason in Reason for one in effect.left_out)
    covered = WORLDS[prefix].covers
    for action in coverage().service(prefix).actions.values():
        assert covered(action.name) != (action.name in left_out), action.name
