"""The coverage table: every service of AWS by its IAM prefix, read from the shipped file when first asked for."""

import bz2
import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from wizard.aws.coverage.encoding import decoded, encoded
from wizard.aws.coverage.service import Action, Service
from wizard.resource import resource

if TYPE_CHECKING:
    from datetime import date

FILE: Final = "service-coverage.bz2"
STALE_AFTER_DAYS: Final = 180
_NEAREST: Final = 3
_PART_LENGTH: Final = 190_000
"""Characters of a part of the file before it is compressed: a plan with few services reads few parts."""


class NoTable(LookupError):
    """The table's file is missing or damaged; the installation is not whole."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the table's facts come from: the source and its version, its licence, and the day of the data, ISO 8601."""

    source: str
    version: str
    licence: str
    day: str

    def is_stale(self, today: "date") -> bool:
        """Return whether the data are so old on `today` that services may have changed under the policies."""
        return (today - type(today).fromisoformat(self.day)).days > STALE_AFTER_DAYS


class Coverage:
    """The table. A part of its file is read when a service of it is first asked for, and a service decoded then.

    `firsts` are the prefixes of the first services of the parts.
    """

    def __init__(self, origin: Origin, firsts: Sequence[str], parts: Sequence[bytes]) -> None:
        self.origin: Final = origin
        self._firsts: Final = tuple(firsts)
        self._parts: Final = tuple(parts)
        self._lines: Final[dict[int, dict[str, str]]] = {}
        self._services: Final[dict[str, Service]] = {}

    @property
    def prefixes(self) -> tuple[str, ...]:
        """Return the IAM prefixes of all services, sorted."""
        return tuple(prefix for number in range(len(self._parts)) for prefix in self._part(number))

    def _part(self, number: int) -> dict[str, str]:
        """Return the lines of one part of the file, by the prefixes of their services."""
        if number not in self._lines:
            try:
                lines = bz2.decompress(self._parts[number]).decode().split("\n")
            except (OSError, ValueError, EOFError) as error:
                raise NoTable(f"the coverage table is damaged; install the program again ({error})") from error
            self._lines[number] = {line[2 : line.index('"', 2)]: line for line in lines}
        return self._lines[number]

    def service(self, prefix: str) -> Service | None:
        """Return the service of that prefix, whatever its case; None where there is none."""
        key = prefix.lower()
        if key not in self._services:
            place = bisect_right(self._firsts, key) - 1
            line = self._part(place).get(key) if place >= 0 else None
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
    path = resource("data", FILE)
    try:
        return read(path.read_bytes())
    except (OSError, ValueError, LookupError) as error:
        raise NoTable(f"{path}: the coverage table cannot be read; install the program again ({error})") from error


def read(data: bytes) -> Coverage:
    """Return the table that the bytes of its file hold; OSError, ValueError or LookupError where they are damaged.

    The first line is a JSON object; it is followed by parts that are compressed each by itself.
    """
    head, _, rest = data.partition(b"\n")
    facts = json.loads(head)
    origin = Origin(facts["source"], facts["version"], facts["licence"], facts["day"])
    parts = []
    for _, length in facts["parts"]:
        parts.append(rest[:length])
        rest = rest[length:]
    return Coverage(origin, [first for first, _ in facts["parts"]], parts)


def written(origin: Origin, services: Iterable[Service]) -> bytes:
    """Return the bytes of the table's file: the same services give the same bytes."""
    parts: list[list[str]] = []
    length = _PART_LENGTH
    lines = {service.prefix: encoded(service) for service in services}
    for prefix in sorted(lines):
        if length >= _PART_LENGTH:
            parts.append([])
            length = 0
        parts[-1].append(prefix)
        length += len(lines[prefix])
    packed = [bz2.compress("\n".join(lines[prefix] for prefix in part).encode()) for part in parts]
    facts = {
        "source": origin.source,
        "version": origin.version,
        "licence": origin.licence,
        "day": origin.day,
        "parts": [[part[0], len(data)] for part, data in zip(parts, packed, strict=True)],
    }
    return json.dumps(facts).encode() + b"\n" + b"".join(packed)


def _nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and asked for a misspelled name alone

    return tuple(get_close_matches(name, list(known), _NEAREST))


def services(table: Coverage, prefixes: Iterable[str] | None = None) -> Iterable[Service]:
    """Yield the services of these prefixes that the table knows, all of them without prefixes."""
    for prefix in table.prefixes if prefixes is None else prefixes:
        service = table.service(prefix)
        if service is not None:
            yield service
