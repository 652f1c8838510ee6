"""The rows of a CSV file, read by functions written in C where every line is a row, as in most of most files."""

from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice

from wizard.access.broken import OnBroken
from wizard.access.csv_rows import Batch, CsvTable
from wizard.access.lines import lines_in, lines_of, whole_lines
from wizard.access.stream import Readable


def csv_pieces(stream: Readable, on_broken: OnBroken) -> tuple[CsvTable, Iterator[Batch]]:
    """Return the table of a file, and its rows; UnreadableFile where its first line names no columns."""
    pieces = whole_lines(stream)
    header, _, rest = next(pieces, b"").partition(b"\n")
    table = CsvTable(next(lines_in(header + b"\n", 1, on_broken)), on_broken)
    return table, _batches(table, chain([rest] if rest else [], pieces), on_broken)


def _batches(table: CsvTable, pieces: Iterator[bytes], on_broken: OnBroken) -> Iterator[Batch]:
    number = 2
    for piece in pieces:
        if piece.count(b'"') % 2:  # a quoted cell may reach into the next piece
            yield from table.batches(lines_of(chain([piece], pieces), number, on_broken), number)
            return
        yield from _piece(table, piece, number, on_broken)
        number += piece.count(b"\n")


def _piece(table: CsvTable, piece: bytes, number: int, on_broken: OnBroken) -> Iterator[Batch]:
    """Yield the rows of a piece in which no quoted cell is left open."""
    try:
        text = piece.decode("utf-8")
    except UnicodeDecodeError:
        yield from table.batches(lines_in(piece, number, on_broken), number)
        return
    for batch in table.plain_batches(text, number):
        if isinstance(batch, int):
            yield from table.batches(islice(StringIO(text, newline="\n"), batch - number, None), batch)
        else:
            yield batch
