"""Which actions a grant asks for: services at access levels, and actions by name or with wildcards."""

import re
from collections.abc import Iterable
from typing import Final

from wizard.aws.coverage.service import Group, Service
from wizard.aws.coverage.table import Coverage
from wizard.aws.grant.outcome import LeftOut, Reason
from wizard.frozen import Frozen
from wizard.plan.model import Grant

_NONE: Final[frozenset[str]] = frozenset()
ACTION: Final = re.compile(r"\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+")
"""What IAM takes for an action: everything, or a service and a name with wildcards."""


class Wanted(Frozen):
    """Actions of one group of a service, and the path that asks for each by lower name; `named` are asked by name."""

    service: Service
    group: Group
    names: tuple[str, ...]
    paths: tuple[str, ...]
    named: frozenset[str] = frozenset()

    def full(self, name: str) -> str:
        """Return an action's name with its service."""
        return f"{self.service.prefix}:{name}"


class Asked(Frozen):
    """What a grant asks for, and the parts of it that name nothing."""

    wanted: tuple[Wanted, ...]
    left_out: tuple[LeftOut, ...]


class _Search:
    """Collects the actions of one grant; each keeps the first path that asks for it."""

    def __init__(self, grant: Grant, table: Coverage) -> None:
        self.grant = grant
        self.table = table
        self.left_out: list[LeftOut] = []
        self.services: dict[str, Service] = {}
        self.paths: dict[str, dict[str, str]] = {}
        self.named: set[str] = set()

    def add(self, service: Service, names: Iterable[str], path: str) -> None:
        self.services[service.prefix] = service
        known = self.paths.setdefault(service.prefix, {})
        for name in names:
            known.setdefault(name, path)

    def add_services(self) -> None:
        for place, prefix in enumerate(self.grant.services):
            service = self.table.service(prefix)
            path = f"services[{place}]"
            if service is None:
                near = ", ".join(self.table.nearest_services(prefix))
                self.left_out.append(LeftOut(path, Reason.UNKNOWN_SERVICE, prefix, near))
                continue
            for group in service.groups:
                if group.level in self.grant.levels:
                    self.add(service, group.names, path)

    def add_actions(self) -> None:
        for place, action in enumerate(self.grant.actions):
            path = f"actions[{place}]"
            if not ACTION.fullmatch(action):
                self.left_out.append(LeftOut(path, Reason.MALFORMED_ACTION, action, named=True))
            elif "*" in action or "?" in action:
                self._add_pattern(action, path)
            else:
                self._add_named(action, path)

    def _add_named(self, name: str, path: str) -> None:
        action = self.table.action(name)
        service = self.table.service(name.partition(":")[0])
        if action is None or service is None:
            self._unknown(name, path)
            return
        self.named.add(action.name)
        self.add(service, [action.name.partition(":")[2]], path)

    def _add_pattern(self, pattern: str, path: str) -> None:
        prefix, _, short = pattern.partition(":")
        prefixes = self.table.prefixes if pattern == "*" else (prefix,)
        fits = _covering(short or "*")
        found = False
        for service in filter(None, map(self.table.service, prefixes)):
            names = [name for name in service.names if fits.fullmatch(name)]
            found = found or bool(names)
            self.add(service, names, path)
        if not found:
            self._unknown(pattern, path)

    def _unknown(self, name: str, path: str) -> None:
        near = ", ".join(self.table.nearest_actions(name.replace("*", "").replace("?", "")))
        self.left_out.append(LeftOut(path, Reason.UNKNOWN_ACTION, name, near, named=True))

    def wanted(self) -> Iterable[Wanted]:
        for prefix in sorted(self.paths):
            service, paths = self.services[prefix], self.paths[prefix]
            for place in sorted({service.group_places[name] for name in paths}):
                group = service.groups[place]
                names = tuple(name for name in group.names if name in paths)
                yield Wanted(service, group, names, tuple(paths[name] for name in names), self._named(prefix, names))

    def _named(self, prefix: str, names: Iterable[str]) -> frozenset[str]:
        named = [name for name in names if f"{prefix}:{name}" in self.named] if self.named else ()
        return frozenset(named) if named else _NONE


def asked(grant: Grant, table: Coverage) -> Asked:
    """Return the actions that the grant asks for, and what of it names nothing; paths begin below the grant."""
    search = _Search(grant, table)
    search.add_services()
    search.add_actions()
    if grant.services and not grant.levels:
        search.left_out.append(LeftOut("levels", Reason.NO_LEVEL))
    if grant.levels and not grant.services and not grant.actions:
        search.left_out.append(LeftOut("services", Reason.NO_SERVICE))
    elif not grant.services and not grant.actions:
        search.left_out.append(LeftOut("actions", Reason.NO_ACTION))
    return Asked(tuple(search.wanted()), tuple(search.left_out))


def _covering(pattern: str) -> re.Pattern[str]:
    """Return what IAM's wildcards cover, in time that grows with the lengths only.

    Each star takes as little as lets its next text follow; an atomic group keeps it from trying anything else, which
    could never do better.
    """
    first, *others = (re.escape(part).replace(r"\?", ".") for part in pattern.split("*"))
    if not others:
        return re.compile(first, re.IGNORECASE)
    *inner, last = others
    groups = "".join(f"(?>.*?{part})" for part in inner if part)
    return re.compile(f"{first}{groups}.*{last}", re.IGNORECASE)
