"""A file of people as the app reads it: it says how far it is, and it can be left before its end."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from wizard.access.broken import UnreadableFile
from wizard.language import _
from wizard.quoting.line_text import one_line

GoOn = Callable[[float | None], None]
"""Takes which part of the work is done, 0 to 1; raises where nobody waits for it any more."""


class NotRead(Exception):
    """A list that cannot be read; the text says why."""


@contextmanager
def opened_people(path: Path) -> Iterator[BinaryIO]:
    """Give the file; NotRead where it cannot be opened, or where nothing in it can be read as people."""
    try:
        if path.exists() and not path.is_file():
            raise NotRead(_("It is no file"))
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise _not_read(error) from error
    with file:
        try:
            yield file
        except UnreadableFile as error:
            raise NotRead(one_line(error)) from error


def _not_read(error: Exception) -> NotRead:
    return NotRead(_("It cannot be read: {reason}").format(reason=getattr(error, "strerror", None) or error))


class Stopped(Exception):
    """The rest of the list is not wanted."""


class WatchedFile:
    """A file that says how far it is read, and of which nothing more can be had once it is stopped.

    It does not end then as a file does: whoever reads it would take the half of a line for a whole one.
    """

    def __init__(self, file: BinaryIO, go_on: GoOn, is_stopped: Callable[[], bool]) -> None:
        self._file = file
        self._size = max(1, os.fstat(file.fileno()).st_size)
        self._read = 0
        self._go_on = go_on
        self._is_stopped = is_stopped

    def read(self, size: int, /) -> bytes:
        """Return what the file gives; Stopped once it is stopped."""
        self.tell()
        try:
            data = self._file.read(size)
        except OSError as error:
            raise _not_read(error) from error
        self._read += len(data)
        return data

    def tell(self) -> None:
        """Say how far it is; Stopped once it is stopped."""
        if self._is_stopped():
            raise Stopped
        self._go_on(min(1.0, self._read / self._size))
