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
_REMEMBERED: Final = 100_000

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
        self._begun: dict[str, tuple[Kind | None, tuple[str, ...]] | None] = {}
        self._bare: dict[str, tuple[Kind | None, frozenset[str]]] = {}

    def of(self, arn: str) -> Kind | None:
        """Return the kind of an ARN; None for a text that is none."""
        match = _PARTS.match(arn)
        return None if match is None else self.begun(match[0], arn[match.end() :])

    def begun(self, beginning: str, rest: str) -> Kind | None:
        """Return the kind of an ARN in two parts, the first of which ends with the first separator of the resource."""
        if not beginning.endswith(("/", ":")):
            return self._bare_kind(beginning)
        if beginning not in self._begun:
            self._learn(beginning)
        known = self._begun[beginning]
        if known is None or any(fragment in rest for fragment in known[1]):
            return self._found(beginning + rest)
        return known[0]

    def _learn(self, beginning: str) -> None:
        """Remember what is to be known of ARNs that begin so."""
        if len(self._begun) >= _REMEMBERED:
            self._begun.clear()
        match = _PARTS.match(beginning)
        each = [types.fragments(beginning) for _, types in self._types(match[2])] if match else [None]
        sure = [fragments for fragments in each if fragments is not None]
        whole = len(sure) == len(each)
        self._begun[beginning] = (
            (self._found(f"{beginning}*"), tuple(part for parts in sure for part in parts)) if whole else None
        )

    def _bare_kind(self, arn: str) -> Kind | None:
        """Return the kind of an ARN whose resource part is one word, mostly a name (of a queue)."""
        before, _, word = arn.rpartition(":")
        known = self._bare.get(before)
        if known is None:
            match = _PARTS.match(arn)
            types = self._types(match[2]) if match else ()
            known = self._found(f"{before}:*"), frozenset[str]().union(*(each.words for _, each in types))
            self._bare[before] = known
        return self._found(arn) if word in known[1] else known[0]

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
