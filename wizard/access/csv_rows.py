"""The rows of a CSV file with a header: comma, semicolon or tab, any line ends, quoted fields over several lines.

Rows come in batches, so that what is done with each of a million rows can be left to functions written in C. Where a
quotation mark is not closed, the line on which it stands is named, and the reading goes on at the next line.
"""

import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from operator import itemgetter
from typing import Final, NamedTuple

from wizard.access.broken import Broken, OnBroken, UnreadableFile
from wizard.access.lines import UNREADABLE
from wizard.language import _, ngettext

_DELIMITERS: Final = (",", ";", "\t")
_LONGEST_FIELD: Final = 1 << 16
_BATCH: Final = 256
_PLAIN_BATCH: Final = 128


class Batch(NamedTuple):
    """Rows, each with as many cells as the header, and the numbers of the physical lines on which they begin."""

    lines: Sequence[int]
    rows: Sequence[list[str]]


class CsvTable:
    """The form of a CSV file, read from its first line.

    Attributes:
        columns: the names in the first line, in order. delimiter: what stands between the cells.
    """

    def __init__(self, header: str, on_broken: OnBroken) -> None:
        self.delimiter: Final = max(_DELIMITERS, key=header.count)
        self._on_broken = on_broken
        try:
            named = next(csv.reader([header], delimiter=self.delimiter), [])
        except csv.Error as error:
            raise UnreadableFile(_("the first line is no row of CSV: {error}").format(error=error)) from error
        self.columns: Final = tuple(name.strip() for name in named)
        if not any(self.columns):
            raise UnreadableFile(_("the file is empty; its first line names the columns"))
        twice = sorted({name for name in self.columns if name and self.columns.count(name) > 1})
        if twice:
            raise UnreadableFile(_("the column {name} stands twice in the first line").format(name=twice[0]))

    def batches(self, lines: Iterable[str], first: int = 2) -> Iterator[Batch]:
        """Yield the rows that begin on line `first`; one of another number of cells is named and left out.

        An empty line is no row.
        """
        csv.field_size_limit(_LONGEST_FIELD)
        taken: list[str] = []
        source = iter(lines)
        reader = csv.reader(_noted(source, taken), delimiter=self.delimiter)
        while True:
            rows: list[list[str]] = []
            try:
                rows.extend(islice(reader, _BATCH))
                plain = len(rows) == len(taken)
            except csv.Error:
                plain = False
            if not taken:
                return
            if plain:
                yield self._batch(range(first, first + len(rows)), rows)
                first += len(rows)
            else:
                found = list(self._one_by_one(deque(taken), source, first))
                first = found[-1][0]
                yield self._batch([line for line, row in found if row], [row for _, row in found if row])
            taken.clear()

    def plain_batches(self, text: str, first: int) -> Iterator[Batch | int]:
        """Yield the rows of a text whose first line is line `first`, as long as each line is a row.

        The number of the first line of which that is not sure comes last, where there is such a line: from there on
        `batches` tells what the text holds.
        """
        csv.field_size_limit(_LONGEST_FIELD)
        reader = csv.reader(StringIO(text, newline="\n"), delimiter=self.delimiter, strict=True)
        number = first
        while True:
            try:
                rows = list(islice(reader, _PLAIN_BATCH))
            except csv.Error:
                yield number
                return
            if not rows:
                return
            if first + reader.line_num != number + len(rows):
                yield number
                return
            yield self._batch(range(number, number + len(rows)), rows)
            number += len(rows)

    def _batch(self, lines: Sequence[int], rows: Sequence[list[str]]) -> Batch:
        """Return the sound ones among rows."""
        width = len(self.columns)
        if set(map(len, rows)) == {width} and (width > 1 or [UNREADABLE] not in rows):
            return Batch(lines, rows)
        sound = []
        for line, row in zip(lines, rows, strict=True):
            if len(row) == width and row != [UNREADABLE]:
                sound.append((line, row))
            elif row and row != [UNREADABLE]:
                template = ngettext(
                    "{count} cell; columns in the first line: {width}",
                    "{count} cells; columns in the first line: {width}",
                    len(row),
                )
                told = template.format(count=len(row), width=width)
                self._on_broken(Broken(line, told))
        return Batch([line for line, _row in sound], [row for _line, row in sound])

    def _one_by_one(self, buffer: deque[str], source: Iterator[str], line: int) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows in a buffer, the last of which may reach on into the source, and their lines.

        A row over several lines that has not the header's cells is taken for a quotation mark that is not closed. At
        the end comes the number of the following line, with no row.
        """
        while buffer:
            taken: list[str] = []
            reader = csv.reader(_noted(_drained(buffer, source), taken), delimiter=self.delimiter)
            try:
                row = next(reader)
            except csv.Error as error:
                row = []
                self._on_broken(Broken(line, _("no row of CSV: {error}").format(error=error)))
            if len(taken) > 1 and len(row) != len(self.columns):
                if row:
                    self._on_broken(Broken(line, _("a quotation mark is not closed on this line")))
                buffer.extendleft(reversed(taken[1:]))
                taken, row = taken[:1], []
            if row:
                yield line, row
            line += len(taken)
        yield line, []


def _noted(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    """Yield lines, and keep those that have been taken."""
    for line in lines:
        taken.append(line)
        yield line


def _drained(buffer: deque[str], source: Iterator[str]) -> Iterator[str]:
    while buffer:
        yield buffer.popleft()
    yield from source


def cells_at(indexes: tuple[int | None, ...]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Return what takes the cells at these indexes from a row; an index of None gives an empty text."""
    whole = [index for index in indexes if index is not None]
    if len(whole) == len(indexes) and len(whole) > 1:
        quick: Callable[[Sequence[str]], tuple[str, ...]] = itemgetter(*whole)
        return quick
    return lambda row: tuple("" if index is None else row[index] for index in indexes)
