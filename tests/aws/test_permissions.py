"""Permission policies: what each grant allows, and what is left out."""

import json

import pytest
from hypothesis import given, settings

from tests import named
from tests.aws.iam_grammar import problems
from tests.strategies import plans
from wizard.aws.permissions import LeftOut, Reason, Topic, left_out, notes, permission_policies
from wizard.aws.policy import Effect
from wizard.frozen import replace
from wizard.plan.model import Aws, Grant, Level, Plan, Role, Tag

PLAIN = ("List", "Beside", "Shared")
TEAM = Tag("team", "user.team")
PROJECT = Tag("project", "user.project")
OWN = Grant("own-resources", actions=("ec2:StopInstances", "ec2:StartInstances"), match=("team", "project"))


def plan_of(*grants, tags=(TEAM, PROJECT), **role):
    """Return a plan whose one role has all the grants."""
    names = tuple(grant.name for grant in grants)
    return Plan(tags=tags, access=grants, aws=Aws(roles=(Role("okta-abac", access=names, **role),)))


def documents(plan):
    """Return the policies of the plan's first role by name, as JSON's values."""
    policies = permission_policies(plan, plan.aws.roles[0])
    return {policy.name: json.loads(policy.document.compact()) for policy in policies}


def condition(plan):
    """Return the condition of the first statement."""
    return documents(plan)["okta-abac"]["Statement"][0]["Condition"]


def test_blog_post():
    """A grant allows its actions where every matched tag of the resource equals the person's."""
    assert documents(plan_of(OWN)) == {
        "okta-abac": {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Sid": "OwnResources",
                    "Effect": "Allow",
                    "Action": ["ec2:StartInstances", "ec2:StopInstances"],
                    "Resource": "*",
                    "Condition": {
                        "StringEquals": {
                            "aws:ResourceTag/team": "${aws:PrincipalTag/team}",
                            "aws:ResourceTag/project": "${aws:PrincipalTag/project}",
                        }
                    },
                }
            ],
        }
    }


def test_optional_tag():
    """An optional tag has to be there and not be empty, else the role's own would stand in for it."""
    plan = plan_of(replace(OWN, match=("team",)), tags=(replace(TEAM, required=False),))
    assert condition(plan) == {
        "StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"},
        "StringLike": {"aws:PrincipalTag/team": "?*"},
    }


def test_chained_role():
    """In a role that others chain into no tag is surely present, since no sign-in has asked for it."""
    caller = "arn:aws:iam::111122223333:role/entry"
    plan = plan_of(replace(OWN, match=("team",)), trusted_roles=(caller,))
    assert condition(plan)["StringLike"] == {"aws:PrincipalTag/team": "?*"}


def test_list_tag():
    """A member of a list is found between separators, and no empty value or list of the resource is."""
    tags = (replace(TEAM, separator=":", required=False), PROJECT)
    assert condition(plan_of(OWN, tags=tags)) == {
        "StringEquals": {"aws:ResourceTag/project": "${aws:PrincipalTag/project}"},
        "StringLike": {"aws:PrincipalTag/team": "*:${aws:ResourceTag/team}:*"},
        "StringNotLike": {"aws:ResourceTag/team": ["", "*:*", "*${*}*", "*${?}*"]},
    }


def test_spelling_of_a_key():
    """A match spelled in another case is the tag's, and counts once."""
    plan = plan_of(replace(OWN, match=("TEAM", "team")))
    assert condition(plan) == {"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}


def test_actions():
    """Actions stand as AWS spells them, sorted, each once."""
    grant = replace(OWN, actions=("sqs:SendMessage", "ec2:stopInstances", "EC2:StartInstances", "ec2:StopInstances"))
    (statement,) = documents(plan_of(grant))["okta-abac"]["Statement"]
    assert statement["Action"] == ["ec2:StartInstances", "ec2:StopInstances", "sqs:SendMessage"]


@pytest.mark.parametrize(
    ("grant", "expected"),
    [
        (replace(OWN, match=()), [LeftOut("access[0].match", Reason.MATCHES_NOTHING)]),
        (
            replace(OWN, match=("team", "stage")),
            [LeftOut("access[0].match[1]", Reason.UNKNOWN_KEY, "stage")],
        ),
        (
            replace(OWN, match=("team", "a, 'b'")),
            [LeftOut("access[0].match[1]", Reason.UNWRITABLE_KEY, "a, 'b'")],
        ),
        (replace(OWN, actions=()), [LeftOut("access[0].actions", Reason.NO_ACTION)]),
        (
            replace(OWN, actions=("StartInstances",)),
            [
                LeftOut("access[0].actions[0]", Reason.MALFORMED_ACTION, "StartInstances", named=True),
            ],
        ),
    ],
)
def test_left_out(grant, expected):
    """A grant that would reach more than the plan says, or nothing, stands in no policy, and is named."""
    plan = plan_of(grant, tags=(TEAM, PROJECT, Tag("a, 'b'", "user.x")))
    assert documents(plan) == {}
    assert left_out(plan) == tuple(expected)


@pytest.mark.parametrize(
    "action", ["StartInstances", "ec2:", ":Start", "ec2:a b", "ec2:${x}", "ec2:Ä", "ec2:a\n", "ec2", "e*:x"]
)
def test_malformed_action(action):
    """A text that IAM would refuse is left out, and the rest of the grant is written."""
    plan = plan_of(replace(OWN, actions=("ec2:StartInstances", action)))
    assert documents(plan)["okta-abac"]["Statement"][0]["Action"] == "ec2:StartInstances"
    assert left_out(plan) == (LeftOut("access[0].actions[1]", Reason.MALFORMED_ACTION, action, named=True),)


def test_nothing_left_out():
    """A grant that is written whole leaves nothing out."""
    assert left_out(plan_of(OWN)) == ()


def test_protection_in_every_role():
    """A role whose grants set tags keeps those that another role's grant matches on."""
    other = Grant("other", services=("sqs",), levels=(Level.TAGGING,), match=("team",))
    plan = replace(plan_of(other), access=(other, replace(OWN, match=("project",))))
    statements = {one["Sid"]: one for one in documents(plan)["okta-abac"]["Statement"]}
    assert statements["KeepTags"]["Condition"] == {
        "ForAnyValue:StringEqualsIgnoreCase": {"aws:TagKeys": ["team", "project"]}
    }
    assert statements["OtherTag"]["Condition"]["Null"] == {
        "aws:RequestTag/team": "true",
        "aws:RequestTag/project": "true",
    }


def test_notes():
    """What the administrator has to know of a grant has its path in the plan."""
    plan = plan_of(OWN, Grant("lists", services=("ec2",), levels=(Level.LIST,), match=("team",)))
    assert [(note.path, note.topic) for note in notes(plan)] == [("access[1].levels", Topic.LISTED_FREELY)]


def test_grants_of_a_role():
    """A role has its grants in its order, each once, with Sids of their own; a grant it does not name is not there."""
    other = replace(OWN, name="Own resources", match=("team",))
    plan = plan_of(OWN, other, replace(OWN, name="unused"))
    role = Role("okta-abac", access=("Own resources", "own-resources", "Own resources", "missing"))
    (policy,) = permission_policies(plan, role)
    assert [statement.sid for statement in policy.document.statements] == ["OwnResources", "OwnResources2"]
    assert len(policy.document.statements[0].conditions) == 1


def test_division():
    """What would pass IAM's limit is divided, and every part of it fits, with all actions and unique Sids."""
    plan = plan_of(replace(OWN, actions=("ec2:*", "rds:*")), replace(OWN, name="small"))
    policies = permission_policies(plan, plan.aws.roles[0])
    assert [policy.name for policy in policies] == [f"okta-abac-{number}" for number in range(1, len(policies) + 1)]
    assert len(policies) > 2
    assert all(policy.document.size <= 6144 for policy in policies)
    statements = [statement for policy in policies for statement in policy.document.statements]
    assert len({statement.sid for statement in statements}) == len(statements)


@settings(max_examples=60)
@given(plans())
def test_any_plan(plan):
    """Every plan's permission policies are valid IAM, and only lists and shared types lack conditions."""
    for role in plan.aws.roles:
        for policy in permission_policies(plan, role):
            text = policy.document.compact()
            assert problems(text, "identity") == []
            for statement in json.loads(text)["Statement"]:
                plain = "Condition" not in statement
                assert (
                    statement["Effect"] == "Deny" or not plain or statement["Sid"].rstrip("0123456789").endswith(PLAIN)
                )


def test_what_protects_the_tags_is_attached_first() -> None:
    """Where a role has several policies, the refusals stand in the first: attaching may stop after any of them."""
    policies = permission_policies(named.plan("full"), named.plan("full").aws.roles[0])
    holding = [
        number
        for number, policy in enumerate(policies)
        if any(statement.effect is Effect.DENY for statement in policy.document.statements)
    ]
    assert len(policies) > 1
    assert holding == [0]
