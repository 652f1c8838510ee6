"""Take-overs: no sequence of allowed calls ends in access to what somebody else has."""

import pytest

from tests.aws.grant.takeover import OTHER, Search
from tests.aws.grant.world import PERSON, PROJECT, TEAM, World, arns, grant
from wizard.aws.coverage.service import Kind
from wizard.aws.coverage.table import coverage, services
from wizard.frozen import replace
from wizard.plan.model import Shared

KEYS = ("team", "project")
LIMITED = [one.prefix for one in services(coverage()) if any(group.limited_by_resource_tags for group in one.groups)]
PARTS = 6


def _search(prefix, world, **more):
    return Search(world, prefix, KEYS, PERSON, **more)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_service(part):
    """For every service that tags limit, a grant of all its levels leads from nobody else's resource to access."""
    found = {prefix: _search(prefix, World(grant(prefix))).taken_over() for prefix in LIMITED[part::PARTS]}
    assert {prefix: states for prefix, states in found.items() if states} == {}


@pytest.mark.parametrize("part", range(PARTS))
def test_owner_keeps_the_tags(part):
    """For every such service, no call of the owner takes a matched tag from what is the owner's."""
    for prefix in LIMITED[part::PARTS]:
        search = _search(prefix, World(grant(prefix)), surely=True)
        assert [tags for tags in search.reachable([PERSON]) if not search.mine_now(tags)] == [], prefix


@pytest.mark.parametrize("prefix", ["ec2", "secretsmanager", "rds", "lambda", "dynamodb", "sqs", "sns", "kms", "ecs"])
def test_without_protection(prefix):
    """Without protection an owner can strip a matched tag, and give it away; nobody takes it even then."""
    search = _search(prefix, World(grant(prefix, protect_tags=False)))
    reached = search.reachable([PERSON])
    assert {} in reached or {"Name": "x"} in reached
    assert any(OTHER in tags.values() for tags in reached)
    assert search.taken_over() == []


@pytest.mark.parametrize("prefix", ["ec2", "secretsmanager", "rds", "s3", "cloudformation", "events"])
@pytest.mark.parametrize("goal", KEYS)
@pytest.mark.parametrize("protected", [(True, True), (True, False)])
def test_grants_that_match_on_different_keys(prefix, goal, protected):
    """Two grants of a role that match on different keys do not open to one another what one of them protects."""
    world = World(
        grant(prefix, match=("team",), protect_tags=protected[0]),
        grant(prefix, match=("project",), protect_tags=protected[1]),
    )
    if protected[KEYS.index(goal)]:
        assert _search(prefix, world, goal=(goal,), surely=True).taken_over() == []


@pytest.mark.parametrize("prefix", ["ec2", "secretsmanager", "s3", "rds"])
def test_people_without_a_value(prefix):
    """Who has no value, or an empty one, of an optional tag reaches nothing."""
    tags = (TEAM, replace(PROJECT, required=False))
    for value in ({"team": "platform"}, {"team": "platform", "project": ""}):
        world = World(grant(prefix, shared=Shared.TAGGED), tags=tags, person=value)
        service = coverage().service(prefix)
        for group in service.groups:
            if group.kind is Kind.USE and group.limited_by_resource_tags:
                resource = arns(group.touched[0])[0] if group.touched else "*"
                assert not world.allows(f"{prefix}:{group.names[0]}", resource, value)


def test_tags_that_are_switched_off():
    """Where a service shows tags only when that is switched on, nobody claims what looks untagged meanwhile."""
    world = World(grant("s3"))
    for action in ("s3:TagResource", "s3:CreateBucket", "s3:PutBucketTagging", "s3:UntagResource"):
        assert not world.allows(action, "arn:aws:s3:::bucket", {}, PERSON)
    assert "aws:ResourceTag" not in str([one for one in world.document.statements if one.sid.startswith("OwnTagNew")])


def test_nobody_claims_a_role():
    """An untagged role may be an administrator's: no call of a grant of everything makes it one's own."""
    world = World(grant("iam"))
    role = "arn:aws:iam::111122223333:role/admin"
    for action in ("iam:TagRole", "iam:CreateRole", "iam:PassRole", "iam:DeleteRole"):
        assert not world.allows(action, role, {}, PERSON)
    assert not world.allows("iam:TagUser", "arn:aws:iam::111122223333:user/root", {}, PERSON)
    assert world.allows("iam:PassRole", role, PERSON)
