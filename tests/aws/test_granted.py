"""What each grant gives of each service, and what it leaves out."""

import pytest

from tests import named
from wizard.aws.coverage.table import coverage
from wizard.aws.granted import granted
from wizard.aws.permissions import Reason, left_out, permission_policies
from wizard.aws.policy import Effect
from wizard.plan.model import Aws, Grant, Level, Plan, Role, Shared, Tag

TEAM = Tag("team", "user.team")
EVERY = (Level.LIST, Level.READ, Level.WRITE, Level.TAGGING)


def plan_of(*grants):
    """Return a plan whose one role has all the grants."""
    roles = (Role("abac", access=tuple(grant.name for grant in grants)),)
    return Plan(tags=(TEAM,), access=grants, aws=Aws(roles=roles))


def only(plan):
    """Return what the only grant gives of the only service."""
    (grant,) = granted(plan)
    (service,) = grant.services
    return service


def test_a_service_is_told_by_ways():
    """Use of one's own, creation, tagging and lists are apart, each with what people know first."""
    service = only(plan_of(Grant("g", services=("EC2",), levels=EVERY, match=("team",), shared=Shared.ANY)))
    assert (service.prefix, service.title) == ("ec2", coverage().service("ec2").title)
    assert service.own[0] == "ec2:StartInstances"
    assert service.new[0] == "ec2:RunInstances"
    assert "ec2:CreateTags" in service.tagging
    assert service.everywhere[0] == "ec2:DescribeInstances"
    assert service.needs == ()


def test_what_creates_or_replaces_stands_in_both_ways():
    """PutRule changes one's own rule and makes a new one."""
    service = only(plan_of(Grant("g", actions=("events:PutRule",), match=("team",))))
    assert service.own == service.new == ("events:PutRule",)


def test_what_creating_needs_is_listed_whole():
    """Every creating call that needs others is named with them, a launch first."""
    service = only(plan_of(Grant("g", services=("ec2",), levels=(Level.WRITE,), match=("team",))))
    assert service.needs[0] == ("ec2:RunInstances", ("image", "security-group", "subnet"))
    assert len(service.needs) > 50
    assert {action for action, _ in service.needs} <= set(service.new)


def test_services_are_told_apart():
    """A service whose prefix begins like another's has its own actions alone."""
    plan = plan_of(Grant("g", services=("ecr", "ecr-public", "s3", "s3tables"), levels=EVERY, match=("team",)))
    (grant,) = granted(plan)
    assert [service.prefix for service in grant.services] == ["ecr", "ecr-public", "s3", "s3tables"]
    for service in grant.services:
        actions = (*service.own, *service.new, *service.tagging, *service.everywhere)
        assert {action.partition(":")[0] for action in actions} == {service.prefix}
        assert {one.subject.partition(":")[0] for one in service.left_out} <= {service.prefix}


@pytest.mark.parametrize(
    "grant",
    [Grant("g", services=("kms", "ec3"), levels=EVERY), Grant("g", actions=("kms:Nothing",), match=("project",))],
)
def test_a_grant_that_cannot_be_written_gives_nothing(grant):
    """Without a match that can be written there are no services, and what is unread is named."""
    (told,) = granted(plan_of(grant))
    assert (told.path, told.name, told.services) == ("access[0]", "g", ())
    assert len(told.unread) == 2


def test_what_names_nothing_is_unread():
    """An unknown service is told beside what the others give."""
    (told,) = granted(plan_of(Grant("g", services=("ec3", "kms"), levels=EVERY, match=("team",))))
    assert [one.reason for one in told.unread] == [Reason.UNKNOWN_SERVICE]
    assert [service.prefix for service in told.services] == ["kms"]


@pytest.mark.parametrize("name", ["compute-data-secrets", "full", "team-project"])
def test_it_tells_what_the_policies_hold(name):
    """Everything that is told as given stands in an Allow, and all that the policies leave out is told."""
    plan = named.plan(name)
    told = [service for grant in granted(plan) for service in grant.services]
    given = {action for one in told for action in (*one.own, *one.new, *one.tagging, *one.everywhere)}
    patterns = {
        action
        for role in plan.aws.roles
        for policy in permission_policies(plan, role)
        for statement in policy.document.statements
        if statement.effect is Effect.ALLOW
        for action in statement.actions
    }
    reached = {
        f"{prefix}:{short}"
        for prefix in {action.partition(":")[0] for action in patterns}
        for short in coverage().service(prefix).names
        if any(covers(pattern, f"{prefix}:{short}") for pattern in patterns)
    }
    assert given <= reached
    assert {one.subject for service in told for one in service.left_out} >= {
        one.subject for one in left_out(plan) if ":" in one.subject
    } - {one.subject for grant in granted(plan) for one in grant.unread}


def covers(pattern, action):
    """Return whether an action's pattern, with a star at its end or none, covers an action."""
    return action.startswith(pattern[:-1]) if pattern.endswith("*") else action == pattern
