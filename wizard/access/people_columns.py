"""People from a file, in batches of columns: one list for each attribute, so that equal values are looked at once."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import compress, islice
from operator import itemgetter
from typing import Final, NamedTuple

from wizard.access.attributes import Attributes
from wizard.access.broken import Broken, OnBroken
from wizard.access.csv_pieces import csv_pieces
from wizard.access.csv_rows import Batch
from wizard.access.people import LOGIN, json_people, login_column
from wizard.access.stream import Readable, Rejoined
from wizard.language import _
from wizard.plan.model import ProfileValue

_BATCH: Final = 256

Key = Hashable
"""What stands for an attribute's value in a column; equal keys stand for equal values of the same type."""


class Columns(NamedTuple):
    """Some people: the lines on which they begin, their logins, and a column for each attribute."""

    lines: Sequence[int]
    logins: Sequence[str]
    keys: tuple[Sequence[Key], ...]


class PeopleColumns(NamedTuple):
    """The people of a file.

    Attributes:
        batches: all of them, some at a time.
        values: for each attribute the function from what stands in its column to the attribute's value.
        absent: the attributes for which a CSV file has no column.
    """

    batches: Iterator[Columns]
    values: tuple[Callable[[Key], ProfileValue], ...]
    absent: tuple[str, ...] = ()


def people_columns(stream: Readable, attributes: Attributes, on_broken: OnBroken) -> PeopleColumns:
    """Return the people of a file that :func:`wizard.access.people.people` reads, and as it reads them.

    UnreadableFile where the file has no form that is known.
    """
    source = Rejoined(stream)
    if source.start[:1] in (b"[", b"{"):
        batches = _json_batches(source, attributes.names, on_broken)
        return PeopleColumns(batches, (_spelled_value,) * len(attributes.names))
    return _from_csv(source, attributes, on_broken)


def _from_csv(source: Readable, attributes: Attributes, on_broken: OnBroken) -> PeopleColumns:
    table, rows = csv_pieces(source, on_broken)
    login_of = itemgetter(login_column(table))
    places = tuple(table.columns.index(name) if name in table.columns else None for name in attributes.names)
    batches = (_csv_columns(batch, login_of, places, on_broken) for batch in rows)
    absent = tuple(name for name, place in zip(attributes.names, places, strict=True) if place is None)
    values = tuple(_members if name in attributes.lists else _cell for name in attributes.names)
    return PeopleColumns(batches, values, absent)


def _csv_columns(
    batch: Batch, login_of: Callable[[list[str]], str], places: tuple[int | None, ...], on_broken: OnBroken
) -> Columns:
    numbers, rows = batch
    logins = list(map(login_of, rows))
    if not all(logins):
        for line, login in zip(numbers, logins, strict=True):
            if not login:
                on_broken(Broken(line, _("the cell {column} is empty").format(column=LOGIN)))
        numbers, rows = list(compress(numbers, logins)), list(compress(rows, logins))
        logins = list(filter(None, logins))
    keys = tuple([""] * len(rows) if place is None else list(map(itemgetter(place), rows)) for place in places)
    return Columns(numbers, logins, keys)


def _cell(key: Key) -> ProfileValue:
    return str(key) or None


def _members(key: Key) -> ProfileValue:
    return tuple(str(key).split(",")) if key != "" else None


def _json_batches(source: Readable, names: tuple[str, ...], on_broken: OnBroken) -> Iterator[Columns]:
    everybody = json_people(source, names, on_broken)
    while some := list(islice(everybody, _BATCH)):
        numbers, logins, values = zip(*some, strict=True)
        keys = tuple([_spelled(each[index]) for each in values] for index in range(len(names)))
        yield Columns(numbers, logins, keys)


def _spelled(value: ProfileValue) -> Key:
    """Return a value's key: true, 1 and 1.0 are equal to each other and sent as different texts."""
    return value if value is None or isinstance(value, str) else (repr(value), value)


def _spelled_value(key: Key) -> ProfileValue:
    if isinstance(key, tuple):
        value: ProfileValue = key[1]
        return value
    return None if key is None else str(key)
