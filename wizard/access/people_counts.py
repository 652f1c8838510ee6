"""How many people of a file have the same values in the attributes that matter."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Final

from wizard.access.broken import Broken, OnAbsent, OnBroken, unmissed
from wizard.access.csv_counts import count_rows
from wizard.access.csv_rows import Batch, CsvTable, cells_at
from wizard.access.people import LOGIN, Values, csv_values, json_people, login_column
from wizard.access.stream import Readable, Rejoined
from wizard.language import _

_REMEMBERED: Final = 100_000
_MOSTLY_DIFFERENT: Final = 2

Counts = Iterable[tuple[Values, int]]


def people_counts(
    stream: Readable,
    attributes: Sequence[str],
    on_broken: OnBroken,
    lists: frozenset[str] = frozenset(),
    on_absent: OnAbsent = unmissed,
) -> Counts:
    """Return each combination of values of the attributes and how many people have it, in order of appearance.

    The file is what :func:`wizard.access.people.people` reads, and is read as it does.
    """
    source = Rejoined(stream)
    names = tuple(attributes)
    if source.start[:1] in (b"[", b"{"):
        return _counted_items(source, names, on_broken)
    takers: list[_Taker] = []

    def taker(table: CsvTable) -> _Taker:
        takers.append(_Taker(table, names, on_broken))
        for name in names:
            if name not in table.columns:
                on_absent(name)
        return takers[0]

    count_rows(source, taker, on_broken)
    values = csv_values(names, lists)
    return [(values(cells), count) for cells, count in takers[0].counts.items()]


def _counted_items(source: Readable, attributes: tuple[str, ...], on_broken: OnBroken) -> Counts:
    """Count by what the values look like: true, 1 and 1.0 are equal to each other and sent as different texts."""
    counts = Counter[str]()
    values: dict[str, Values] = {}
    for _line, _login, held in json_people(source, attributes, on_broken):
        spelled = repr(held)
        values.setdefault(spelled, held)
        counts[spelled] += 1
    return [(values[spelled], count) for spelled, count in counts.items()]


class _Taker:
    """Counts by the cells of the attributes.

    In plain lines all that follows the login is looked up as one text; what it holds is looked at once.
    """

    def __init__(self, table: CsvTable, attributes: tuple[str, ...], on_broken: OnBroken) -> None:
        place = login_column(table)
        columns = {name: index for index, name in enumerate(table.columns)}
        self._login_of = itemgetter(place)
        self._cells_of = cells_at(tuple(columns.get(name) for name in attributes))
        self._width = len(table.columns)
        self._delimiter = table.delimiter
        self._on_broken = on_broken
        self._plain = place == 0 and self._width > 1
        self._tails: Callable[[str], list[str]] = re.compile(
            f"^[^{self._delimiter}\n]++{self._delimiter}(.*+)", re.MULTILINE
        ).findall
        self._cells: dict[str, tuple[str, ...] | None] = {}
        self.counts: Final = Counter[tuple[str, ...]]()

    def take_plain(self, text: str, count: int) -> bool:
        tails = self._tails(text) if self._plain else []
        if len(tails) != count:
            return False
        counts = Counter(tails)
        if len(counts) * _MOSTLY_DIFFERENT > count > _MOSTLY_DIFFERENT:
            return False
        found = [(self._cells_in(tail), number) for tail, number in counts.items()]
        if any(cells is None for cells, _ in found):
            return False
        for cells, number in found:
            if cells is not None:
                self.counts[cells] += number
        return True

    def _cells_in(self, tail: str) -> tuple[str, ...] | None:
        if tail not in self._cells:
            if len(self._cells) >= _REMEMBERED:
                self._cells.clear()
            row = ["", *tail.split(self._delimiter)]
            self._cells[tail] = self._cells_of(row) if len(row) == self._width else None
        return self._cells[tail]

    def take_rows(self, batch: Batch) -> None:
        rows = batch.rows
        if not all(map(self._login_of, rows)):
            rows = []
            for line, row in zip(batch.lines, batch.rows, strict=True):
                if self._login_of(row):
                    rows.append(row)
                else:
                    self._on_broken(Broken(line, _("the cell {column} is empty").format(column=LOGIN)))
        self.counts.update(map(self._cells_of, rows))
