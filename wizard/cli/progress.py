"""Progress of long work on the terminal, and Ctrl-C that ends the work early without losing what was done.

The line is shown on standard error, only where a person sees it. The first Ctrl-C ends the reading as the end of the
file would; a second one ends the program.
"""

import os
import signal
import stat
import sys
import threading
import time
from types import FrameType, TracebackType
from typing import BinaryIO, Final, Self

from wizard.language import ngettext

_EVERY: Final = 0.2
"""Seconds between two updates of the line."""

_LONG: Final = 1.0
"""Seconds of work that need no line."""

_WIDTH: Final = 16
"""Characters of the bar: with its text the line has less than eighty."""


class _Interrupted(BaseException):
    """Ctrl-C while a read waits for more."""


class Progress:
    """Shows how far the reading of a stream is, and lets Ctrl-C stop it.

    Attributes:
        stopped: whether Ctrl-C was pressed; what is read after that is cut off and not to be used.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: Final = stream
        self._size: Final = _size(stream)
        self._read = 0
        self._reading = False
        self._shown = False
        self._next = time.monotonic() + _LONG
        self._on_screen: Final = sys.stderr is not None and sys.stderr.isatty()
        self.stopped = False

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, self._before)
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def read(self, size: int, /) -> bytes:
        """Return what the stream gives; nothing more once Ctrl-C was pressed."""
        if self.stopped:
            return b""
        try:
            self._reading = True
            data = self._stream.read(size)
            self._reading = False
        except _Interrupted:
            return b""
        finally:
            self._reading = False
        self._read += len(data)
        return data

    def show(self, people: int) -> None:
        """Show how many people have been read, now and then."""
        if not self._on_screen or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _EVERY
        self._shown = True
        share = _bar(self._read, self._size) if self._size else ""
        told = ngettext(
            "{people:,} person; Ctrl-C stops and reports on this one",
            "{people:,} people; Ctrl-C stops and reports on these",
            people,
        )
        sys.stderr.write(f"\r\x1b[K{share}{told.format(people=people)}")
        sys.stderr.flush()

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if self.stopped:
            raise KeyboardInterrupt
        self.stopped = True
        if self._reading:
            raise _Interrupted


def _bar(done: int, whole: int) -> str:
    """Return how much of a whole is done as a bar and as a number, in characters that every terminal shows."""
    full = _WIDTH * done // whole
    return f"[{'#' * full}{'.' * (_WIDTH - full)}] {100 * done // whole} %  "


def _size(stream: BinaryIO) -> int:
    """Return how many bytes the stream holds, 0 where that is not known."""
    try:
        found = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0
