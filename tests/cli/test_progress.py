"""Progress shows on a person's screen alone, and Ctrl-C ends the reading without losing what was done."""

import io
import os
import signal
import sys
import threading

import pytest

from wizard.cli import progress
from wizard.cli.progress import Progress


class Screen(io.StringIO):
    """Standard error that a person sees."""

    def isatty(self) -> bool:
        """Tell that a person sees it."""
        return True


def test_the_line_tells_the_share_and_goes(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """How much of the file is read, and how many people; at the end nothing of it is left."""
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    monkeypatch.setattr(progress, "_LONG", 0.0)
    path = tmp_path / "people.csv"
    path.write_bytes(b"x" * 1000)
    with path.open("rb") as stream, Progress(stream) as shown:
        shown.read(250)
        shown.show(12_345)
    assert "[####............] 25 %  12,345 people; Ctrl-C stops" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the first second there is no line."""
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    with Progress(io.BytesIO(b"x")) as shown:
        shown.read(1)
        shown.show(1)
    assert screen.getvalue() == ""


def test_a_file_for_standard_error_gets_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no person sees it, nothing is shown, however long it takes."""
    monkeypatch.setattr(sys, "stderr", log := io.StringIO())
    monkeypatch.setattr(progress, "_LONG", 0.0)
    with Progress(io.BytesIO(b"x")) as shown:
        shown.show(1)
    assert log.getvalue() == ""


def test_the_first_ctrl_c_ends_the_reading_and_the_second_the_program() -> None:
    """After one, the stream gives nothing more; another one is as ever; afterwards all is as before."""
    before = signal.getsignal(signal.SIGINT)
    with Progress(io.BytesIO(b"abc")) as shown:
        assert shown.read(1) == b"a"
        signal.raise_signal(signal.SIGINT)
        assert shown.stopped
        assert shown.read(1) == b""
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_ends_a_read_that_waits() -> None:
    """A pipe that gives nothing does not hold the program."""
    receiver, sender = os.pipe()
    timer = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT))
    with os.fdopen(receiver, "rb") as stream, Progress(stream) as shown:
        timer.start()
        assert shown.read(1 << 20) == b""
        assert shown.stopped
    timer.join()
    os.close(sender)
