"""A plan is found again in its own bundle."""

import pytest
from hypothesis import given as example
from hypothesis import settings

from tests import strategies
from tests.adoption.bundle import documents, given, wider
from tests.named import plans
from wizard.adoption import adopted
from wizard.aws.partition import sign_in
from wizard.aws.permissions import permission_policies
from wizard.okta.statements import attribute_statements
from wizard.plan.existing import Certainty
from wizard.plan.model import Plan, Tag
from wizard.rules.finding import Severity
from wizard.rules.registry import findings

SOUND = {
    name: plan for name, plan in plans().items() if not any(each.severity is Severity.ERROR for each in findings(plan))
}


def in_policies(tag: Tag) -> tuple[object, ...]:
    """Return what the bundle holds of a tag: of an optional list the trust policy does not hold the separator."""
    return tag.key, tag.value, tag.transitive, tag.required, tag.separator, tag.allowed


@pytest.mark.parametrize("name", SOUND)
def test_tags_are_found_again(name: str) -> None:
    """Keys, expressions, transitive, required, lists and allowed values, in plan order."""
    plan = SOUND[name]
    found = adopted(documents(plan)).plan
    assert found.okta.claims is plan.okta.claims or not plan.tags
    if plan.aws.accounts and plan.aws.roles:
        assert [in_policies(tag) for tag in found.tags] == [in_policies(tag) for tag in plan.tags]
    assert attribute_statements(found) == attribute_statements(plan)


@pytest.mark.parametrize("name", [name for name, plan in SOUND.items() if plan.aws.accounts and plan.aws.roles])
def test_roles_accounts_and_provider_are_found_again(name: str) -> None:
    """Of the regions those that have an endpoint of their own: that of the home region is the default one."""
    plan = SOUND[name]
    found = adopted(documents(plan)).plan.aws
    home = sign_in(plan.aws.partition).home
    assert (found.partition, found.saml_provider) == (plan.aws.partition, plan.aws.saml_provider)
    assert found.accounts == plan.aws.accounts
    assert found.sign_in_regions == tuple(region for region in plan.aws.sign_in_regions if region != home)
    assert [(role.name, role.trusted_roles) for role in found.roles] == [
        (role.name, role.trusted_roles) for role in plan.aws.roles
    ]


@pytest.mark.parametrize("name", [name for name, plan in SOUND.items() if plan.aws.accounts and plan.access])
def test_the_plan_that_is_found_gives_the_same(name: str) -> None:
    """What its policies allow and refuse is what those of the bundle do, action by action."""
    plan = SOUND[name]
    found = adopted(documents(plan)).plan
    for old, new in zip(plan.aws.roles, found.aws.roles, strict=True):
        assert set(given(found, new)) == set(given(plan, old))


@example(strategies.plans(hostile=False))
@settings(max_examples=60, deadline=None)
def test_whatever_a_bundle_holds_is_found_again_and_nothing_wider(plan: Plan) -> None:
    """For plans without an error: tags, roles and accounts are the same, and no policy allows more than before."""
    if any(each.severity is Severity.ERROR for each in findings(plan)):
        return
    found = adopted(documents(plan)).plan
    assert attribute_statements(found) == attribute_statements(plan)
    if not plan.aws.accounts or not plan.aws.roles:
        return
    assert [in_policies(tag) for tag in found.tags] == [in_policies(tag) for tag in plan.tags]
    assert found.aws.accounts == plan.aws.accounts
    for old, new in zip(plan.aws.roles, found.aws.roles, strict=True):
        assert not wider(set(given(plan, old)), set(given(found, new)))


@pytest.mark.parametrize("name", [name for name, plan in SOUND.items() if plan.aws.accounts and plan.aws.roles])
def test_grants_keep_their_names_whatever_the_order_of_the_files(name: str) -> None:
    """A grant that several policies share is one grant; one that no role has stands in no policy."""
    plan = SOUND[name]
    names = {grant.name for role in plan.aws.roles for grant in plan.grants(role) if permission_policies(plan, role)}
    found = adopted(documents(plan)[::-1]).plan
    assert {grant.name for grant in found.access} <= names


def test_a_bundle_tells_nothing_that_contradicts_it() -> None:
    """What could not be told of the whole example is the app alone: its label stands in no piece of the bundle."""
    untold = adopted(documents(SOUND["team-project"])).of(Certainty.UNTOLD)
    assert [remark.text() for remark in untold] == ["The Okta app: no document tells its label."]
