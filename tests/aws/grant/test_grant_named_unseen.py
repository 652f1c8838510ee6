"""Actions that name a second resource, whose tags no policy sees."""

import pytest

from tests.aws.grant.world import World, grant
from wizard.aws.coverage.table import coverage
from wizard.aws.grant.named_unseen import named_unseen
from wizard.aws.grant.outcome import Reason

NAMING = [prefix for prefix in coverage().prefixes if named_unseen(prefix)]


@pytest.mark.parametrize("prefix", NAMING)
def test_left_out_of_everything(prefix):
    """A grant of a whole service leaves each of them out, and says so; no wildcard brings one back."""
    world = World(grant(prefix))
    told = {one.subject for effect in world.effects for one in effect.left_out if one.reason is Reason.NAMES_UNSEEN}
    wanted = {f"{prefix}:{name}" for name in named_unseen(prefix)}

    assert told == wanted
    assert [name for name in wanted if world.covers(name)] == []


def test_the_services_are_known():
    """Nothing is named that AWS does not have, so that a renamed action does not slip back in unseen."""
    assert len(NAMING) > 20
    for prefix in NAMING:
        service = coverage().service(prefix)
        assert set(named_unseen(prefix)) <= set(service.names)
