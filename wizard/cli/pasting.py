"""Takes what a person pastes into a terminal: whole however long it is, and without showing it.

A terminal hands over a line at a time and drops what is beyond 4,095 bytes of it, on macOS beyond 1,024: the base64 of
a signed response is one line of ten thousand. So it is told to hand over what it gets as it comes. Nor does it show
it: a captured sign-in is a credential, and what a terminal shows can be scrolled back to.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from wizard.language import _

_END: Final = b"\x04"
"""What Ctrl+D sends."""

_AT_ONCE: Final = 1 << 16


def pasted(limit: int) -> bytes | None:
    """Return what is pasted until Ctrl+D, one byte more than `limit` at most; None where nobody can paste."""
    if sys.platform == "win32" or sys.stdin is None or sys.stdin.closed or not sys.stdin.isatty():
        return None
    descriptor = sys.stdin.fileno()
    with _as_it_comes(descriptor):
        sys.stderr.write(_("Paste, then press Ctrl+D. Nothing of it is shown.") + "\n")
        sys.stderr.flush()
        return _until_end(descriptor, limit)


def _until_end(descriptor: int, limit: int) -> bytes:
    data = bytearray()
    while len(data) <= limit:
        piece = os.read(descriptor, _AT_ONCE)
        before, end, _after = piece.partition(_END)
        data += before
        if end or not piece:
            break
    return bytes(data[: limit + 1])


@contextmanager
def _as_it_comes(descriptor: int) -> Iterator[None]:
    """Let the terminal neither wait for the end of a line nor show what it gets; Ctrl+C still interrupts."""
    import termios  # noqa: PLC0415 - Windows has none

    before = termios.tcgetattr(descriptor)
    now: list[Any] = termios.tcgetattr(descriptor)
    now[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
    now[6][termios.VMIN], now[6][termios.VTIME] = 1, 0
    termios.tcsetattr(descriptor, termios.TCSADRAIN, now)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)  # what was not read is no command for the shell
