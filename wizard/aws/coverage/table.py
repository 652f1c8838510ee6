"""The coverage table: every service of AWS by its IAM prefix, read from the shipped file when first asked for."""

import json
import zlib
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from wizard.aws.coverage.encoding import decoded, encoded
from wizard.aws.coverage.service import Action, Service
from wizard.frozen import Frozen
from wizard.language import _
from wizard.resource import resource, resource_bytes

if TYPE_CHECKING:
    from datetime import date

FILE: Final = "service-coverage.gz"
STALE_AFTER_DAYS: Final = 180
_NEAREST: Final = 3
_GZIP: Final = zlib.MAX_WBITS | 16
"""To zlib: a gzip file. It is read in 2 ms; formats that are a fifth smaller take ten times that."""


class NoTable(LookupError):
    """The table's file is missing or damaged; the installation is not whole."""


class Origin(Frozen):
    """Where the table's facts come from: the source and its version, its licence, and the day of the data, ISO 8601."""

    source: str
    version: str
    licence: str
    day: str

    def is_stale(self, today: "date") -> bool:
        """Return whether the data are so old on `today` that services may have changed under the policies."""
        return (today - type(today).fromisoformat(self.day)).days > STALE_AFTER_DAYS


class Coverage:
    """The table. A service is decoded when it is first asked for."""

    def __init__(self, origin: Origin, lines: Iterable[str]) -> None:
        self.origin: Final = origin
        self._lines: Final = {line[2 : line.index('"', 2)]: line for line in lines}
        self._services: Final[dict[str, Service]] = {}

    @property
    def prefixes(self) -> tuple[str, ...]:
        """Return the IAM prefixes of all services, sorted."""
        return tuple(self._lines)

    def service(self, prefix: str) -> Service | None:
        """Return the service of that prefix, whatever its case; None where there is none."""
        key = prefix.lower()
        if key not in self._services:
            line = self._lines.get(key)
            if line is None:
                return None
            self._services[key] = decoded(line)
        return self._services[key]

    def action(self, name: str) -> Action | None:
        """Return the action of that full name (``ec2:StartInstances``), whatever its case; None where there is none."""
        prefix, _, short = name.partition(":")
        service = self.service(prefix)
        return None if service is None else service.actions.get(short.lower())

    def nearest_services(self, prefix: str) -> tuple[str, ...]:
        """Return the prefixes that are spelled most like `prefix`, at most three."""
        return _nearest(prefix.lower(), self.prefixes)

    def nearest_actions(self, name: str) -> tuple[str, ...]:
        """Return the full names of actions that are spelled most like `name`, at most three."""
        prefix, _, short = name.partition(":")
        service = self.service(prefix)
        if service is None:
            near = (self.action(f"{known}:{short}") for known in self.nearest_services(prefix))
            return tuple(action.name for action in near if action is not None)
        return tuple(service.actions[found].name for found in _nearest(short.lower(), service.actions))


@cache
def coverage() -> Coverage:
    """Return the shipped table; NoTable where its file cannot be read."""
    try:
        return read(resource_bytes("data", FILE))
    except (OSError, ValueError, LookupError) as error:
        told = _("{path}: the coverage table cannot be read; install the program again ({error})")
        raise NoTable(told.format(path=resource("data", FILE), error=error)) from error


def read(data: bytes) -> Coverage:
    """Return the table that the bytes of its file hold; ValueError or LookupError where they are damaged.

    A gzip file of JSON lines: the origin, then each service.
    """
    try:
        head, *lines = zlib.decompress(data, _GZIP).decode().split("\n")
    except zlib.error as error:
        raise ValueError(str(error)) from error
    facts = json.loads(head)
    return Coverage(Origin(facts["source"], facts["version"], facts["licence"], facts["day"]), lines)


def written(origin: Origin, services: Iterable[Service]) -> bytes:
    """Return the bytes of the table's file: the same services give the same bytes."""
    facts = {"source": origin.source, "version": origin.version, "licence": origin.licence, "day": origin.day}
    lines = [encoded(service) for service in sorted(services, key=lambda service: service.prefix)]
    packed = zlib.compressobj(zlib.Z_BEST_COMPRESSION, wbits=_GZIP)
    return packed.compress("\n".join((json.dumps(facts), *lines)).encode()) + packed.flush()


def _nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and asked for a misspelled name alone

    return tuple(get_close_matches(name, list(known), _NEAREST))


def services(table: Coverage, prefixes: Iterable[str] | None = None) -> Iterable[Service]:
    """Yield the services of these prefixes that the table knows, all of them without prefixes."""
    for prefix in table.prefixes if prefixes is None else prefixes:
        service = table.service(prefix)
        if service is not None:
            yield service
