"""The tagging calls that creating needs: AWS asks for them when a creating call carries tags.

Some services tell a policy which creating call the tagging is a part of (``ec2:CreateAction``); with the others it
cannot be told from claiming a resource that has none of the tags yet.
Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html, read 2026-11-24.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from wizard.aws.coverage.service import REQUEST_TAG, Group, Kind, Service
from wizard.aws.grant.routing import Route, Routes
from wizard.frozen import Frozen

_BINDING: Final = ("CreateAction", "TaggingAction")
"""Names of the keys, behind the service's prefix, that hold the name of the creating action."""


class Bound(Frozen):
    """Tagging actions of a service that its key ties to the creating actions."""

    service: Service
    setters: tuple[str, ...]
    key: str
    creating: tuple[str, ...]


def bound(routes: Routes) -> Iterable[Bound]:
    """Yield, for each service that can tell, the tagging actions and the creating actions of the grant."""
    for service, creating in _creating(routes):
        for group in _setters(service):
            key = _binding(service, group)
            if key is not None:
                yield Bound(service, group.names, key, creating)


def claiming(routes: Routes) -> dict[str, list[str]]:
    """Return the tagging actions that creating needs of the services that cannot tell, by service."""
    found: dict[str, list[str]] = {}
    for service, _ in _creating(routes):
        groups = list(_setters(service))
        if any(_binding(service, group) is not None for group in groups):
            continue
        names = [name for group in groups if group.limited_by_resource_tags for name in group.names]
        if names:
            found[service.prefix] = names
    return found


def _creating(routes: Routes) -> Iterator[tuple[Service, tuple[str, ...]]]:
    services: dict[str, Service] = {}
    names: dict[str, set[str]] = {}
    for route in (Route.CREATE, Route.CREATE_ANYWHERE, Route.CREATE_IN):
        for member in routes.on(route):
            service = member.wanted.service
            services[service.prefix] = service
            names.setdefault(service.prefix, set()).update(member.names)
    for prefix in sorted(names):
        yield services[prefix], tuple(sorted(names[prefix]))


def _setters(service: Service) -> Iterable[Group]:
    return (group for group in service.groups if group.kind is Kind.SET_TAGS and group.takes(REQUEST_TAG))


def _binding(service: Service, group: Group) -> str | None:
    keys = (f"{service.prefix}:{name}" for name in _BINDING)
    return next((key for key in keys if key in group.keys), None)
