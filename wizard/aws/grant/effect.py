"""What a grant of the plan comes to: its statements, the tagging that it allows, what is left out, and notes."""

import re
from collections.abc import Iterable
from functools import lru_cache

from wizard.aws.coverage.service import Kind
from wizard.aws.coverage.table import coverage
from wizard.aws.grant.asked import asked
from wizard.aws.grant.conditions import Terms
from wizard.aws.grant.creation_tagging import claiming
from wizard.aws.grant.outcome import LeftOut, Note, Reason, Topic
from wizard.aws.grant.proxy import WATCHED, WATCHED_SERVICES
from wizard.aws.grant.routing import SAME_TYPE, Route, Routed, Routes, routed
from wizard.aws.grant.statements import actions, statements
from wizard.aws.policy import Statement, Values, sid
from wizard.aws.policy_text import can_be_variable
from wizard.frozen import Frozen, replace
from wizard.plan.memory import remembered
from wizard.plan.model import Grant, Plan, Shared, Tag

_CREATING = (Route.CREATE, Route.CREATE_ANYWHERE)
_FROM_EXISTING = (Route.CREATE_FROM, Route.CREATE_FROM_OTHERS, Route.CREATE_IN_OTHERS, Route.CREATE_IN)


class GrantEffect(Frozen):
    """What a grant comes to in a role; the paths of what is left out and of the notes begin below the grant.

    Attributes:
        creating: the actions that create what is tagged as one's own, by their full names.
        setting, removing: the tagging actions on one's own resources, as they stand in a statement.
        proxies: the actions that tell a service to act in its own name.
    """

    statements: tuple[Statement, ...]
    creating: Values
    setting: Values
    removing: Values
    proxies: Values
    left_out: tuple[LeftOut, ...]
    notes: tuple[Note, ...]


def matched_tags(plan: Plan, grant: Grant) -> tuple[Tag, ...]:
    """Return the tags that the grant matches on; none where one of them is missing or cannot be written.

    A grant without one of its keys would reach more than the plan says, so it is all of them or nothing.
    """
    tags = tuple(plan.tag(key) for key in grant.match)
    known = tuple(tag for tag in dict.fromkeys(tags) if tag is not None and can_be_variable(tag.key))
    return known if len(known) == len(dict.fromkeys(tags)) else ()


@remembered(32)
def protected_tags(plan: Plan) -> tuple[Tag, ...]:
    """Return the tags that a grant of the plan matches on and protects.

    Every role keeps them: who may change a tag in one role has the access that it gives in another.
    """
    found = (tag for grant in plan.access if grant.protect_tags for tag in matched_tags(plan, grant))
    return tuple(dict.fromkeys(found))


def unmatched(plan: Plan, grant: Grant) -> Iterable[LeftOut]:
    """Yield why the grant's match cannot be written; nothing where it can."""
    if not grant.match:
        yield LeftOut("match", Reason.MATCHES_NOTHING)
    for place, key in enumerate(grant.match):
        tag = plan.tag(key)
        if tag is None:
            yield LeftOut(f"match[{place}]", Reason.UNKNOWN_KEY, key)
        elif not can_be_variable(tag.key):
            yield LeftOut(f"match[{place}]", Reason.UNWRITABLE_KEY, key)


def unread(grant: Grant) -> tuple[LeftOut, ...]:
    """Return what of the grant names nothing; NoTable where the installation lacks the coverage table."""
    return asked(grant, coverage()).left_out


@lru_cache(maxsize=128)
def grant_effect(grant: Grant, terms: Terms) -> GrantEffect:
    """Return what the grant comes to on these terms. NoTable where the installation lacks the coverage table."""
    routes, effect = _routed(grant, bool(terms.protected))
    return replace(effect, statements=statements(sid(grant.name), routes, terms, coverage()))


@lru_cache(maxsize=128)
def _routed(grant: Grant, protecting: bool) -> tuple[Routes, GrantEffect]:
    """Return the routes of what the grant asks for, and all that it comes to but the statements: these need terms."""
    table = coverage()
    found = asked(grant, table)
    routes = routed(grant, found.wanted, protecting=protecting)
    return routes, GrantEffect(
        statements=(),
        creating=tuple(sorted({member.wanted.full(name) for member in _creating(routes) for name in member.names})),
        setting=actions(routes.on(Route.SET_TAGS), table),
        removing=actions(routes.on(Route.REMOVE_TAGS), table),
        proxies=_proxies(routes),
        left_out=(*found.left_out, *routes.left_out),
        notes=tuple(_notes(grant, routes)),
    )


def _proxies(routes: Routes) -> Values:
    """Return the actions that tell a service to act in its own name."""
    members = (member for route in routes.by_route for member in routes.on(route))
    watched = (member for member in members if member.wanted.service.prefix in WATCHED_SERVICES)
    return tuple(sorted(WATCHED & {member.wanted.full(name) for member in watched for name in member.names}))


def _notes(grant: Grant, routes: Routes) -> Iterable[Note]:
    listed = _services(routes, Route.FREE)
    if listed:
        yield Note("levels", Topic.LISTED_FREELY, listed)
    if grant.shared is Shared.TAGGED:
        yield from _must_be_tagged(routes)
    claims = tuple(claiming(routes))
    if claims:
        yield Note("create", Topic.CLAIMS_UNTAGGED, claims)
    replaces = tuple(
        member.wanted.full(name)
        for member in routes.on(Route.CREATE)
        if member.wanted.group.kind is Kind.CREATE_OR_REPLACE
        for name in member.names
    )
    if replaces:
        yield Note("create", Topic.REPLACES_UNTAGGED, replaces)
    copies = tuple(_copying(routes, claims)) if grant.shared is Shared.TAGGED else ()
    if copies:
        yield Note("create", Topic.COPIES_UNTAGGED, copies)


def _copying(routes: Routes, claims: Iterable[str]) -> Iterable[str]:
    """Yield the actions that can copy what has no tags; where it can be claimed, that is said of it already."""
    for member in routes.on(Route.CREATE):
        if member.wanted.service.prefix not in claims:
            yield from (member.wanted.full(name) for name in member.names if re.search(SAME_TYPE, name))


def _creating(routes: Routes) -> Iterable[Routed]:
    return (member for route in _CREATING for member in routes.on(route))


def _services(routes: Routes, route: Route) -> tuple[str, ...]:
    return tuple(sorted({member.wanted.service.prefix for member in routes.on(route)}))


def _must_be_tagged(routes: Routes) -> Iterable[Note]:
    for route in _FROM_EXISTING:
        for member in routes.on(route):
            others = [one.type.name for one in member.wanted.group.touched if one.required and not one.created]
            if others:
                names = tuple(member.wanted.full(name) for name in member.names)
                yield Note("shared", Topic.OTHERS_MUST_BE_TAGGED, names, tuple(others))
