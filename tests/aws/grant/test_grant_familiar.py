"""The order in which actions are named."""

import pytest

from wizard.aws.coverage.table import coverage
from wizard.aws.grant.familiar import FAMILIAR, familiar_first


@pytest.mark.parametrize("prefix", sorted(FAMILIAR))
def test_familiar_actions_exist(prefix):
    """Each name is an action of its service in the coverage table, spelled as AWS spells it, and stands once."""
    names = FAMILIAR[prefix].split()
    found = [coverage().action(f"{prefix}:{name}") for name in names]
    assert [action.name for action in found if action is not None] == [f"{prefix}:{name}" for name in names]
    assert len(set(names)) == len(names)


def test_familiar_actions_come_first():
    """What people know stands before the rest; the rest stays as it was, whatever its service."""
    actions = ("ec2:AllocateHosts", "x:Z", "ec2:StopInstances", "a:B", "ec2:RunInstances")
    assert familiar_first(actions) == ("ec2:RunInstances", "ec2:StopInstances", "ec2:AllocateHosts", "x:Z", "a:B")
