"""Counts the rows of a CSV file by what is in them, in pieces of a megabyte: most files need no parser for most lines.

A piece without quotation marks is as plain as it looks: what takes it may count its lines with functions written in
C. Whatever is odd about a piece (a broken line, an empty cell where none may be) sends it through the parser, row by
row; from the first quotation mark on everything goes there, since a quoted cell may reach beyond the piece.
"""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Protocol

from wizard.access.broken import OnBroken
from wizard.access.csv_rows import Batch, CsvTable
from wizard.access.lines import UNREADABLE, lines_in, lines_of, whole_lines
from wizard.access.stream import Readable


class Taker(Protocol):
    """What counts the rows of a table."""

    def take_plain(self, text: str, count: int) -> bool:
        """Count so many lines without quotation marks; False where any is not what it should be: none is counted."""
        ...

    def take_rows(self, batch: Batch) -> None:
        """Count rows, and name those that are broken."""
        ...


def count_rows(stream: Readable, taker_of: Callable[[CsvTable], Taker], on_broken: OnBroken) -> None:
    """Give every row of a CSV file to the taker that suits its header."""
    pieces = whole_lines(stream)
    header, _, rest = next(pieces, b"").partition(b"\n")
    table = CsvTable(next(lines_in(header + b"\n", 1, on_broken)), on_broken)
    taker = taker_of(table)
    number = 2
    following = chain([rest] if rest else [], pieces)
    for piece in following:
        if b'"' in piece:
            _parse(chain([piece], following), number, table, taker, on_broken)
            return
        height = piece.count(b"\n")
        text = _plain(piece)
        if text is None or not taker.take_plain(text, height + (not piece.endswith(b"\n"))):
            _parse([piece], number, table, taker, on_broken)
        number += height


def _parse(pieces: Iterable[bytes], number: int, table: CsvTable, taker: Taker, on_broken: OnBroken) -> None:
    for batch in table.batches(lines_of(pieces, number, on_broken), number):
        taker.take_rows(batch)


def _plain(piece: bytes) -> str | None:
    """Return the text of a piece with plain line ends; None where it is not that plain."""
    try:
        text = piece.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return None if "\r" in text or UNREADABLE in text else text
