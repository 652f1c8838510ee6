"""One service in the table's file: a text for each column, numbers instead of names wherever they repeat.

A set of keys is a number whose bits stand for the global keys and then the service's own. A touched type is
``keys << 12 | type << 2 | required << 1 | created``. An ARN of the usual form, ``arn:${Partition}:PREFIX:${Region}:
${Account}:TYPE/*``, is written as nothing, and its usual beginning as a colon. A group is its level and its kind, a
letter each, its keys where it has any, and after a point what it touches.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from wizard.aws.coverage.service import GLOBAL_KEYS, Group, Keys, Kind, ResourceType, Service, Touched
from wizard.aws.coverage.vocabulary import Vocabulary
from wizard.plan.model import Level

BETWEEN: Final = "\t"
"""Stands between the parts of a column that has several: its types, its groups."""

_LEVELS: Final = {"L": Level.LIST, "R": Level.READ, "W": Level.WRITE, "T": Level.TAGGING, "P": Level.PERMISSIONS}
_KINDS: Final = {kind.value: kind for kind in Kind}
_LETTERS: Final = {level: letter for letter, level in _LEVELS.items()}
_DIGITS: Final = "0123456789"
_TYPE_BITS: Final = 10


class Row(NamedTuple):
    """One service: the file holds all prefixes, then all titles, and so on, since like packs best beside like.

    Attributes:
        prefix, title: as they are. own: its own tag keys, with spaces between.
        types, arns, keys: the names of its resource types, their ARNs, and the keys that they supply.
        groups: its groups without the names. names: the names of each group's actions, as the vocabulary writes them.
    """

    prefix: str
    title: str
    own: str
    types: str
    arns: str
    keys: str
    groups: str
    names: str


def encoded(service: Service, vocabulary: Vocabulary) -> Row:
    """Return the service as the file holds it; the same service always gives the same texts."""
    keys = (*GLOBAL_KEYS, *sorted(_own_keys(service)))
    places = {type_: place for place, type_ in enumerate(service.types)}
    return Row(
        service.prefix,
        service.title,
        " ".join(keys[len(GLOBAL_KEYS) :]),
        BETWEEN.join(type_.name for type_ in service.types),
        BETWEEN.join(_short_arns(service.prefix, type_) for type_ in service.types),
        BETWEEN.join(str(_number(type_.keys, keys)) for type_ in service.types),
        BETWEEN.join(_group_text(group, places, keys) for group in service.groups),
        BETWEEN.join(vocabulary.written(group.names) for group in service.groups),
    )


def decoded(row: Sequence[str], vocabulary: Vocabulary) -> Service:
    """Return the service that the texts of its row hold; ValueError or LookupError where they hold none."""
    prefix, title, own, type_names, type_arns, type_keys, group_texts, names = row
    known = _KnownKeys((*GLOBAL_KEYS, *own.split()))
    types = tuple(
        ResourceType(name, _whole_arns(prefix, name, arns), known[int(keys)])
        for name, arns, keys in zip(_parts(type_names), type_arns.split(BETWEEN), _parts(type_keys), strict=False)
    )
    touched = _KnownTouched(types, known)
    groups = zip(_parts(group_texts), _parts(vocabulary.read(names)), strict=True)
    return Service(prefix, title, types, tuple(_group(text, of.split(), touched, known) for text, of in groups))


def _parts(column: str) -> list[str]:
    return column.split(BETWEEN) if column else []


class _KnownKeys(dict[int, Keys]):
    """The set of keys that a number stands for; each set is made once."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def __missing__(self, number: int) -> Keys:
        keys = frozenset(name for place, name in enumerate(self._names) if number >> place & 1)
        self[number] = keys
        return keys


class _KnownTouched(dict[str, Touched]):
    """The touched type that a number stands for; each is made once."""

    def __init__(self, types: Sequence[ResourceType], known: _KnownKeys) -> None:
        self._types = types
        self._known = known

    def __missing__(self, digits: str) -> Touched:
        number = int(digits)
        type_ = self._types[number >> 2 & (1 << _TYPE_BITS) - 1]
        touched = Touched(type_, bool(number & 2), bool(number & 1), self._known[number >> 12])
        self[digits] = touched
        return touched


def _group(text: str, names: list[str], touched: _KnownTouched, known: _KnownKeys) -> Group:
    head, _, numbers = text.partition(".")
    mark = head.rstrip(_DIGITS)
    keys = known[int(head[len(mark) :] or 0)]
    types = tuple([touched[number] for number in numbers.split(",")]) if numbers else ()
    return Group(_LEVELS[mark[0]], _KINDS[mark[1:]], keys, types, tuple(names))


def _group_text(group: Group, places: dict[ResourceType, int], names: Sequence[str]) -> str:
    keys = _number(group.keys, names)
    touched = ",".join(str(_touched_number(one, places[one.type], names)) for one in group.touched)
    return f"{_LETTERS[group.level]}{group.kind.value}{keys or ''}{'.' if touched else ''}{touched}"


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
