"""Kinds of resources: what the policies see alike but for the tags; found quickly for a million ARNs."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from wizard.access.arn_type import ArnTypes, arn_types
from wizard.aws.arn import is_account
from wizard.aws.coverage.table import coverage

UNKNOWN: Final = "?"
"""Stands for the type of a resource that the coverage table does not know."""

_PARTS: Final = re.compile("arn:([^:]*):([^:]*):[^:]*:([^:]*):[^/:]*[/:]?")
_SEPARATOR: Final = re.compile("[/:]")

Types = tuple[tuple[str, frozenset[str]], ...]


class Place(NamedTuple):
    """Where a resource lies: the partition, and the account, empty where its ARN names no account ID."""

    partition: str
    account: str


class Kind:
    """Resources of one type in one place; two kinds are never equal.

    Attributes:
        name: service and type, ``ec2:instance``.
        types: for each service whose actions may touch them, the names of the type there; an instance is one of
            EC2, and one of Systems Manager, whose ``ssm:StartSession`` opens it.
        place: where they lie. arn: one that stands for all of them.
    """

    __slots__ = ("arn", "name", "place", "types")

    def __init__(self, name: str, types: Types, place: Place, arn: str) -> None:
        self.name = name
        self.types = types
        self.place = place
        self.arn = arn


class Kinds:
    """Finds the kinds of ARNs, for the services whose actions matter."""

    def __init__(self, prefixes: Iterable[str]) -> None:
        self._prefixes = tuple(prefixes)
        self._services: dict[str, tuple[tuple[str, ArnTypes], ...]] = {}
        self._kinds: dict[tuple[str, Types, Place], Kind] = {}
        self._settled: dict[str, Kind | None] = {}

    def of(self, arn: str) -> Kind | None:
        """Return the kind of an ARN; None for a text that is none."""
        match = _PARTS.match(arn)
        if match is None:
            return None
        settled = not _SEPARATOR.search(arn, match.end()) and self.settled(match[0])
        return settled or self._found(arn)

    def settled(self, beginning: str) -> Kind | None:
        """Return the one kind of all ARNs with a beginning (``…:instance/``) behind which no further separator stands.

        None where their kind depends on the rest.
        """
        if beginning in self._settled:
            return self._settled[beginning]
        match = _PARTS.fullmatch(beginning)
        if (
            match is None
            or not beginning.endswith(("/", ":"))
            or not all(types.settled(beginning) for _, types in self._types(match[2]))
        ):
            return None
        self._settled[beginning] = kind = self._found(f"{beginning}*")
        return kind

    def _found(self, arn: str) -> Kind | None:
        match = _PARTS.match(arn)
        if match is None:
            return None
        partition, service, account = match.groups()
        named = ((prefix, types.names(arn)) for prefix, types in self._types(service))
        types = tuple((prefix, names) for prefix, names in named if names)
        place = Place(partition, account if is_account(account) else "")
        name = _name(service, types)
        kind = self._kinds.get((name, types, place))
        if kind is None:
            kind = self._kinds[name, types, place] = Kind(name, types, place, arn)
        return kind

    def _types(self, service: str) -> tuple[tuple[str, ArnTypes], ...]:
        """Return the services that have forms for the ARNs of a service: its own first, which names the type."""
        if service not in self._services:
            own = coverage().service(service)
            prefixes = dict.fromkeys((*([own.prefix] if own else []), *self._prefixes))
            found = ((prefix, arn_types(prefix)) for prefix in prefixes)
            self._services[service] = tuple(pair for pair in found if pair[1].services & {service, "*"})
        return self._services[service]


def _name(service: str, types: Types) -> str:
    if not types:
        return f"{service}:{UNKNOWN}"
    prefix, names = types[0]
    return f"{prefix}:{'|'.join(sorted(names))}"
