"""Statements are divided among few policies, what refuses first."""

import pytest

from wizard.aws.coverage.table import coverage, services
from wizard.aws.division import divided
from wizard.aws.permissions import permission_policies
from wizard.aws.policy import Document, Effect, Statement
from wizard.frozen import replace
from wizard.plan.model import Grant, Level, Plan, Role, Shared, Tag


def statement(name, count=1, effect=Effect.ALLOW):
    """Return a statement with so many actions."""
    return Statement(name, effect, tuple(f"a:Action{number:03}" for number in range(count)), resources=("*",))


def sids(documents):
    """Return the Sids of each document."""
    return [[one.sid for one in document.statements] for document in documents]


@pytest.mark.parametrize("count", [1, 2, 40])
def test_parts(count):
    """A statement that is too long is divided by its actions, in their order; one with a single action never is."""
    whole = statement("Own", count)
    documents = divided([whole, whole], limit=200)
    divided_actions = [action for one in documents for part in one.statements for action in part.actions]
    assert sorted(divided_actions) == sorted([*whole.actions, *whole.actions])
    assert all(document.size <= 200 for document in documents)
    assert divided([replace(whole, sid="x" * 300)], limit=200)[0].size > 200


def test_parts_are_as_long_as_fits():
    """A part of a statement holds as many actions as a policy has room for, but for those of the last one."""
    whole = statement("Own", 100)
    *full, _ = divided([whole], limit=400)
    assert all(400 - document.size < len('"a:Action000",') + 8 for document in full)


def test_first_that_has_room():
    """A statement goes into the first policy with room for it, and policies keep the order of their statements."""
    long, short = statement("Long", 12), statement("Short")
    limit = Document((long, short)).size + 5
    assert sids(divided([long, long, short, short], limit)) == [["Long", "Short"], ["Long2", "Short2"]]


def test_what_refuses_comes_first():
    """What allows stands in no policy before the last of those that refuse, so that none works without it."""
    refusal, small = statement("Keep", 12, Effect.DENY), statement("Own")
    limit = Document((refusal, small)).size + 5
    assert sids(divided([refusal, refusal, small, small], limit)) == [["Keep"], ["Keep2", "Own"], ["Own2"]]


def test_numbers_behind_sids():
    """The number behind a Sid takes no policy beyond the limit."""
    documents = divided([statement("Own", count) for count in range(1, 120)], limit=300)
    assert max(document.size for document in documents) <= 300
    assert len({sid for listed in sids(documents) for sid in listed}) == sum(map(len, sids(documents)))


@pytest.mark.parametrize(
    ("prefixes", "most"),
    [(("ec2",), 6), (("rds",), 2), (("dynamodb", "ec2", "ecs", "kms", "lambda", "s3", "sns", "sqs"), 9)],
)
def test_count(prefixes, most):
    """Grants of everything of common services take few policies: IAM attaches ten to a role without being asked."""
    grant = Grant("all", services=prefixes, levels=tuple(Level), match=("team", "project"), shared=Shared.ANY)
    plan = Plan(tags=(Tag("team", "user.team"), Tag("project", "user.project")), access=(grant,))
    assert len(permission_policies(plan, Role("r", access=("all",)))) <= most


def test_little_room_is_left():
    """The policies of all services are at most a tenth more than their characters need."""
    prefixes = tuple(service.prefix for service in services(coverage()))
    grant = Grant("all", services=prefixes, levels=tuple(Level), match=("team", "project"), shared=Shared.ANY)
    plan = Plan(tags=(Tag("team", "user.team"), Tag("project", "user.project")), access=(grant,))
    policies = permission_policies(plan, Role("r", access=("all",)))
    assert len(policies) <= sum(policy.document.size for policy in policies) / 6144 * 1.1
