"""Texts that are written later than they are known, kept out of memory where they are many."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Final, Self

_IN_MEMORY: Final = 1 << 20
_PIECE: Final = 1 << 16


class Spool:
    """A list of JSON texts, one a line; beyond a megabyte it is kept in a nameless file of the system.

    Attributes:
        count: how many there are.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed in __exit__
        self.count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, text: str) -> None:
        """Keep one more."""
        self._file.write(f"{',' if self.count else ''}\n    {text}")
        self.count += 1

    def pieces(self) -> Iterator[str]:
        """Yield the text of the whole list in pieces."""
        yield "["
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece
        yield "\n  ]" if self.count else "]"
