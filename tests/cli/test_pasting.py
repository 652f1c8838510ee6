"""What is pasted into a terminal arrives whole, and is not shown."""

import io
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import redirect_stderr

import pytest

from wizard.cli.pasting import pasted

if sys.platform == "win32":
    pytest.skip("Windows hands over long lines, and has no such terminals", allow_module_level=True)

import termios

LINE = b"QUJD" * 5_000
"""As long as the base64 of a signed response can be, many times what a terminal keeps of a line."""


class Person(io.StringIO):
    """Standard error, and who reads there what to do and then pastes, as a terminal does, piece by piece."""

    def __init__(self, end: int) -> None:
        super().__init__()
        self.end = end
        self.data = b""
        self.pasting = threading.Thread(target=self._paste)

    def pastes(self, data: bytes, limit: int = 1 << 20) -> bytes | None:
        """Return what arrives of the data."""
        self.data = data
        with redirect_stderr(self):
            return pasted(limit)

    def write(self, text: str) -> int:
        """Begin to paste when told what to press."""
        if "Ctrl+D" in text:
            self.pasting.start()
        return super().write(text)

    def _paste(self) -> None:
        for at in range(0, len(self.data), 512):
            os.write(self.end, self.data[at : at + 512])

    def sees(self) -> bytes:
        """Return what the terminal shows."""
        self.pasting.join()
        os.set_blocking(self.end, False)
        try:
            return os.read(self.end, 1000)
        except BlockingIOError:
            return b""


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """Let standard input be a terminal; give who sits at it."""
    end, program = os.openpty()
    monkeypatch.setattr(sys, "stdin", os.fdopen(program, "r"))
    stream = sys.stdin
    yield Person(end)
    stream.close()
    os.close(end)


def test_a_long_line_arrives_whole(person: Person) -> None:
    """Though a terminal by itself drops what is beyond 4,095 bytes; what to press is told."""
    assert person.pastes(LINE + b"\r\x04") == LINE + b"\n"
    assert "Ctrl+D" in person.getvalue()


def test_nothing_of_it_is_shown_and_the_terminal_is_as_before(person: Person) -> None:
    """It would stand there to be scrolled back to."""
    before = termios.tcgetattr(sys.stdin.fileno())
    assert person.pastes(b"secret\r\x04") == b"secret\n"
    assert person.sees() == b""
    assert termios.tcgetattr(sys.stdin.fileno()) == before


def test_more_than_the_limit_is_told_by_one_byte(person: Person) -> None:
    """As of any standard input."""
    assert person.pastes(b"x" * 100 + b"\x04", limit=10) == b"x" * 11


@pytest.mark.parametrize("stream", [None, io.TextIOWrapper(io.BytesIO(b"x"))])
def test_without_a_terminal_nobody_pastes(monkeypatch: pytest.MonkeyPatch, stream: io.TextIOWrapper | None) -> None:
    """Standard input is read as ever."""
    monkeypatch.setattr(sys, "stdin", stream)
    assert pasted(10) is None
