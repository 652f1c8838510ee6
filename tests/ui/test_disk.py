"""The plan's file changes, vanishes or cannot be written: the plan in memory is never lost, and the person is told."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from tests.named import PLANS
from tests.ui.at_work import CTRL, AtWork
from wizard.frozen import replace
from wizard.plan.reader import read_plan
from wizard.plan.writer import write_plan

Open = Callable[..., AtWork]


@pytest.fixture
def own_plan(tmp_path: Path) -> Path:
    """Give a plan file that the test may write."""
    path = tmp_path / "plans" / "team.session-tags.yaml"
    path.parent.mkdir()
    write_plan(read_plan(PLANS["team-project"]), path)
    return path


def written_by_another(path: Path, name: str) -> None:
    """Let another process write the plan with another name."""
    program = (
        "import sys; from wizard.frozen import replace; from pathlib import Path; "
        "from wizard.plan.reader import read_plan; from wizard.plan.writer import write_plan; "
        "path = Path(sys.argv[1]); write_plan(replace(read_plan(path), name=sys.argv[2]), path)"
    )
    subprocess.run([sys.executable, "-c", program, str(path), name], check=True)


def test_a_change_by_another_program_is_noticed_and_reloaded(at_work: Open, own_plan: Path) -> None:
    """The window hears of it by itself; reloading is an edit, which undo takes back."""
    app = at_work(own_plan)
    app.retype("Mine")
    written_by_another(own_plan, "Theirs")
    assert "was changed by another program" in app.box().text()
    assert "still open here" in app.box().informativeText()
    app.answer("Reload")
    assert app.plan.name == "Theirs"
    assert not app.session.unsaved
    assert app.action("Undo").text() == "&Undo reload team.session-tags.yaml"
    app.session.undo()
    assert app.plan.name == "Mine"
    assert app.session.unsaved


def test_a_change_is_asked_about_once(at_work: Open, own_plan: Path) -> None:
    """Who keeps the own plan is not asked again, and saving replaces the file."""
    app = at_work(own_plan)
    written_by_another(own_plan, "Theirs")
    app.box()
    app.answer("Keep mine")
    assert app.session.unsaved
    app.press(Qt.Key.Key_S, CTRL)
    assert read_plan(own_plan).name == app.plan.name
    app.desk.disk._look()
    assert not any(each.isVisible() for each in app.window.findChildren(QDialog))


def test_a_change_is_compared_with_the_own_plan(at_work: Open, own_plan: Path) -> None:
    """The view holds the plan as it stands against what lies in the file now."""
    app = at_work(own_plan)
    written_by_another(own_plan, "Theirs")
    app.box()
    app.answer("Compare")
    assert app.session.view == "compare"
    assert app.session.as_saved == read_plan(own_plan)
    assert app.plan.name == "Team and project access"


def test_the_same_plan_written_anew_is_no_question(at_work: Open, own_plan: Path) -> None:
    """Other bytes that mean the same are only told of."""
    app = at_work(own_plan)
    own_plan.write_text(own_plan.read_text() + "# a comment\n")
    app.desk.disk._look()
    assert "holds the same plan" in app.frame.foot.told.text()
    assert not app.session.unsaved


def test_saving_over_what_somebody_wrote_asks_first(
    at_work: Open, own_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the system has not told of the change; cancelled, nothing is written."""
    app = at_work(own_plan)
    app.desk.disk.end()
    app.retype("Mine")
    written_by_another(own_plan, "Theirs")
    app.press(Qt.Key.Key_S, CTRL)
    assert "was changed since it was opened" in app.box().text()
    app.answer("Cancel")
    assert read_plan(own_plan).name == "Theirs"
    assert app.session.unsaved
    elsewhere = own_plan.with_name("mine.session-tags.yaml")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(elsewhere), ""))
    app.desk.files.save()
    app.answer("Save elsewhere…")
    assert (read_plan(own_plan).name, read_plan(elsewhere).name) == ("Theirs", "Mine")


def test_saving_over_it_all_the_same(at_work: Open, own_plan: Path) -> None:
    """It is the person's choice."""
    app = at_work(own_plan)
    app.desk.disk.end()
    app.retype("Mine")
    written_by_another(own_plan, "Theirs")
    app.press(Qt.Key.Key_S, CTRL)
    app.answer("Replace it")
    assert read_plan(own_plan).name == "Mine"


def test_one_plan_in_two_windows_loses_nothing(at_work: Open, own_plan: Path) -> None:
    """What the first has saved, the second is told of before it can write over it."""
    first, second = at_work(own_plan), at_work(own_plan)
    second.desk.disk.end()
    second.session.set("name", "Second", "change the name")
    first.session.set("name", "First", "change the name")
    first.desk.files.save()
    second.desk.files.save()
    assert "was changed since it was opened" in second.box().text()
    second.answer("Cancel")
    assert read_plan(own_plan).name == "First"
    assert second.plan.name == "Second"


def test_a_plan_that_is_deleted_meanwhile_is_still_here(at_work: Open, own_plan: Path) -> None:
    """The message says what is safe and what to do; saving writes the file anew."""
    app = at_work(own_plan)
    own_plan.unlink()
    assert "is no longer where it was" in app.box().text()
    assert "Save writes the file anew" in app.box().informativeText()
    app.answer("Close")
    assert app.session.unsaved
    app.window.activateWindow()
    app.press(Qt.Key.Key_S, CTRL)
    assert read_plan(own_plan) == app.plan
    assert not app.session.unsaved


def test_a_plan_that_is_no_plan_any_more_is_still_here(at_work: Open, own_plan: Path) -> None:
    """The first mistake is named, and the open plan is what it was."""
    app = at_work(own_plan)
    before = app.plan
    own_plan.write_text("version: 1\ntags: [\n")
    assert "can no longer be read as a plan" in app.box().text()
    assert "still open here" in app.box().informativeText()
    app.answer("Close")
    assert app.plan is before
    assert app.session.unsaved


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "Your quota of the disk is used up"),
        (errno.EROFS, "The disk can only be read"),
        (errno.EACCES, "may not be written"),
        (errno.EIO, "The file cannot be written"),
    ],
)
def test_a_disk_that_takes_nothing_costs_nothing(
    at_work: Open, own_plan: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """What is safe and what to do; the file is whole, the plan still open and still unsaved, and goes elsewhere."""
    app = at_work(own_plan)
    app.retype("Mine")
    real = os.fsync

    def refused(descriptor: int) -> None:
        del descriptor
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refused)
    app.press(Qt.Key.Key_S, CTRL)
    box = app.box()
    assert "was not saved" in box.text()
    assert words in box.informativeText()
    assert "The plan is still open here, and what the file held before is whole." in box.informativeText()
    app.answer("Close")
    monkeypatch.setattr(os, "fsync", real)
    assert read_plan(own_plan) == replace(app.plan, name="Team and project access")
    assert list(own_plan.parent.iterdir()) == [own_plan]
    assert app.session.unsaved


def test_a_plan_that_cannot_be_kept_is_told_of_once(
    at_work: Open, own_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keeping is a favour; that it fails is worth a sentence, not one at every rest."""
    app = at_work(own_plan)
    app.retype("Mine")
    monkeypatch.setattr(app.desk.recovery, "keep", lambda *_: False)
    app.desk.keep()
    assert app.frame.foot.told.text() == "The plan cannot be kept in case the program ends: save it"
    app.frame.foot.told.clear()
    app.desk.keep()
    assert app.frame.foot.told.text() == ""
