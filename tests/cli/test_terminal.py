"""The streams of the program take every text, and a reader that goes away ends the output alone."""

import io
import os
import sys
from datetime import UTC, date, datetime

import pytest

from wizard.cli.status import CommandError
from wizard.cli.terminal import Terminal, screen_width, standard_input


class Screen(io.StringIO):
    """Stands for a terminal."""

    def isatty(self) -> bool:
        """Say that a person looks at it."""
        return True


def test_results_and_notes_go_their_ways(capsys: pytest.CaptureFixture[str]) -> None:
    """Results as they are; a note on a line of its own."""
    terminal = Terminal({})
    terminal.result("result")
    terminal.note("note")
    terminal.finish()
    assert capsys.readouterr() == ("result", "note\n")


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": ""}, {"TERM": "xterm"}])
def test_a_screen_shows_styles(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    """An empty NO_COLOR says nothing: https://no-color.org ."""
    monkeypatch.setattr(sys, "stdout", Screen())
    terminal = Terminal(variables)
    assert terminal.styled("text", "error") == "\x1b[31;1mtext\x1b[0m"
    assert terminal.width == screen_width()


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_screen_that_wants_none_shows_none(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    """The person or the terminal refuses."""
    monkeypatch.setattr(sys, "stdout", Screen())
    assert Terminal(variables).styled("text", "error") == "text"


def test_a_file_shows_no_style_and_keeps_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """What is read by a program is not dressed up."""
    assert Terminal({}).styled("text", "error") == "text"
    assert Terminal({}).width is None


def test_without_streams_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program without a console has none; it works all the same."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    terminal = Terminal({})
    terminal.result("result")
    terminal.note("note")
    terminal.finish()


def test_a_text_that_the_encoding_lacks_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen of another encoding shows an escape, and a file gets UTF-8."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    terminal = Terminal({})
    terminal.result("é\ud800\n")
    terminal.finish()
    assert raw.getvalue() == b"\xc3\xa9\\ud800\n"


def test_a_reader_that_goes_away_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest goes nowhere; nothing is raised, then or at the end."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        terminal = Terminal({})
        terminal.result("x" * 100_000)
        terminal.result("more")
        terminal.finish()
        monkeypatch.undo()


def test_a_disk_without_room_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A result that is not whole is no result."""
    with open("/dev/full", "w", encoding="utf-8") as stream:  # noqa: PTH123 - a device
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(CommandError, match="standard output: the result is not whole: No space left"):
            Terminal({}).result("x" * 100_000)
        monkeypatch.undo()


@pytest.mark.parametrize(("columns", "width"), [("100", 98), ("10", 40), ("x", 78), ("", 78), ("0", 78)])
def test_the_width_of_a_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: str, width: int
) -> None:
    """COLUMNS counts, and 80 where nothing says otherwise; never less than a word needs."""
    monkeypatch.setenv("COLUMNS", columns)
    assert screen_width() == width
    monkeypatch.delenv("COLUMNS")


def test_standard_input_is_read_up_to_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more than the limit tells that there is too much."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"abcdef")))
    assert standard_input(3) == b"abcd"


@pytest.mark.parametrize("kind", ["none", "closed", "folder"])
def test_standard_input_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Without a stream, with a closed one, or with one that fails."""

    class Failing(io.BytesIO):
        """Stands for a folder as standard input."""

        def read(self, _size: int | None = -1) -> bytes:
            """Fail as reading a folder does."""
            raise IsADirectoryError(21, "Is a directory")

    stream = {"none": None, "closed": io.TextIOWrapper(io.BytesIO()), "folder": io.TextIOWrapper(Failing())}[kind]
    if kind == "closed":
        stream.close()
    monkeypatch.setattr(sys, "stdin", stream)
    with pytest.raises(CommandError, match=r"standard input (is closed|cannot be read: Is a directory)"):
        standard_input(10)


def test_the_day_is_the_clocks_unless_it_is_given() -> None:
    """The top of the program may give the day; else it is the clock's, in UTC."""
    before = datetime.now(UTC).date()
    assert before <= Terminal({}).today <= datetime.now(UTC).date()
    assert Terminal({}, date(2027, 1, 2)).today == date(2027, 1, 2)
