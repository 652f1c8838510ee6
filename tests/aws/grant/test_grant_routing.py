"""Routing: what the real table does not hold today, and may hold tomorrow."""

from wizard.aws.coverage.service import REQUEST_TAG, TAG_KEYS, Group, Kind, ResourceType, Service, Touched
from wizard.aws.grant.asked import Wanted
from wizard.aws.grant.outcome import Reason
from wizard.aws.grant.routing import routed
from wizard.plan.model import Grant, Level

GRANT = Grant("g", match=("team",))


def routes(kind, *touched, level=Level.WRITE, keys=frozenset({REQUEST_TAG, TAG_KEYS})):
    """Return the routes of one action of a service that is not there."""
    group = Group(level, kind, keys, touched, ("MakeThing",))
    service = Service("x", "X", tuple(one.type for one in touched), (group,))
    return routed(GRANT, [Wanted(service, group, group.names, ("actions[0]",))], protecting=True)


def test_makes_something_beside_what_has_no_tags():
    """An action that makes something, and touches only types without tags, cannot be limited."""
    plain = ResourceType("plain", ("arn:${Partition}:x:${Region}:${Account}:plain/*",), frozenset())
    found = routes(Kind.CREATE, Touched(plain, required=False, created=False, keys=frozenset()))
    assert found.by_route == {}
    assert [one.reason for one in found.left_out] == [Reason.NOT_LIMITED]


def test_replaces_something_without_tags():
    """What may replace a resource without tags is left out: what stands there cannot be told to be one's own."""
    plain = ResourceType("plain", ("arn:${Partition}:x:${Region}:${Account}:plain/*",), frozenset())
    found = routes(Kind.CREATE_OR_REPLACE, Touched(plain, required=True, created=True, keys=frozenset()))
    assert found.by_route == {}
    assert [(one.reason, one.detail) for one in found.left_out] == [(Reason.NEEDS_UNTAGGED_TYPE, "plain")]
