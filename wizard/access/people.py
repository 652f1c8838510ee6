"""People from a file: CSV with attribute names for columns, a JSON list of Okta users, or JSON lines of them.

Okta's user object: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/, read 2026-11-24.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Final

from wizard.access.broken import Broken, OnBroken, UnreadableFile
from wizard.access.csv_rows import CsvTable, cells_at
from wizard.access.json_items import items
from wizard.access.lines import lines
from wizard.access.stream import Readable, Rejoined
from wizard.language import _
from wizard.plan.model import ProfileValue

LOGIN: Final = "login"

Values = tuple[ProfileValue, ...]
PersonRow = tuple[int, str, Values]
"""Line, login, and the values of the attributes that were asked for, in their order."""


def people(
    stream: Readable, attributes: Sequence[str], on_broken: OnBroken, lists: frozenset[str] = frozenset()
) -> Iterator[PersonRow]:
    """Yield everybody in a file, with the values of the asked attributes.

    A cell of a CSV file that belongs to one of `lists` holds the members with commas between them; an empty cell is
    an attribute without a value. UnreadableFile where the file has no form that is known.
    """
    source = Rejoined(stream)
    if source.start[:1] in (b"[", b"{"):
        return json_people(source, tuple(attributes), on_broken)
    return _from_csv(source, tuple(attributes), on_broken, lists)


def _from_csv(
    source: Readable, attributes: tuple[str, ...], on_broken: OnBroken, lists: frozenset[str]
) -> Iterator[PersonRow]:
    listed = lines(source, on_broken)
    table = CsvTable(next(listed, ""), on_broken)
    columns = {name: index for index, name in enumerate(table.columns)}
    login_of = itemgetter(login_column(table))
    cells_of = cells_at(tuple(columns.get(name) for name in attributes))
    values = csv_values(attributes, lists)
    for batch in table.batches(listed):
        logins = list(map(login_of, batch.rows))
        found = zip(batch.lines, logins, map(values, map(cells_of, batch.rows)), strict=True)
        if all(logins):
            yield from found
            continue
        for person in found:
            if person[1]:
                yield person
            else:
                on_broken(Broken(person[0], _("the cell {column} is empty").format(column=LOGIN)))


def login_column(table: CsvTable) -> int:
    """Return the index of the column that holds the login; UnreadableFile where there is none."""
    if LOGIN not in table.columns:
        told = _("the first line names no column {column}; it names {known}")
        raise UnreadableFile(told.format(column=LOGIN, known=", ".join(table.columns)))
    return table.columns.index(LOGIN)


def csv_values(attributes: Sequence[str], lists: frozenset[str]) -> Callable[[tuple[str, ...]], Values]:
    """Return what makes the attributes' values of their cells; those of `lists` hold members with commas."""
    return _Values(cell_members if name in lists else _cell for name in attributes).__getitem__


class _Values(dict[tuple[str, ...], Values]):
    """The values of rows by their cells, each made once."""

    LIMIT: Final = 100_000

    def __init__(self, readers: Iterable[Callable[[str], ProfileValue]]) -> None:
        super().__init__()
        self._readers = tuple(readers)

    def __missing__(self, cells: tuple[str, ...]) -> Values:
        values = tuple(read(cell) for read, cell in zip(self._readers, cells, strict=True))
        if len(self) < self.LIMIT:
            self[cells] = values
        return values


def _cell(text: str) -> ProfileValue:
    return text or None


def cell_members(text: str) -> ProfileValue:
    """Return the members that a cell of a list attribute holds, None for an empty one."""
    return tuple(text.split(",")) if text else None


def json_people(source: Readable, attributes: tuple[str, ...], on_broken: OnBroken) -> Iterator[PersonRow]:
    """Yield everybody in a JSON list of Okta users, or in JSON lines of them."""
    for line, login, profile in profiles(source, on_broken):
        try:
            yield line, login, tuple(profile_value(profile.get(name), name) for name in attributes)
        except TypeError as error:
            on_broken(Broken(line, str(error)))


def profiles(source: Readable, on_broken: OnBroken) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Yield line, login and profile of everybody in a JSON list of Okta users, or in JSON lines of them."""
    for line, item in items(source, (), on_broken):
        profile = item.get("profile", item) if isinstance(item, dict) else None
        if not isinstance(profile, dict):
            on_broken(Broken(line, _("no user: an object with a profile is expected")))
            continue
        login = profile.get(LOGIN)
        if not isinstance(login, str) or not login:
            on_broken(Broken(line, _("the profile has no {attribute}").format(attribute=LOGIN)))
            continue
        yield line, login, profile


def profile_value(value: Any, name: str) -> ProfileValue:
    """Return what Okta's JSON holds as a plan does; TypeError for an object, which no profile holds."""
    if isinstance(value, list) and not any(isinstance(each, list | dict) for each in value):
        return tuple(value)
    if isinstance(value, list | dict):
        told = _("the attribute {name} holds an object; a profile holds single values and lists of them")
        raise TypeError(told.format(name=name))
    found: ProfileValue = value
    return found
