"""The rows of a CSV file with a header: comma, semicolon or tab, any line ends, quoted fields over several lines.

Rows come in batches, so that what is done with each of a million rows can be left to functions written in C.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice
from operator import itemgetter
from typing import Final, NamedTuple

from wizard.access.broken import Broken, OnBroken, UnreadableFile
from wizard.access.lines import UNREADABLE

_DELIMITERS: Final = (",", ";", "\t")
_LONGEST_FIELD: Final = 1 << 20
_BATCH: Final = 256


class Batch(NamedTuple):
    """Rows, each with as many cells as the header, and the numbers of the physical lines on which they begin."""

    lines: Sequence[int]
    rows: Sequence[list[str]]


class CsvTable:
    """A CSV file whose header has been read.

    Attributes:
        columns: the names in the header, in order.
    """

    def __init__(self, lines: Iterable[str], on_broken: OnBroken) -> None:
        source = iter(lines)
        header = next(source, "")
        delimiter = max(_DELIMITERS, key=header.count)
        csv.field_size_limit(_LONGEST_FIELD)
        self._on_broken = on_broken
        self._reader = csv.reader(source, delimiter=delimiter)
        named = next(csv.reader([header], delimiter=delimiter), [])
        self.columns = tuple(name.strip() for name in named)
        if not any(self.columns):
            raise UnreadableFile("the file is empty; its first line names the columns")
        twice = sorted({name for name in self.columns if name and self.columns.count(name) > 1})
        if twice:
            raise UnreadableFile(f"the column {twice[0]} stands twice in the first line")

    def batches(self) -> Iterator[Batch]:
        """Yield the rows; one that has not the header's number of cells is named and left out, an empty line too."""
        reader = self._reader
        width = len(self.columns)
        first = 2
        while True:
            rows: list[list[str]] = []
            failure = None
            try:
                rows.extend(islice(reader, _BATCH))
            except csv.Error as error:
                failure = Broken(reader.line_num + 1, f"no row of CSV: {error}")
            following = reader.line_num + 2
            if rows:
                yield self._batch(rows, width, first, following - first)
            if failure is not None:
                self._on_broken(failure)
            elif not rows:
                return
            first = following

    def _batch(self, rows: list[list[str]], width: int, first: int, height: int) -> Batch:
        """Return the sound ones among rows that stand on `height` lines from line `first` on."""
        plain = height == len(rows)
        lines: Sequence[int] = range(first, first + height) if plain else _beginnings(rows, first)
        if all(map(width.__eq__, map(len, rows))) and (width > 1 or [UNREADABLE] not in rows):
            return Batch(lines, rows)
        sound = []
        for line, row in zip(lines, rows, strict=True):
            if len(row) == width and row != [UNREADABLE]:
                sound.append((line, row))
            elif row and row != [UNREADABLE]:
                self._on_broken(Broken(line, f"{len(row)} cells; the first line names {width} columns"))
        return Batch([line for line, _ in sound], [row for _, row in sound])


def _beginnings(rows: list[list[str]], first: int) -> list[int]:
    """Return the lines on which rows begin, some of which hold line ends in their cells."""
    heights = (1 + sum(cell.count("\n") for cell in row) for row in rows)
    return list(accumulate(heights, initial=first))[:-1]


def cells_at(indexes: tuple[int | None, ...]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Return what takes the cells at these indexes from a row; an index of None gives an empty text."""
    whole = [index for index in indexes if index is not None]
    if len(whole) == len(indexes) and len(whole) > 1:
        quick: Callable[[Sequence[str]], tuple[str, ...]] = itemgetter(*whole)
        return quick
    return lambda row: tuple("" if index is None else row[index] for index in indexes)
