"""Where a command runs: the three streams, and the day.

Results go to standard output, everything else to standard error.
"""

import os
import sys
from collections.abc import Mapping
from io import StringIO
from typing import TYPE_CHECKING, Final, TextIO

from wizard.cli.status import CommandError
from wizard.language import _

if TYPE_CHECKING:
    from datetime import date

STYLES: Final = {"error": "31;1", "warning": "33;1", "info": "36;1", "strong": "1", "quiet": "2"}


class Terminal:
    """Where a command writes, and reads what `-` stands for.

    A reader that goes away (``| head``) ends the output, not the command: its exit status stays what it would be.
    """

    def __init__(self, environment: Mapping[str, str], today: "date | None" = None) -> None:
        self._today = today
        self._out = _prepared(sys.stdout)
        self._err = _prepared(sys.stderr)
        self._coloured = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"

    @property
    def today(self) -> "date":
        """The day on which the command runs, UTC; it stays the same over midnight."""
        if self._today is None:
            from datetime import UTC, datetime  # noqa: PLC0415 - few commands ask for the day, and the app does not

            self._today = datetime.now(UTC).date()
        return self._today

    def result(self, text: str) -> None:
        """Write a part of the result, which brings its own line ends; CommandError where it cannot be written."""
        try:
            _write(self._out, text)
        except OSError as error:
            _silenced(self._out)
            told = _("standard output: the result is not whole: {reason}")
            raise CommandError(told.format(reason=error.strerror or error)) from error

    def note(self, text: str) -> None:
        """Tell the person something that is not the result, on a line of its own."""
        _write(self._err, f"{text}\n")

    def styled(self, text: str, style: str) -> str:
        """Return the text in a style of STYLES where the result goes to a screen that shows it."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self._coloured and self.on_screen else text

    @property
    def on_screen(self) -> bool:
        """Whether the result goes to a person's screen rather than to a file or a program."""
        return self._out.isatty()

    @property
    def width(self) -> int | None:
        """How many columns a line of the result may take; None for a file or a program, which want whole lines."""
        return screen_width() if self.on_screen else None

    def finish(self) -> None:
        """See that everything is written; CommandError where the result could not be."""
        _write(self._err, "")
        self.result("")


def _write(stream: TextIO, text: str) -> None:
    """Write the text, or nothing more where the reader has gone; the empty text writes all that was held back."""
    try:
        stream.write(text)
        if not text:
            stream.flush()
    except BrokenPipeError:
        _silenced(stream)


def _prepared(stream: TextIO | None) -> TextIO:
    """Return a stream that takes every text: UTF-8 for files and programs, and no text is too foreign for a screen."""
    if stream is None:  # a program without a console, as pythonw starts it
        return StringIO()
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        encoding = None if stream.isatty() else "utf-8"
        reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    return stream


def _silenced(stream: TextIO) -> None:
    """Let the rest of the stream go nowhere, so that the interpreter has nothing to say of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    finally:
        os.close(nowhere)


def screen_width() -> int:
    """Return how many columns of the screen a text may take; 78 where there is no screen."""
    try:
        columns = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, ValueError, OSError):
        columns = 80
    return max(columns - 2, 40)


def standard_input(limit: int) -> bytes:
    """Return what stands on standard input, one byte more than `limit` at most; CommandError where there is none."""
    if sys.stdin is None or sys.stdin.closed:
        raise CommandError(_("standard input is closed; name a file instead of -"))
    try:
        return sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        text = _("standard input cannot be read: {reason}")
        raise CommandError(text.format(reason=error.strerror or error)) from error
