"""The bundle's AWS policies: their paths and their texts."""

import json

import pytest
from hypothesis import given, settings

from tests.strategies import plans
from wizard.aws.permissions import permission_policies
from wizard.aws.trust import trust_policy
from wizard.bundle.artefacts import permission_policy
from wizard.bundle.artefacts import trust_policy as trust_artefact
from wizard.plan.model import Aws, Grant, Plan, Role, Tag

CALLER = "arn:aws:iam::444455556666:role/entry"
ROLES = (Role("okta-abac", access=("own",)), Role("nothing", trusted_roles=(CALLER,)))
PLAN = Plan(
    tags=(Tag("team", "user.team"),),
    aws=Aws(accounts=("111122223333", "444455556666", "111122223333"), roles=ROLES),
    access=(Grant("own", actions=("ec2:StartInstances",), match=("team",)),),
)


def files(artefact, plan):
    """Return the artefact's files by path."""
    return {file.path: file.text for file in artefact.ARTEFACT.files(plan, "en")}


def test_trust_policies():
    """Each account has each role's trust policy, compact, with a newline at the end."""
    found = files(trust_artefact, PLAN)
    assert sorted(found) == [
        "aws/trust/111122223333/nothing.json",
        "aws/trust/111122223333/okta-abac.json",
        "aws/trust/444455556666/nothing.json",
        "aws/trust/444455556666/okta-abac.json",
    ]
    for account in PLAN.aws.accounts:
        for role in ROLES:
            expected = trust_policy(PLAN, account, role).compact()
            assert found[f"aws/trust/{account}/{role.name}.json"] == f"{expected}\n"


def test_permission_policies():
    """A role with grants has a pretty permission policy, one without has no file."""
    found = files(permission_policy, PLAN)
    (policy,) = permission_policies(PLAN, ROLES[0])
    assert found == {"aws/permissions/okta-abac.json": policy.document.pretty()}


@pytest.mark.parametrize(
    ("name", "stem"), [("../x", "%2E.%2Fx"), ("con", "%63on"), ("a/b", "a%2Fb"), ("a\x00", "a%00"), ("", "%")]
)
def test_hostile_name(name, stem):
    """The name of a role never leaves the folder, nor does it name a device."""
    plan = Plan(tags=PLAN.tags, access=PLAN.access, aws=Aws(accounts=("1/2",), roles=(Role(name, access=("own",)),)))
    assert list(files(trust_artefact, plan)) == [f"aws/trust/1%2F2/{stem}.json"]
    assert list(files(permission_policy, plan)) == [f"aws/permissions/{stem}.json"]


@settings(max_examples=40)
@given(plans())
def test_any_plan(plan):
    """Any plan gives JSON documents, the same ones each time, that UTF-8 can hold."""
    for artefact in (trust_artefact, permission_policy):
        found = files(artefact, plan)
        assert found == files(artefact, plan)
        for text in found.values():
            assert json.loads(text.encode())["Version"] == "2012-10-17"
            assert text.endswith("\n")
