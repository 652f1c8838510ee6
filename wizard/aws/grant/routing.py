"""Under which condition an action may stand in a policy, or why it may not."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from wizard.aws.coverage.service import REQUEST_TAG, TAG_KEYS, Action, Kind, Touched
from wizard.aws.grant.asked import Wanted
from wizard.aws.grant.named_unseen import named_unseen
from wizard.aws.grant.outcome import LeftOut, Reason
from wizard.aws.grant.resource_kind import (
    HOLDS_RIGHTS,
    LAUNCHING,
    SWITCHED_ON,
    holds_no_data,
    stands_beside,
)
from wizard.frozen import replace
from wizard.plan.model import Grant, Level, Shared

_LISTING: Final = ("List", "Describe")
SAME_TYPE: Final = "Copy|Restore|Replica|PointInTime"
"""A pattern of the names of actions that make a resource from another one of the same type."""
_FIRST_WORD: Final = "[A-Z]?[a-z]+|[A-Z]+(?![a-z])"


class Route(StrEnum):
    """The condition under which actions stand."""

    OWN = "own"
    """On one's own resources."""
    OWN_WITHOUT_TAGS = "own-without-tags"
    """On one's own resources, by a call that carries no tags, so that it changes none."""
    BESIDE = "beside"
    """On the type that stands beside one's own resource; it supplies no tags."""
    FREE = "free"
    """On everything: list and describe actions that no tag can limit."""
    CREATE = "create"
    """On the types that they make, tagged as one's own, where nothing stands yet."""
    CREATE_ANYWHERE = "create-anywhere"
    """The same where AWS asks for no resource."""
    CREATE_FROM = "create-from"
    """On one's own resources that they make something from; the call's tags, where it has any, are one's own."""
    CREATE_FROM_OTHERS = "create-from-others"
    """The same, but never on a type that they make: what stands there would be replaced, with its tags."""
    CREATE_IN_OTHERS = "create-in-others"
    """The same, by a call whose tags are one's own."""
    CREATE_IN = "create-in"
    """On one's own resources, by a call whose tags are one's own: AWS does not ask for what they make."""
    CREATE_IN_UNTAGGED = "create-in-untagged"
    """The same on resources that have none of the tags, where the grant shares such."""
    SHARED_FREE = "shared-free"
    """On the other resources that creating touches and that hold no data."""
    SHARED_UNTAGGED = "shared-untagged"
    """On the other resources that creating touches and that have none of the tags."""
    SET_TAGS = "set-tags"
    REMOVE_TAGS = "remove-tags"


class Routed(NamedTuple):
    """Actions of one group on one route."""

    wanted: Wanted
    names: tuple[str, ...]


class Routes:
    """The actions of a grant by route, and those that are left out."""

    def __init__(self) -> None:
        self.by_route: Final[dict[Route, list[Routed]]] = {}
        self.left_out: Final[list[LeftOut]] = []

    def on(self, route: Route) -> tuple[Routed, ...]:
        """Return the actions on a route."""
        return tuple(self.by_route.get(route, ()))

    def send(self, wanted: Wanted, *routes: Route, names: Iterable[str] | None = None) -> None:
        """Put the actions, some or all, on these routes."""
        chosen = wanted.names if names is None else tuple(names)
        for route in routes if chosen else ():
            self.by_route.setdefault(route, []).append(Routed(wanted, chosen))

    def leave_out(self, wanted: Wanted, reason: Reason, detail: str = "", names: Iterable[str] | None = None) -> None:
        """Name the actions, some or all, as left out."""
        chosen = set(wanted.names if names is None else names)
        self.left_out.extend(
            LeftOut(path, reason, wanted.full(name), detail, name in wanted.named)
            for name, path in zip(wanted.names, wanted.paths, strict=True)
            if name in chosen
        )


def routed(grant: Grant, wanted: Iterable[Wanted], *, protecting: bool) -> Routes:
    """Return the routes of the actions that a grant asks for.

    `protecting` tells that some tag may not be changed, by this grant or another of the plan.
    """
    router = _Router(grant, protecting)
    for one in wanted:
        router.by_kind(router.seen(one))
    return router.routes


class _Router:
    def __init__(self, grant: Grant, protecting: bool) -> None:
        self._grant = grant
        self._protecting = protecting
        self.routes = Routes()

    def seen(self, wanted: Wanted) -> Wanted:
        """Return the actions without those that name a resource unseen; these are left out."""
        known = named_unseen(wanted.service.prefix)
        unseen = {name: known[name] for name in wanted.names if name in known} if known else {}
        if not unseen:
            return wanted
        for name, type_ in unseen.items():
            self.routes.leave_out(wanted, Reason.NAMES_UNSEEN, type_, names=(name,))
        kept = [(name, path) for name, path in zip(wanted.names, wanted.paths, strict=True) if name not in unseen]
        return replace(wanted, names=tuple(name for name, _ in kept), paths=tuple(path for _, path in kept))

    def by_kind(self, wanted: Wanted) -> None:
        kind = wanted.group.kind
        if kind in (Kind.SET_TAGS, Kind.REMOVE_TAGS, Kind.REPLACE_TAGS):
            self._tagging(wanted)
        elif kind is Kind.CREATE_UNTAGGED:
            self.routes.leave_out(wanted, Reason.CREATES_WITHOUT_TAGS)
        elif kind is Kind.CREATE:
            self._making(wanted)
        elif kind is Kind.CREATE_OR_REPLACE:
            self._creating_or_replacing(wanted)
        else:
            self._using(
                wanted, Route.OWN_WITHOUT_TAGS if kind is Kind.USE_WITH_TAGS and self._protecting else Route.OWN
            )

    def _using(self, wanted: Wanted, route: Route) -> None:
        group = wanted.group
        if not group.limited_by_resource_tags:
            self._unlimited(wanted)
            return
        untagged = [one for one in group.touched if one.required and not one.supplies_resource_tags]
        beside = [one for one in untagged if stands_beside(wanted.service.prefix, one.type.name)]
        if len(beside) < len(untagged) or (beside and not _names_own(group.touched)):
            lacking = next(one for one in untagged if one not in beside) if len(beside) < len(untagged) else beside[0]
            self.routes.leave_out(wanted, Reason.NEEDS_UNTAGGED_TYPE, lacking.type.name)
            return
        self.routes.send(wanted, route, *([Route.BESIDE] if beside else []))

    def _unlimited(self, wanted: Wanted) -> None:
        level = wanted.group.level
        listing = [name for name in wanted.names if _lists(level, name)]
        if Level.LIST in self._grant.levels:
            self.routes.send(wanted, Route.FREE, names=listing)
            self.routes.leave_out(wanted, Reason.NOT_LIMITED, names=set(wanted.names) - set(listing))
        else:
            self.routes.leave_out(wanted, Reason.NOT_LIMITED)

    def _tagging(self, wanted: Wanted) -> None:
        group = wanted.group
        if not group.limited_by_resource_tags:
            self.routes.leave_out(wanted, Reason.NOT_LIMITED)
        elif not self._protecting:
            route = Route.REMOVE_TAGS if group.kind is Kind.REMOVE_TAGS else Route.SET_TAGS
            self.routes.send(wanted, route)
        elif group.kind is Kind.REPLACE_TAGS:
            self.routes.leave_out(wanted, Reason.REPLACES_TAGS)
        elif not group.takes(TAG_KEYS):
            self.routes.leave_out(wanted, Reason.TAGS_NOT_SEEN)
        else:
            self.routes.send(wanted, Route.REMOVE_TAGS if group.kind is Kind.REMOVE_TAGS else Route.SET_TAGS)

    def _making(self, wanted: Wanted) -> None:
        if not self._grant.create:
            self.routes.leave_out(wanted, Reason.CREATION_IS_OFF)
        elif reason := _kept_from_creating(wanted):
            self.routes.leave_out(wanted, reason)
        else:
            self._creating(wanted)

    def _creating_or_replacing(self, wanted: Wanted) -> None:
        if any(one.created and not one.supplies_resource_tags for one in wanted.group.touched):
            made = next(one for one in wanted.group.touched if one.created and not one.supplies_resource_tags)
            self.routes.leave_out(wanted, Reason.NEEDS_UNTAGGED_TYPE, made.type.name)
            return
        if wanted.group.limited_by_resource_tags and not _untagged_others(wanted):
            self.routes.send(wanted, Route.OWN_WITHOUT_TAGS if self._protecting else Route.OWN)
        elif not self._grant.create:
            self.routes.leave_out(wanted, Reason.CREATION_IS_OFF)
        elif reason := _kept_from_creating(wanted):
            self.routes.leave_out(wanted, reason)
        if self._grant.create and not _kept_from_creating(wanted):
            self._creating(wanted)

    def _creating(self, wanted: Wanted) -> None:
        """Route what makes something: the types that it makes, and those that it touches beside.

        A type beside that supplies no tags can be given only where it holds no data and the grant shares such types.
        """
        group = wanted.group
        others = [one for one in group.touched if not one.created]
        lacking = _untagged_others(wanted)
        if lacking and not (self._shares(wanted) and all(self._is_free(wanted, one) for one in lacking)):
            self.routes.leave_out(wanted, Reason.NEEDS_UNTAGGED_TYPE, lacking[0].type.name)
            return
        if not group.touched:
            self.routes.send(wanted, Route.CREATE_ANYWHERE)
        elif len(others) < len(group.touched):
            self.routes.send(wanted, Route.CREATE)
            self._from_existing(wanted, others)
            self._sharing(wanted, others)
        elif group.limited_by_resource_tags:
            self.routes.send(wanted, Route.CREATE_IN)
            if self._shares(wanted):
                self.routes.send(wanted, Route.CREATE_IN_UNTAGGED, names=filter(_launches, wanted.names))
        else:
            self.routes.leave_out(wanted, Reason.NOT_LIMITED)

    def _from_existing(self, wanted: Wanted, others: list[Touched]) -> None:
        if wanted.group.kind is Kind.CREATE_OR_REPLACE:
            # A call that could replace one's own carries all the tags, wherever AWS shows a call's tags for everything.
            route = Route.CREATE_IN_OTHERS if REQUEST_TAG in wanted.group.keys else Route.CREATE_FROM_OTHERS
            self.routes.send(wanted, *([route] if others else []))
        else:
            same = wanted.names if others else [name for name in wanted.names if re.search(SAME_TYPE, name)]
            self.routes.send(wanted, Route.CREATE_FROM, names=same)

    def _shares(self, wanted: Wanted) -> bool:
        return self._grant.shared is Shared.ANY and any(_launches(name) for name in wanted.names)

    def _is_free(self, wanted: Wanted, touched: Touched) -> bool:
        return holds_no_data(wanted.service.prefix, touched.type.name)

    def _sharing(self, wanted: Wanted, others: list[Touched]) -> None:
        if not self._shares(wanted):
            return
        names = [name for name in wanted.names if _launches(name)]
        if any(self._is_free(wanted, one) for one in others):
            self.routes.send(wanted, Route.SHARED_FREE, names=names)
        if any(one.supplies_resource_tags and not self._is_free(wanted, one) for one in others):
            self.routes.send(wanted, Route.SHARED_UNTAGGED, names=names)


def _names_own(touched: Iterable[Touched]) -> bool:
    return any(one.required and one.supplies_resource_tags for one in touched)


def is_listing(action: Action) -> bool:
    """Return whether the action lists or describes, so that a grant with the level list gives it on everything."""
    return _lists(action.group.level, action.name.partition(":")[2])


def _lists(level: Level, name: str) -> bool:
    return level is Level.LIST or (level is Level.READ and name.startswith(_LISTING))


def _kept_from_creating(wanted: Wanted) -> Reason | None:
    """Return why nothing is created in a service, whatever its actions are."""
    if wanted.service.prefix in SWITCHED_ON:
        return Reason.TAGS_ARE_OPTIONAL
    return Reason.CLAIMS_RIGHTS if wanted.service.prefix in HOLDS_RIGHTS else None


def _untagged_others(wanted: Wanted) -> list[Touched]:
    touched = wanted.group.touched
    return [one for one in touched if one.required and not one.created and not one.supplies_resource_tags]


def _launches(name: str) -> bool:
    match = re.match(_FIRST_WORD, name)
    return match is not None and match[0] in LAUNCHING
