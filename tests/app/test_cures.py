"""All safe cures in one go: the plan is better afterwards, and gives nobody more than before."""

import pytest
from hypothesis import given as example
from hypothesis import settings

from tests import strategies
from tests.adoption.bundle import given, wider
from tests.named import plan as named
from wizard.app.cures import cured, safe_cures
from wizard.aws.trust import trusted_roles
from wizard.plan.edit import replaced
from wizard.plan.model import Plan, Tag
from wizard.plan.reader import plan_from_text
from wizard.rules.registry import findings, rules

EXAMPLES = [
    plan_from_text(each.plan)
    for rule in rules()
    for each in rule.examples
    if safe_cures(findings(plan_from_text(each.plan)))
]


@pytest.mark.parametrize("plan", EXAMPLES, ids=range(len(EXAMPLES)))
def test_nothing_that_is_safe_to_cure_is_left(plan: Plan) -> None:
    """And there was something to cure."""
    better = cured(plan)
    assert better.applied
    assert not safe_cures(findings(better.plan))


def test_cures_are_counted_one_by_one() -> None:
    """Each is found in the plan that the last one made, since places move."""
    plan = replaced(named("team-project"), "aws.accounts", ("1111-2222-3333", "111122223333", "111122223333"))
    better = cured(plan)
    assert better.plan.aws.accounts == ("111122223333",)
    assert better.applied == 3


def test_a_sound_plan_stays_the_same_object() -> None:
    """Nothing is made where nothing is to do."""
    plan = named("team-project")
    assert cured(plan).plan is plan


def test_a_role_is_let_in_by_nobody_unasked() -> None:
    """White space around a trusted role keeps it out; to drop it is the administrator's choice."""
    plan = replaced(named("team-project"), "aws.roles[0].trusted_roles", (" arn:aws:iam::111122223333:role/deploy",))
    assert cured(plan).plan is plan


@example(strategies.plans())
@settings(max_examples=60, deadline=None)
def test_no_cure_widens_access(plan: Plan) -> None:
    """No further role may chain into one, and no role allows more, action by action."""
    better = cured(plan).plan
    assert {arn for role in better.aws.roles for arn in trusted_roles(role)} <= {
        arn for role in plan.aws.roles for arn in trusted_roles(role)
    }
    for role in better.aws.roles:
        old = {each for before in plan.aws.roles if before.name == role.name for each in given(plan, before)}
        assert not wider(old, set(given(better, role)))


def test_a_tag_that_stands_twice_is_taken_away_only_where_it_is_the_same() -> None:
    """Two different tags of one key are the administrator's to choose from."""
    plan = Plan(tags=(Tag("team", "user.team"), Tag("team", "user.team"), Tag("team", "user.group")))
    assert [tag.value for tag in cured(plan).plan.tags] == ["user.team", "user.group"]
