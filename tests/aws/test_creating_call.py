"""The creating calls, held against the services' own API models."""

import shlex

import botocore.session
import pytest
from botocore import xform_name

from wizard.aws.coverage.table import coverage
from wizard.aws.creating_call import CREATING_CALLS, CreatingCall, Style

_SESSION = botocore.session.get_session()
_PAIR = {Style.KEY_VALUE: {"Key", "Value"}, Style.LOWER_KEY_VALUE: {"key", "value"}}
_PAIR[Style.TAG_KEY_VALUE] = {"TagKey", "TagValue"}
TAGS = (("team", "platform"), ("project", "apollo"))
CALLS = sorted(CREATING_CALLS.values(), key=lambda call: call.action)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.action)
def test_the_service_takes_tags_in_this_form(call: CreatingCall) -> None:
    """The service's model knows the operation, and its parameter for tags has the form that the table says."""
    service, command = call.command
    model = _SESSION.get_service_model(service)
    (operation,) = [name for name in model.operation_names if xform_name(name, "-") == command]
    members = model.operation_model(operation).input_shape.members
    (shape,) = [shape for name, shape in members.items() if "--" + xform_name(name, "-") == call.parameter]
    if call.style is Style.MAP:
        assert shape.type_name == "map"
    elif call.style is Style.SPECIFICATION:
        assert set(shape.member.members) == {"ResourceType", "Tags"}
        assert set(call.types) <= set(shape.member.members["ResourceType"].enum)
    else:
        assert set(shape.member.members) >= _PAIR[call.style]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.action)
def test_the_action_is_one_of_the_table(call: CreatingCall) -> None:
    """Every action is known to the coverage table, so that it can be among a grant's creating actions."""
    prefix, name = call.action.split(":")
    service = coverage().service(prefix)
    assert service is not None
    assert name in {each for group in service.groups for each in group.names}


def test_run_instances_tags_all_that_it_makes() -> None:
    """An instance, its volumes and its network interfaces carry the tags, each named by its type."""
    words = CREATING_CALLS["ec2:RunInstances"].words(TAGS)
    pairs = "Tags=[{Key=team,Value=platform},{Key=project,Value=apollo}]"
    assert words[-3:] == tuple(f"ResourceType={name},{pairs}" for name in ("instance", "volume", "network-interface"))


@pytest.mark.parametrize(
    ("action", "ending"),
    [
        ("secretsmanager:CreateSecret", "--tags Key=team,Value=platform Key=project,Value=apollo"),
        ("kms:CreateKey", "--tags TagKey=team,TagValue=platform TagKey=project,TagValue=apollo"),
        ("ecs:CreateCluster", "--tags key=team,value=platform key=project,value=apollo"),
        ("lambda:CreateFunction", "--tags team=platform,project=apollo"),
    ],
)
def test_tags_stand_in_the_services_own_form(action: str, ending: str) -> None:
    """Each style is written as the AWS CLI reads it."""
    assert shlex.join(CREATING_CALLS[action].words(TAGS)).endswith(ending)
