"""What each grant gives of each service, and what it leaves out: the policies again, by name and for people."""

from collections.abc import Iterable
from typing import NamedTuple

from wizard.aws.coverage.table import coverage
from wizard.aws.grant.asked import asked
from wizard.aws.grant.effect import matched_tags, protected_tags, unmatched
from wizard.aws.grant.familiar import familiar_first
from wizard.aws.grant.outcome import LeftOut, Note, Topic
from wizard.aws.grant.routing import Route, Routes, routed
from wizard.aws.permissions import notes
from wizard.aws.policy_plan import permission_plan
from wizard.plan.memory import remembered
from wizard.plan.model import Grant, Plan

_OWN = (Route.OWN, Route.OWN_WITHOUT_TAGS)
_NEW = (Route.CREATE, Route.CREATE_ANYWHERE, Route.CREATE_IN)
_TAGGING = (Route.SET_TAGS, Route.REMOVE_TAGS)
_EVERYWHERE = (Route.FREE,)


class ServiceAccess(NamedTuple):
    """What a grant gives of one service; actions by their full names, the familiar ones first.

    Attributes:
        prefix, title: of the service. own: on the person's own resources. new: creating what is tagged as their own.
        tagging: setting and removing tags of their own resources. everywhere: on everybody's resources, as lists.
        left_out: what stands in no policy, with the reason.
        needs: the creating actions that also need other resources tagged as the person's own, and the types of those.

    An action that creates or replaces stands under `own` and `new`.
    """

    prefix: str
    title: str
    own: tuple[str, ...]
    new: tuple[str, ...]
    tagging: tuple[str, ...]
    everywhere: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    needs: tuple[tuple[str, tuple[str, ...]], ...]


class GrantAccess(NamedTuple):
    """What a grant gives, by service; `unread` is what of it names nothing, or why none of it can be written."""

    path: str
    name: str
    services: tuple[ServiceAccess, ...]
    unread: tuple[LeftOut, ...]


def granted(plan: Plan) -> tuple[GrantAccess, ...]:
    """Return what the grants of the plan give, in its order. NoTable where the installation lacks the table."""
    return _granted(permission_plan(plan))


@remembered(16)
def _granted(plan: Plan) -> tuple[GrantAccess, ...]:
    return tuple(grant_access(plan, grant, f"access[{index}]") for index, grant in enumerate(plan.access))


def grant_access(plan: Plan, grant: Grant, path: str) -> GrantAccess:
    """Return what one grant gives, which stands at `path` of the plan. NoTable where the installation lacks the table.

    What other resources its creating actions need is known of the plan's own grants.
    """
    found = asked(grant, coverage())
    if not matched_tags(plan, grant):
        return GrantAccess(path, grant.name, (), (*unmatched(plan, grant), *found.left_out))
    routes = routed(grant, found.wanted, protecting=bool(protected_tags(plan)))
    titles = {wanted.service.prefix: wanted.service.title for wanted in found.wanted}
    told = [note for note in notes(plan) if note.path.startswith(f"{path}.")]
    services = tuple(_service_access(prefix, title, routes, told) for prefix, title in titles.items())
    return GrantAccess(path, grant.name, services, tuple(found.left_out))


def _service_access(prefix: str, title: str, routes: Routes, told: Iterable[Note]) -> ServiceAccess:
    left_out = {one.subject: one for one in routes.left_out if _of(prefix, one.subject)}
    needing = (note for note in told if note.topic is Topic.OTHERS_MUST_BE_TAGGED)
    needs = {action: note.detail for note in needing for action in note.subjects if _of(prefix, action)}
    return ServiceAccess(
        prefix,
        title,
        own=_on(prefix, routes, _OWN),
        new=_on(prefix, routes, _NEW),
        tagging=_on(prefix, routes, _TAGGING),
        everywhere=_on(prefix, routes, _EVERYWHERE),
        left_out=tuple(left_out[action] for action in familiar_first(left_out)),
        needs=tuple((action, needs[action]) for action in familiar_first(needs)),
    )


def _on(prefix: str, routes: Routes, ways: Iterable[Route]) -> tuple[str, ...]:
    members = (one for way in ways for one in routes.on(way) if one.wanted.service.prefix == prefix)
    return familiar_first(sorted({one.wanted.full(name) for one in members for name in one.names}))


def _of(prefix: str, action: str) -> bool:
    return action.startswith(f"{prefix}:")
