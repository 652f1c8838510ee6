"""Writes what a grant allows: one or few statements for each route that its actions take."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, NamedTuple

from wizard.aws.coverage.table import Coverage
from wizard.aws.grant import bucket
from wizard.aws.grant.bucket import Bucket, gathered
from wizard.aws.grant.conditions import (
    TAG_KEYS,
    Terms,
    joined,
    own_request,
    own_request_from,
    own_resource,
    unclaimed,
    without_protected,
    without_tags,
)
from wizard.aws.grant.creation_tagging import Bound, bound, claiming
from wizard.aws.grant.routing import Route, Routed, Routes
from wizard.aws.grant.wildcard import shortened
from wizard.aws.policy import Condition, Effect, Statement, Values

_EVERYTHING: Final = ("*",)

Conditions = Callable[[Terms], Iterable[Condition]]
"""Makes conditions for the terms; called for the statements that there are."""


class _Writer(NamedTuple):
    sid: str
    routes: Routes
    terms: Terms
    table: Coverage

    def everywhere(self, suffix: str, route: Route, *conditions: Conditions) -> Iterable[Statement]:
        """Yield the statement for a route, on every resource that fulfils the conditions."""
        members = self.routes.on(route)
        if members:
            yield self._allow(suffix, actions(members, self.table), _EVERYTHING, *conditions)

    def on_types(self, suffix: str, buckets: Iterable[Bucket], *conditions: Conditions) -> Iterable[Statement]:
        """Yield a statement for each bucket, on its resource types."""
        for one in buckets:
            yield self._allow(suffix, actions(one.members, self.table), tuple(sorted(one.arns)), *conditions)

    def gathered(self, route: Route, give: bucket.Choice, keep: bucket.Choice) -> tuple[Bucket, ...]:
        """Return the actions of a route by the types that they are given."""
        return gathered(self.routes.on(route), self.terms.partition, give, keep)

    def of_others(self, route: Route) -> tuple[Bucket, ...]:
        """Return the actions of a route by the types that they touch and do not make."""
        return self.gathered(route, bucket.others, bucket.made)

    def tagging_new(self) -> Iterable[Statement]:
        """Yield the statements for the tagging calls that creating needs."""
        for one in bound(self.routes):
            tied = partial(_tied, one)
            yield self._allow("TagNew", shortened(one.service, one.setters), _EVERYTHING, tied, own_request)
        names = claiming(self.routes)
        if names:
            setters = _shortened(names, self.table)
            yield self._allow("TagNew", setters, _EVERYTHING, own_request, unclaimed)

    def _allow(self, suffix: str, acts: Values, resources: Values, *conditions: Conditions) -> Statement:
        held = joined(*(make(self.terms) for make in conditions))
        return Statement(self.sid + suffix, Effect.ALLOW, acts, resources=resources, conditions=held)


def _tied(tagging: Bound, _terms: Terms) -> Iterable[Condition]:
    """Yield the condition that the tagging is a part of one of the creating calls."""
    yield Condition("StringEquals", tagging.key, tagging.creating)


def _naming_tags(terms: Terms) -> Iterable[Condition]:
    """Yield the condition that the call names keys, where some are protected.

    Without a list of keys some services remove every tag, and the refusal has nothing to see.
    """
    if terms.protected:
        yield Condition("Null", TAG_KEYS, ("false",))


def statements(sid: str, routes: Routes, terms: Terms, table: Coverage) -> tuple[Statement, ...]:
    """Return what a grant allows; every Sid begins with `sid`."""
    writer = _Writer(sid, routes, terms, table)
    own, request, new = own_resource, own_request, unclaimed
    source, child = partial(own_request_from, demanded=False), partial(own_request_from, demanded=True)
    return (
        *writer.everywhere("", Route.OWN, own),
        *writer.everywhere("WithoutTags", Route.OWN_WITHOUT_TAGS, own, without_tags),
        *writer.on_types("Beside", writer.gathered(Route.BESIDE, bucket.beside, bucket.made)),
        *writer.everywhere("List", Route.FREE),
        *writer.on_types("Create", writer.gathered(Route.CREATE, bucket.made, bucket.others), request, new),
        *writer.everywhere("Create", Route.CREATE_ANYWHERE, request, new),
        *writer.everywhere("CreateFrom", Route.CREATE_FROM, own, source),
        *writer.on_types("CreateFrom", writer.of_others(Route.CREATE_FROM_OTHERS), own, source),
        *writer.on_types("CreateIn", writer.of_others(Route.CREATE_IN_OTHERS), own, child),
        *writer.everywhere("CreateIn", Route.CREATE_IN, own, child),
        *writer.everywhere("CreateInUntagged", Route.CREATE_IN_UNTAGGED, request, new),
        *writer.on_types("Shared", writer.gathered(Route.SHARED_FREE, bucket.free_others, bucket.made)),
        *writer.on_types("Untagged", writer.gathered(Route.SHARED_UNTAGGED, bucket.data_others, bucket.made), new),
        *writer.tagging_new(),
        *writer.everywhere("Tag", Route.SET_TAGS, own, without_protected),
        *writer.everywhere("Untag", Route.REMOVE_TAGS, own, _naming_tags),
    )


def actions(members: Iterable[Routed], table: Coverage) -> Values:
    """Return the names of routed actions with their services, shortened."""
    names: dict[str, list[str]] = {}
    for member in members:
        names.setdefault(member.wanted.service.prefix, []).extend(member.names)
    return _shortened(names, table)


def _shortened(names: dict[str, list[str]], table: Coverage) -> Values:
    found = ((table.service(prefix), short) for prefix, short in sorted(names.items()))
    return tuple(action for service, short in found if service is not None for action in shortened(service, short))
