"""The text of one service in the table's file: a JSON list, numbers instead of names wherever they repeat.

``[prefix, title, own tag keys, [[type, ARN, keys], …], [[level and kind, keys, [touched, …], "Name Name"], …]]``;
a set of keys is a number whose bits stand for the global keys and then the own ones, and a touched type is
``keys << 12 | type << 2 | required << 1 | created``. An ARN of the usual form, ``arn:${Partition}:PREFIX:${Region}:
${Account}:TYPE/*``, is written as nothing, and its usual beginning as a colon.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from wizard.aws.coverage.service import GLOBAL_KEYS, Group, Keys, Kind, ResourceType, Service, Touched
from wizard.plan.model import Level

_LEVELS: Final = {"L": Level.LIST, "R": Level.READ, "W": Level.WRITE, "T": Level.TAGGING, "P": Level.PERMISSIONS}
_KINDS: Final = {kind.value: kind for kind in Kind}
_LETTERS: Final = {level: letter for letter, level in _LEVELS.items()}
_TYPE_BITS: Final = 10


def encoded(service: Service) -> str:
    """Return the service as one line of text; the same service always gives the same text."""
    keys = (*GLOBAL_KEYS, *sorted(_own_keys(service)))
    places = {type_: place for place, type_ in enumerate(service.types)}
    types = [[type_.name, _short_arns(service.prefix, type_), _number(type_.keys, keys)] for type_ in service.types]
    groups = [
        [
            _LETTERS[group.level] + group.kind.value,
            _number(group.keys, keys),
            [_touched_number(touched, places[touched.type], keys) for touched in group.touched],
            " ".join(group.names),
        ]
        for group in service.groups
    ]
    value = [service.prefix, service.title, keys[len(GLOBAL_KEYS) :], types, groups]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def decoded(text: str) -> Service:
    """Return the service that a line of text holds."""
    prefix, title, own, type_rows, group_rows = json.loads(text)
    known = _KnownKeys((*GLOBAL_KEYS, *own))
    types = tuple(
        ResourceType(name, _whole_arns(prefix, name, arns), known[number]) for name, arns, number in type_rows
    )
    touched = _KnownTouched(types, known)
    return Service(prefix, title, types, tuple(_group(row, touched, known) for row in group_rows))


class _KnownKeys(dict[int, Keys]):
    """The set of keys that a number stands for; each set is made once."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def __missing__(self, number: int) -> Keys:
        keys = frozenset(name for place, name in enumerate(self._names) if number >> place & 1)
        self[number] = keys
        return keys


class _KnownTouched(dict[int, Touched]):
    """The touched type that a number stands for; each is made once."""

    def __init__(self, types: Sequence[ResourceType], known: _KnownKeys) -> None:
        self._types = types
        self._known = known

    def __missing__(self, number: int) -> Touched:
        type_ = self._types[number >> 2 & (1 << _TYPE_BITS) - 1]
        touched = Touched(type_, bool(number & 2), bool(number & 1), self._known[number >> 12])
        self[number] = touched
        return touched


def _group(row: list[Any], touched: _KnownTouched, known: _KnownKeys) -> Group:
    mark, keys, numbers, names = row
    types = tuple([touched[number] for number in numbers])
    return Group(_LEVELS[mark[0]], _KINDS[mark[1:]], known[keys], types, tuple(names.split(" ")))


def _beginning(prefix: str) -> str:
    return f"arn:${{Partition}}:{prefix}:${{Region}}:${{Account}}:"


def _short_arns(prefix: str, type_: ResourceType) -> str:
    beginning = _beginning(prefix)
    short = ",".join(":" + arn.removeprefix(beginning) if arn.startswith(beginning) else arn for arn in type_.arns)
    return "" if short == f":{type_.name}/*" else short


def _whole_arns(prefix: str, name: str, short: str) -> tuple[str, ...]:
    arns = (short or f":{name}/*").split(",")
    return tuple(_beginning(prefix) + arn[1:] if arn.startswith(":") else arn for arn in arns)


def _own_keys(service: Service) -> set[str]:
    sets = [type_.keys for type_ in service.types]
    for group in service.groups:
        sets += [group.keys, *(touched.keys for touched in group.touched)]
    return set().union(*sets) - set(GLOBAL_KEYS)


def _number(keys: Iterable[str], names: Sequence[str]) -> int:
    return sum(1 << names.index(key) for key in keys)


def _touched_number(touched: Touched, place: int, names: Sequence[str]) -> int:
    if place >> _TYPE_BITS:
        raise ValueError(f"{touched.type.name}: more resource types than the table's file can number")
    return _number(touched.keys, names) << 12 | place << 2 | touched.required << 1 | touched.created
