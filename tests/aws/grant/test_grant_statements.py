"""The statements of a grant, word for word where it matters."""

import pytest

from tests.aws.grant.world import LEVELS, PROJECT, TEAM, World, grant
from tests.aws.iam_grammar import problems
from tools.action_kinds import CREATES_UNTAGGED
from wizard.aws.coverage.table import coverage, services
from wizard.aws.division import divided
from wizard.aws.grant.outcome import LeftOut, Note, Reason, Topic
from wizard.frozen import replace
from wizard.plan.model import Grant, Level, Shared

OWN = {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}
CALL = {"aws:RequestTag/team": "${aws:PrincipalTag/team}"}
NEW = {"aws:ResourceTag/team": "true"}
LIST = replace(TEAM, separator=":")


def statements(*services, tags=(TEAM,), **more):
    """Return the statements of a grant that matches on the team, by Sid."""
    document = World(grant(*services, match=("team",), **more), tags=tags).document
    return {one["Sid"]: one for one in document.value()["Statement"]}


def outcome(*services, **more):
    """Return what the grant leaves out by action, and its notes by topic."""
    (effect,) = World(grant(*services, match=("team",), **more), tags=(TEAM, PROJECT)).effects
    notes = {}
    for note in effect.notes:
        notes.setdefault(note.topic, []).append(note)
    return {one.subject: one for one in effect.left_out}, notes


def test_secrets_manager():
    """Secrets Manager: own secrets, plain lists, new secrets with one's own tag, tags apart from the matched one."""
    found = statements("secretsmanager")
    assert {sid: one["Condition"] for sid, one in found.items() if "Condition" in one} == {
        "Own": {"StringEquals": OWN},
        "OwnCreate": {"Null": NEW, "StringEquals": CALL},
        "OwnTagNew": {"Null": NEW, "StringEquals": CALL},
        "OwnTag": {"Null": {"aws:RequestTag/team": "true"}, "StringEquals": OWN},
        "OwnUntag": {"Null": {"aws:TagKeys": "false"}, "StringEquals": OWN},
        "KeepTags": {"ForAnyValue:StringEqualsIgnoreCase": {"aws:TagKeys": "team"}},
        "KeepTags2": {
            "ForAnyValue:StringEqualsIgnoreCase": {"aws:TagKeys": "team"},
            "Null": {"aws:ResourceTag/team": "false"},
        },
    }
    assert found["OwnList"]["Action"] == "secretsmanager:ListSecrets"
    assert found["OwnCreate"]["Resource"] == "arn:aws:secretsmanager:*:*:secret:*"
    assert [found[sid]["Effect"] for sid in ("KeepTags", "KeepTags2")] == ["Deny", "Deny"]
    assert [found[sid]["Action"] for sid in ("OwnTagNew", "OwnTag", "OwnUntag", "KeepTags", "KeepTags2")] == [
        "secretsmanager:TagResource",
        "secretsmanager:TagResource",
        "secretsmanager:UntagResource",
        "secretsmanager:UntagResource",
        "secretsmanager:TagResource",
    ]


def test_run_instances():
    """A launch tags what it makes, and takes shared subnets freely, images with none of the tags, all else own."""
    found = statements(actions=("ec2:RunInstances",))
    made = found["OwnCreate"]["Resource"]
    assert {"arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:network-interface/*"} <= set(
        made
    )
    assert not {"arn:aws:ec2:*:*:image/*", "arn:aws:ec2:*:*:subnet/*"} & set(made)
    assert found["OwnCreate"]["Condition"] == {"Null": NEW, "StringEquals": CALL}
    free = found["OwnShared"]
    assert {"arn:aws:ec2:*:*:subnet/*", "arn:aws:ec2:*:*:security-group/*", "arn:aws:ec2:*:*:key-pair/*"} <= set(
        free["Resource"]
    )
    assert "Condition" not in free
    untagged = found["OwnUntagged"]
    assert {"arn:aws:ec2:*::image/*", "arn:aws:ec2:*::snapshot/*"} & set(untagged["Resource"]) or {
        "arn:aws:ec2:*:*:image/*",
        "arn:aws:ec2:*:*:snapshot/*",
    } & set(untagged["Resource"])
    assert untagged["Condition"] == {"Null": NEW}
    assert found["OwnTagNew"]["Action"] == "ec2:CreateTags"
    assert found["OwnTagNew"]["Condition"] == {"StringEquals": {"ec2:CreateAction": "RunInstances"} | CALL}


def test_tagged():
    """Where the others have to be tagged, nothing is shared, and a note names what a launch needs."""
    found = statements(actions=("ec2:RunInstances",), shared=Shared.TAGGED)
    assert not {"OwnShared", "OwnUntagged"} & set(found)
    assert found["OwnCreateFrom"]["Condition"]["StringEquals"] == OWN
    _, notes = outcome(actions=("ec2:RunInstances",), shared=Shared.TAGGED)
    (note,) = notes[Topic.OTHERS_MUST_BE_TAGGED]
    assert note.subjects == ("ec2:RunInstances",)
    assert {"image", "subnet", "security-group"} <= set(note.detail)


def test_no_statement_gives_what_is_made():
    """No shared type stands in one statement with an action that makes it: it could be made without tags."""
    world = World(grant("ec2"))
    table = coverage()
    for one in world.document.statements:
        if one.sid.startswith(("OwnShared", "OwnUntagged")):
            for action in table.service("ec2").actions.values():
                made = {arn for touched in action.group.touched if touched.created for arn in touched.type.arns}
                forms = {
                    arn.replace("${Partition}", "aws").replace("${Region}", "*").replace("${Account}", "*")
                    for arn in made
                }
                if action.name in one.actions:
                    assert not forms & set(one.resources), action.name


@pytest.mark.parametrize(
    ("action", "reason", "detail"),
    [
        ("route53:ChangeResourceRecordSets", Reason.NOT_LIMITED, ""),
        ("ec2:DescribeInstances", Reason.NOT_LIMITED, ""),
        ("kms:UpdateAlias", Reason.NEEDS_UNTAGGED_TYPE, "alias"),
        ("kms:CreateAlias", Reason.CREATES_WITHOUT_TAGS, ""),
        ("s3:PutBucketTagging", Reason.REPLACES_TAGS, ""),
        ("securityhub:TagResource", Reason.TAGS_NOT_SEEN, ""),
        ("dax:TagResource", Reason.NOT_LIMITED, ""),
        ("glue:PutResourcePolicy", Reason.NEEDS_UNTAGGED_TYPE, "rootcatalog"),
        ("braket:CreateJob", Reason.NEEDS_UNTAGGED_TYPE, "device"),
        ("medialive:PurchaseOffering", None, ""),
        ("iam:CreateRole", Reason.CLAIMS_RIGHTS, ""),
        ("s3:CreateBucket", Reason.TAGS_ARE_OPTIONAL, ""),
        *((name, Reason.CREATES_WITHOUT_TAGS, "") for name in sorted(CREATES_UNTAGGED)),
        ("autoscaling:AttachInstances", Reason.NAMES_UNSEEN, "instance"),
        ("autoscaling:AttachLoadBalancerTargetGroups", Reason.NAMES_UNSEEN, "targetgroup"),
        ("codedeploy:UpdateDeploymentGroup", Reason.NAMES_UNSEEN, "instance"),
        ("ecs:CreateService", Reason.NAMES_UNSEEN, "cluster"),
        ("ecs:RunTask", Reason.NAMES_UNSEEN, "cluster"),
        ("glue:CreateTrigger", Reason.NAMES_UNSEEN, "job"),
        ("lightsail:CreateRelationalDatabaseSnapshot", Reason.NAMES_UNSEEN, "RelationalDatabase"),
        ("ssm:CreateAssociation", Reason.NAMES_UNSEEN, "instance"),
        ("ssm:RegisterTaskWithMaintenanceWindow", Reason.NAMES_UNSEEN, "instance"),
        ("ssm:SendCommand", None, ""),
        ("ssm:UpdateMaintenanceWindow", None, ""),
        ("lambda:CreateEventSourceMapping", Reason.NAMES_UNSEEN, "function"),
        ("ssm:GetParametersByPath", Reason.NAMES_UNSEEN, "parameter"),
        ("lambda:UpdateEventSourceMapping", Reason.NAMES_UNSEEN, "function"),
        ("lambda:DeleteEventSourceMapping", None, ""),
        ("neptune-graph:StartExportTask", Reason.NEEDS_UNTAGGED_TYPE, "export-task"),
    ],
)
def test_left_out(action, reason, detail):
    """An action that cannot be limited to what the plan says is left out with the reason, asked for by name."""
    left_out, _ = outcome(actions=(action,), levels=())
    expected = {} if reason is None else {action: LeftOut("actions[0]", reason, action, detail, named=True)}
    assert left_out == expected


def test_creation_is_off():
    """Without `create` nothing is made; what else an action does with one's own stays."""
    left_out, _ = outcome(actions=("sqs:CreateQueue", "events:PutRule", "acm:RequestCertificate"), create=False)
    assert {name: one.reason for name, one in left_out.items()} == {
        "sqs:CreateQueue": Reason.CREATION_IS_OFF,
        "acm:RequestCertificate": Reason.CREATION_IS_OFF,
    }
    found = statements(actions=("sqs:CreateQueue", "events:PutRule"), create=False)
    assert list(found) == ["OwnWithoutTags"]


def test_nothing_to_work_on():
    """What creates or works on what stands there is left out where it takes no tags of resources and may not create."""
    left_out, _ = outcome(actions=("acm:ImportCertificate", "eks:RegisterCluster"), create=False)
    assert left_out["eks:RegisterCluster"].reason is Reason.CREATION_IS_OFF


def test_list():
    """List and describe actions that no tag can limit are allowed plainly where `list` is asked for, and said so."""
    found = statements(actions=("ec2:DescribeInstances", "ec2:RunInstances"), levels=(Level.LIST,))
    assert found["OwnList"] == {
        "Sid": "OwnList",
        "Effect": "Allow",
        "Action": "ec2:DescribeInstances",
        "Resource": "*",
    }
    left_out, notes = outcome("ec2", levels=(Level.LIST, Level.READ))
    assert notes[Topic.LISTED_FREELY] == [Note("levels", Topic.LISTED_FREELY, ("ec2",))]
    assert left_out["ec2:GetEbsEncryptionByDefault"].reason is Reason.NOT_LIMITED


def test_beside():
    """A type that stands beside one's own resource is given by its ARN, and only with what the tags limit."""
    found = statements(actions=("glue:GetTable",), levels=())
    assert found["Own"]["Condition"] == {"StringEquals": OWN}
    assert found["OwnBeside"]["Resource"] == "arn:aws:glue:*:*:catalog"


def test_creates_in():
    """What AWS does not ask for is made in one's own, with one's own tags, or in what has none where that is shared."""
    found = statements(actions=("lightsail:CreateInstanceSnapshot",), levels=())
    assert found["OwnCreateIn"]["Condition"] == {"StringEquals": CALL | OWN}
    assert found["OwnCreateInUntagged"]["Condition"] == {"Null": NEW, "StringEquals": CALL}
    assert "OwnCreateInUntagged" not in statements(
        actions=("lightsail:CreateInstanceSnapshot",), levels=(), shared=Shared.TAGGED
    )


def test_replaces():
    """What creates or replaces works on one's own without tags and makes what is absent; a note says the limit."""
    found = statements(actions=("events:PutRule",), levels=())
    assert found["OwnWithoutTags"]["Condition"]["Null"] == {"aws:TagKeys": "true", "aws:RequestTag/team": "true"}
    assert found["OwnCreate"]["Condition"] == {"Null": NEW, "StringEquals": CALL}
    _, notes = outcome(actions=("events:PutRule",))
    assert notes[Topic.REPLACES_UNTAGGED][0].subjects == ("events:PutRule",)
    assert notes[Topic.CLAIMS_UNTAGGED][0].subjects == ("events",)


def test_copies():
    """A copy that AWS cannot tell from an untagged source is noted, unless the grant shares what has no tags."""
    wanted = ("ec2:CopySnapshot", "ec2:CopyImage", "ec2:CreateVolume", "rds:CopyDBSnapshot")
    _, notes = outcome(actions=wanted, levels=(), shared=Shared.TAGGED)
    assert notes[Topic.COPIES_UNTAGGED] == [
        Note("create", Topic.COPIES_UNTAGGED, ("ec2:CopyImage", "ec2:CopySnapshot"))
    ]
    _, notes = outcome(actions=wanted, levels=(), shared=Shared.ANY)
    assert Topic.COPIES_UNTAGGED not in notes


@pytest.mark.parametrize("prefix", ["ec2", "ecs", "elasticloadbalancing", "sagemaker", "cloudformation"])
def test_no_claim(prefix):
    """Where a service ties tagging to creating, the tagging that creation needs claims nothing."""
    _, notes = outcome(prefix)
    assert Topic.CLAIMS_UNTAGGED not in notes


def test_list_tag():
    """A list tag stands as a member wherever its value stands, and a call's tag is held to the resource's."""
    member = {"aws:PrincipalTag/team": "*:${aws:RequestTag/team}:*"}
    found = statements(actions=("lightsail:CreateInstanceSnapshot", "sqs:CreateQueue"), levels=(), tags=(LIST,))
    assert found["OwnCreate"]["Condition"] == {
        "Null": NEW,
        "StringLike": member,
        "StringNotLike": {"aws:RequestTag/team": ["", "*:*", "*${*}*", "*${?}*"]},
    }
    assert found["OwnCreateIn"]["Condition"] == {
        "StringEquals": {"aws:RequestTag/team": "${aws:ResourceTag/team}"},
        "StringLike": {"aws:PrincipalTag/team": "*:${aws:ResourceTag/team}:*"},
        "StringNotLike": {"aws:ResourceTag/team": ["", "*:*", "*${*}*", "*${?}*"]},
    }


def test_keys_of_other_grants():
    """A key that another grant protects is not set to another's value by a grant that does not match on it."""
    project = Grant("p", actions=("sqs:SendMessage",), match=("project",))
    listed = replace(project, match=("list",))
    document = World(
        grant("sqs", match=("team",)), project, listed, tags=(TEAM, PROJECT, replace(LIST, key="list"))
    ).document
    found = {one["Sid"]: one["Condition"] for one in document.value()["Statement"] if "Condition" in one}
    assert found["OwnCreate"]["StringEqualsIfExists"] == {"aws:RequestTag/project": "${aws:PrincipalTag/project}"}
    assert found["OwnCreate"]["Null"] == {
        "aws:ResourceTag/team": "true",
        "aws:ResourceTag/project": "true",
        "aws:ResourceTag/list": "true",
        "aws:RequestTag/list": "true",
    }


def test_every_service():
    """The policies of a grant of everything are ones that IAM takes, and each fits its limit."""
    prefixes = [service.prefix for service in services(coverage())]
    (effect,) = World(Grant("all", services=tuple(prefixes), levels=LEVELS, match=("team", "project"))).effects
    documents = divided(effect.statements)
    assert max(document.size for document in documents) <= 6144
    for document in documents:
        assert problems(document.compact(), "identity") == []
