"""What the program remembers may be damaged in any way: it starts, and what cannot be read is set aside."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.named import PLANS
from tests.ui.at_work import CTRL, AtWork

Open = Callable[..., AtWork]
GARBAGE = bytes(range(256)) * 40


def garbage(path: Path) -> None:
    """Write bytes that are nothing."""
    path.write_bytes(GARBAGE)


def folder(path: Path) -> None:
    """Make a folder, with something in it, where a file belongs."""
    path.mkdir()
    (path / "mine").write_text("mine")


def empty(path: Path) -> None:
    """Write nothing."""
    path.write_bytes(b"")


def large(path: Path) -> None:
    """Write far more than was ever remembered."""
    path.write_bytes(b"[window]\n" + b"geometry=x\n" * 500_000)


def wrong_state(path: Path) -> None:
    """Write settings that can be read, with values that no window gave."""
    path.write_bytes(
        b"[General]\ntheme=@ByteArray(\\x1\\x2)\npreview=@Invalid()\n[window]\ngeometry=@ByteArray(\\xff\\0\\x1garbage)\n"
        b"across=@ByteArray(\\0\\0\\0\\xff\\0\\0\\0\\0)\ndown=@Size(-1 -1)\n[preview]\nwraps=7, 8\n"
    )


def deep(path: Path) -> None:
    """Write JSON that is nested as deep as a parser goes, and deeper."""
    path.write_text("[" * 200_000)


def loop(path: Path) -> None:
    """Make a symbolic link to itself."""
    path.symlink_to(path.name)


def pipe(path: Path) -> None:
    """Make a pipe: whoever reads it waits for a writer who never comes."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pipes among its files")
    os.mkfifo(path)


DAMAGES = (garbage, folder, empty, large, wrong_state, deep, loop, pipe)
FILES = ("config/window.ini", "state/recent.json", "state/exports.json", "state/unsaved/5.json", "state/unsaved/1.lock")


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_program_starts_and_works_on(at_work: Open, tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """A plan can be opened, edited, kept and left, whatever stands where the program remembers things.

    What it remembers from then on replaces what could not be read.
    """
    for name in FILES:
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        damage(path)
    app = at_work(PLANS["team-project"])
    app.retype("Teams")
    app.desk.keep()
    unsaved = (file for file in (app.places.state / "unsaved").glob("*.json") if file.is_file())
    assert any("Teams" in file.read_text(encoding="utf-8") for file in unsaved)
    app.press(Qt.Key.Key_Z, CTRL)
    assert app.window.close()
    again = at_work()
    assert again.desk.files.recent.paths() == (PLANS["team-project"],)
    assert not again.desk.settings.state("window/geometry").isEmpty()


@pytest.mark.parametrize("name", ["config", "state", "state/unsaved"])
def test_a_file_where_a_folder_belongs_costs_what_is_remembered(at_work: Open, tmp_path: Path, name: str) -> None:
    """Nothing can be written there: the plan can be worked on all the same, and the file is left alone."""
    path = tmp_path / "own" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")
    app = at_work(PLANS["team-project"])
    app.retype("Teams")
    app.desk.keep()
    kept = name == "config"
    assert (app.frame.foot.told.text() == "") == kept
    app.press(Qt.Key.Key_Z, CTRL)
    assert app.window.close()
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    "name", ["config/window.ini", "state/recent.json", "state/exports.json", "state/unsaved/7.json"]
)
def test_what_cannot_be_read_is_set_aside_whole(at_work: Open, tmp_path: Path, name: str) -> None:
    """Whoever wants to look at it finds it beside."""
    path = tmp_path / "own" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(GARBAGE)
    app = at_work()
    app.desk.files.recent.paths()
    app.desk.exports.of(PLANS["team-project"])
    assert path.with_name(f"{path.name}.unreadable").read_bytes() == GARBAGE
