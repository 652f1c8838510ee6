"""The physical lines of a stream of bytes; one that is no UTF-8 is named, and stands for nothing but its number."""

from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

from wizard.access.broken import Broken, OnBroken
from wizard.access.stream import Readable
from wizard.language import _

_CHUNK: Final = 1 << 20
_LONGEST: Final = 8 << 20

UNREADABLE: Final = "\x00"
"""What stands for a line that is no UTF-8; no line of a text file holds it."""


def lines(stream: Readable, on_broken: OnBroken) -> Iterator[str]:
    """Yield every physical line with its line end, from bytes in UTF-8."""
    return lines_of(whole_lines(stream), 1, on_broken)


def lines_of(pieces: Iterable[bytes], number: int, on_broken: OnBroken) -> Iterator[str]:
    """Yield the lines of pieces, the first of which begins with line `number`."""
    for piece in pieces:
        yield from lines_in(piece, number, on_broken)
        number += piece.count(b"\n")


def lines_in(piece: bytes, number: int, on_broken: OnBroken) -> Iterator[str]:
    """Yield the lines of a piece that begins with line `number`."""
    try:
        text = piece.decode("utf-8")
    except UnicodeDecodeError:
        found = piece.removesuffix(b"\n").split(b"\n")
        yield from (_line(line, number + offset, on_broken) for offset, line in enumerate(found))
        return
    yield from StringIO(text, newline="\n")


def _line(line: bytes, number: int, on_broken: OnBroken) -> str:
    try:
        return line.decode("utf-8") + "\n"
    except UnicodeDecodeError as error:
        told = _("the line is no UTF-8: byte {place} is 0x{byte:02X}")
        on_broken(Broken(number, told.format(place=error.start + 1, byte=line[error.start])))
        return f"{UNREADABLE}\n"


def whole_lines(stream: Readable) -> Iterator[bytes]:
    """Yield the bytes in pieces that end with a line, but for the last; a line longer than any sensible one is cut."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        end = chunk.rfind(b"\n") + 1
        if not end:
            rest += chunk
            if len(rest) > _LONGEST:
                yield rest
                rest = b""
            continue
        yield rest + chunk[:end]
        rest = chunk[end:]
    if rest:
        yield rest
