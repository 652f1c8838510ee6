"""How many resources of a file are of one kind and have the same values in the tags that matter."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from wizard.access.broken import Broken, OnAbsent, OnBroken, unmissed
from wizard.access.csv_counts import count_rows
from wizard.access.csv_rows import Batch, CsvTable, cells_at
from wizard.access.kind import Kind, Kinds
from wizard.access.resources import Tags, arn_column, json_resources, no_arn
from wizard.access.stream import Readable, Rejoined

Held = tuple[Kind, Tags]
Cells = tuple[str, ...]

_REMEMBERED: Final = 100_000
_PLAIN_LINE: Final = (
    "^(arn:[^:D\n]*+:[^:D\n]*+:[^:D\n]*+:[^:D\n]*+:[^/:D\n]*+[/:]?+)(?:[^/:D\n]*+(?=D)|([^D\n]*+))D(.*+)"
)
"""The beginning of the ARN, the rest of it where that has further separators, and what follows the ARN."""


def resource_counts(
    stream: Readable, keys: Sequence[str], kinds: Kinds, on_broken: OnBroken, on_absent: OnAbsent = unmissed
) -> Iterable[tuple[Held, int]]:
    """Return each kind with each combination of the tags of these keys, and how many resources are alike in that.

    The file is what :func:`wizard.access.resources.resources` reads, and is read as it does.
    """
    source = Rejoined(stream)
    asked = tuple(key.lower() for key in keys)
    if source.start[:1] in (b"[", b"{"):
        return _counted_items(source, asked, kinds, on_broken).items()
    takers: list[_Taker] = []

    def taker(table: CsvTable) -> _Taker:
        takers.append(_Taker(table, asked, kinds, on_broken))
        columns = {name.lower() for name in table.columns}
        for key in keys:
            if key.lower() not in columns:
                on_absent(key)
        return takers[0]

    count_rows(source, taker, on_broken)
    return [((kind, tuple(cell or None for cell in cells)), count) for (kind, cells), count in takers[0].counts.items()]


def _counted_items(source: Readable, asked: tuple[str, ...], kinds: Kinds, on_broken: OnBroken) -> Counter[Held]:
    counts = Counter[Held]()
    for line, arn, tags in json_resources(source, asked, on_broken):
        kind = kinds.of(arn)
        if kind is None:
            on_broken(Broken(line, no_arn(arn)))
        else:
            counts[kind, tags] += 1
    return counts


class _Taker:
    """Counts by the kind and the cells of the tags.

    In plain lines the beginning of the ARN and all that follows the ARN are looked up as texts.
    """

    def __init__(self, table: CsvTable, asked: tuple[str, ...], kinds: Kinds, on_broken: OnBroken) -> None:
        self._place = arn_column(table)
        columns = {name.lower(): index for index, name in enumerate(table.columns)}
        self._cells_of = cells_at(tuple(columns.get(key) for key in asked))
        self._width = len(table.columns)
        self._delimiter = table.delimiter
        self._kinds = kinds
        self._on_broken = on_broken
        self._plain = self._place == 0 and self._width > 1
        self._lines: Callable[[str], list[tuple[str, str, str]]] = re.compile(
            _PLAIN_LINE.replace("D", self._delimiter), re.MULTILINE
        ).findall
        self._cells: dict[str, Cells | None] = {}
        self.counts: Final = Counter[tuple[Kind, Cells]]()

    def take_plain(self, text: str, count: int) -> bool:
        lines = self._lines(text) if self._plain else []
        if len(lines) != count:
            return False
        found: list[tuple[tuple[Kind, Cells], int]] = []
        for (beginning, rest, tail), number in Counter(lines).items():
            kind = self._kinds.begun(beginning, rest)
            cells = self._cells[tail] if tail in self._cells else self._cells_in(tail)
            if kind is None or cells is None:
                return False
            found.append(((kind, cells), number))
        for held, number in found:
            self.counts[held] += number
        return True

    def _cells_in(self, tail: str) -> Cells | None:
        if len(self._cells) >= _REMEMBERED:
            self._cells.clear()
        row = ["", *tail.split(self._delimiter)]
        self._cells[tail] = cells = self._cells_of(row) if len(row) == self._width else None
        return cells

    def take_rows(self, batch: Batch) -> None:
        for line, row in zip(batch.lines, batch.rows, strict=True):
            kind = self._kinds.of(row[self._place])
            if kind is None:
                self._on_broken(Broken(line, no_arn(row[self._place])))
            else:
                self.counts[kind, self._cells_of(row)] += 1
