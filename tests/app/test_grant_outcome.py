"""What a grant gives, in parts: the same actions as the policies, each once."""

import pytest

from tests import named
from wizard.app.grant_outcome import GrantOutcome, grant_outcome
from wizard.aws.coverage.table import coverage
from wizard.aws.evaluator.document import policy_from
from wizard.aws.evaluator.statement import compiled
from wizard.aws.grant.asked import asked
from wizard.aws.permissions import left_out, permission_policies
from wizard.frozen import replace
from wizard.plan.model import Level, Plan

PLANS = [name for name in sorted(named.PLANS) if named.plan(name).access]


def parts(outcome: GrantOutcome) -> dict[str, tuple[str, ...]]:
    """Return the actions by what is said of them."""
    return {part.title: part.actions for part in outcome.parts}


def outcomes(plan: Plan) -> list[GrantOutcome]:
    """Return the outcome of each grant."""
    return [grant_outcome(plan, grant) for grant in plan.access]


@pytest.mark.parametrize("name", PLANS)
def test_every_asked_action_is_in_exactly_one_part(name: str) -> None:
    """What is asked for is either given or left out, and said once."""
    plan = named.plan(name)
    for grant, outcome in zip(plan.access, outcomes(plan), strict=True):
        listed = [action for part in outcome.parts for action in part.actions]
        assert len(listed) == len(set(listed)) == outcome.given + outcome.left_out
        wanted = {one.full(each) for one in asked(grant, coverage()).wanted for each in one.names}
        assert not outcome.written or wanted <= set(listed)


@pytest.mark.parametrize("name", PLANS)
def test_what_is_given_stands_in_an_allow_of_the_policies(name: str) -> None:
    """No action is said to be given that no policy of a role with the grant allows."""
    plan = named.plan(name)
    for role in plan.aws.roles:
        documents = [policy_from(each.document.value(), each.name) for each in permission_policies(plan, role)]
        allowing = [
            found for each in documents for one in each.statements if (found := compiled(one, each.name)).allows
        ]
        for grant in plan.grants(role):
            for part in grant_outcome(plan, grant).parts:
                lost = [
                    action
                    for action in part.actions
                    if part.given and not any(each.covers_action(action, {}) for each in allowing)
                ]
                assert lost == []


@pytest.mark.parametrize("name", PLANS)
def test_what_is_left_out_is_what_the_rules_say(name: str) -> None:
    """An action that is left out here is left out of the policies."""
    plan = named.plan(name)
    known = {(each.path.partition(".")[0], each.subject) for each in left_out(plan)}
    for at, outcome in enumerate(outcomes(plan)):
        said = {(f"access[{at}]", action) for part in outcome.parts if not part.given for action in part.actions}
        assert said <= known


def test_parts_say_the_terms() -> None:
    """Use on one's own, creation as one's own, tagging, and listing stand apart."""
    plan = named.plan("team-project")
    grant = replace(plan.access[0], actions=(), services=("ec2",), levels=tuple(Level), create=True)
    found = parts(grant_outcome(plan, grant))
    assert "ec2:StartInstances" in found["On what is their own"]
    assert "ec2:RunInstances" in found["Create, tagged as their own"]
    assert "ec2:DeleteTags" in found["Tag and untag what is their own"]
    assert "ec2:DescribeInstances" in found["List and describe everything"]
    without = parts(grant_outcome(plan, replace(grant, create=False)))
    assert "ec2:CreateVolume" in without["creating, while the grant's create is off"]


def test_what_names_nothing_is_left_out_by_its_own_words() -> None:
    """A service and an action that AWS does not have are named."""
    plan = named.plan("team-project")
    grant = replace(plan.access[0], actions=("ec2:StartInstanses",), services=("ec3",), levels=(Level.READ,))
    found = parts(grant_outcome(plan, grant))
    assert found["naming no service that AWS has"] == ("ec3",)
    assert found["naming no action that AWS has"] == ("ec2:StartInstanses",)


def test_a_grant_that_matches_on_nothing_gives_nothing() -> None:
    """Without a match it would be for everybody, so none of it is written."""
    plan = named.plan("team-project")
    assert grant_outcome(plan, replace(plan.access[0], match=())) == GrantOutcome(written=False, parts=())
