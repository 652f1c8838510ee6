"""The coverage table: every service of AWS by its IAM prefix, read from the shipped file when first asked for."""

import json
import re
import zlib
from array import array
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from wizard.aws.coverage.encoding import BETWEEN, Row, decoded, encoded
from wizard.aws.coverage.service import Action, Service
from wizard.aws.coverage.vocabulary import Vocabulary
from wizard.frozen import Frozen
from wizard.language import _
from wizard.resource import resource, resource_bytes

if TYPE_CHECKING:
    from datetime import date

FILE: Final = "service-coverage.gz"
STALE_AFTER_DAYS: Final = 180
_NEAREST: Final = 3
_LARGEST: Final = 1 << 20
_NEWLINE: Final = re.compile(b"\n")
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


class _Rows:
    """The services' rows as the file holds them, column after column, a line for each service; by prefix.

    They stay bytes until one is asked for: as texts they take more than twice the memory, and few are asked for.
    """

    def __init__(self, data: bytes, start: int) -> None:
        self._data: Final = data
        self._starts: Final = array(
            "L", (start, *(match.end() for match in _NEWLINE.finditer(data, start)), len(data) + 1)
        )
        self._count, odd = divmod(len(self._starts) - 1, len(Row._fields))
        if odd or not self._count:
            raise ValueError("the columns are not of one length")
        self.places: Final = {self._line(place): place for place in range(self._count)}

    def row(self, prefix: str) -> Row:
        """Return the row of a service; KeyError where there is none."""
        place = self.places[prefix]
        return Row(*(self._line(place + self._count * column) for column in range(len(Row._fields))))

    def _line(self, number: int) -> str:
        return self._data[self._starts[number] : self._starts[number + 1] - 1].decode()


class Coverage:
    """The table. A service is decoded when it is first asked for; only for that the words of names are laid out."""

    def __init__(self, origin: Origin, words: bytes, rows: _Rows) -> None:
        self.origin: Final = origin
        self._words: Final = words
        self._rows: Final = rows
        self._services: Final[dict[str, Service]] = {}

    @property
    def prefixes(self) -> tuple[str, ...]:
        """Return the IAM prefixes of all services, sorted."""
        return tuple(self._rows.places)

    def service(self, prefix: str) -> Service | None:
        """Return the service of that prefix, whatever its case; None where there is none."""
        key = prefix.lower()
        if key not in self._services:
            if key not in self._rows.places:
                return None
            self._services[key] = decoded(self._rows.row(key), Vocabulary(self._words.decode().split(BETWEEN)))
        return self._services[key]

    def action(self, name: str) -> Action | None:
        """Return the action of that full name (``ec2:StartInstances``), whatever its case; None where there is none."""
        prefix, _, short = name.partition(":")
        service = self.service(prefix)
        return None if service is None else service.action(short)

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

    A gzip file of lines: the origin as JSON, the words of the vocabulary, then the columns one after another, each with
    a line for each service.
    """
    try:
        text = zlib.decompress(data, _GZIP, _size(data))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    first = text.index(b"\n")
    second = text.index(b"\n", first + 1)
    facts = json.loads(text[:first])
    origin = Origin(facts["source"], facts["version"], facts["licence"], facts["day"])
    return Coverage(origin, text[first + 1 : second], _Rows(text, second + 1))


def _size(data: bytes) -> int:
    """Return how large the file's trailer says that it is unpacked, within reason: told so, zlib takes no more room."""
    return max(1, min(_LARGEST, int.from_bytes(data[-4:], "little")))


def written(origin: Origin, services: Iterable[Service]) -> bytes:
    """Return what the table's file packs: the same services give the same bytes."""
    facts = {"source": origin.source, "version": origin.version, "licence": origin.licence, "day": origin.day}
    ordered = sorted(services, key=lambda service: service.prefix)
    vocabulary = Vocabulary.of(name for service in ordered for group in service.groups for name in group.names)
    columns = zip(*(encoded(service, vocabulary) for service in ordered), strict=True)
    lines = (json.dumps(facts), BETWEEN.join(vocabulary.words), *(text for column in columns for text in column))
    return "\n".join(lines).encode()


def _nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and asked for a misspelled name alone

    return tuple(get_close_matches(name, list(known), _NEAREST))


def services(table: Coverage, prefixes: Iterable[str] | None = None) -> Iterable[Service]:
    """Yield the services of these prefixes that the table knows, all of them without prefixes."""
    for prefix in table.prefixes if prefixes is None else prefixes:
        service = table.service(prefix)
        if service is not None:
            yield service
