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
    """Yield the rows; from the first place on where a line is no row, a quoted cell over two of them, by the parser."""
    number = 2
    for piece in pieces:
        try:
            text = piece.decode("utf-8")
        except UnicodeDecodeError:
            yield from table.batches(lines_of(chain([piece], pieces), number, on_broken), number)
            return
        following = number + text.count("\n")
        for batch in table.plain_batches(text, number):
            if isinstance(batch, int):
                rest = islice(StringIO(text, newline="\n"), batch - number, None)
                yield from table.batches(chain(rest, lines_of(pieces, following, on_broken)), batch)
                return
            yield batch
        number = following
