"""Whether a plan's file still holds what it held."""

import os
import sys
from pathlib import Path

import pytest

from wizard.adoption import NotReadable
from wizard.app.adopting import adoption_of
from wizard.app.compare.other import read_other
from wizard.app.dropped import is_evidence, is_plan_file
from wizard.app.matrix.answer import answer
from wizard.app.matrix.question import Question, Unusable
from wizard.app.plan_on_disk import OnDisk, PlanOnDisk, plan_on_disk
from wizard.plan.error import PlanError
from wizard.plan.model import Plan


def test_a_file_is_the_same_until_its_bytes_are_others(tmp_path: Path) -> None:
    """Written anew with the same bytes it is the same; gone it is gone; back it is the same again."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"one")
    known = PlanOnDisk()
    known.note(path)
    path.write_bytes(b"one")
    assert known.state() is OnDisk.SAME
    path.write_bytes(b"two")
    assert known.state() is OnDisk.CHANGED
    path.unlink()
    assert known.state() is OnDisk.GONE
    path.write_bytes(b"one")
    assert known.state() is OnDisk.SAME


def test_what_was_written_is_known_though_another_came_between(tmp_path: Path) -> None:
    """Two programs that save at the same time are told apart by what they wrote."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"theirs")
    known = PlanOnDisk()
    known.note_written(path, b"mine")
    assert known.state() is OnDisk.CHANGED


def test_a_plan_without_a_file_never_changes(tmp_path: Path) -> None:
    """Nor does a file that was never there, until it is."""
    known = PlanOnDisk()
    assert known.state() is OnDisk.SAME
    known.note(None)
    assert known.state() is OnDisk.SAME
    known.note(tmp_path / "none")
    assert known.state() is OnDisk.SAME
    (tmp_path / "none").write_bytes(b"now")
    assert known.state() is OnDisk.CHANGED


def test_a_name_that_is_none_is_no_error() -> None:
    """It is a file that cannot be read."""
    known = PlanOnDisk()
    known.note(Path("a\0b"))
    assert known.state() is OnDisk.SAME


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_in_the_place_of_the_plan_is_no_file(tmp_path: Path) -> None:
    """The window does not wait for it."""
    path = tmp_path / "plan.yaml"
    path.write_text("version: 1\n")
    known = PlanOnDisk()
    known.note(path)
    path.unlink()
    os.mkfifo(path)
    assert known.state() is OnDisk.GONE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_nothing_waits_for_a_pipe(tmp_path: Path) -> None:
    """Opened, dropped or imported, it is refused: a window that reads it stands still until somebody writes."""
    pipe = tmp_path / "plan.yaml"
    os.mkfifo(pipe)
    with pytest.raises(PlanError, match="This is a pipe or a device, not a plan file"):
        plan_on_disk(pipe)
    assert is_plan_file(pipe)
    assert not is_evidence(pipe)
    with pytest.raises(NotReadable, match="It is no file"):
        adoption_of([pipe])
    with pytest.raises(PlanError, match="This is a pipe or a device"):
        read_other(pipe)
    for question in (Question(Plan(), people=pipe), Question(Plan(), resources=pipe)):
        with pytest.raises(Unusable, match=r"plan\.yaml: it is a pipe or a device, not a file"):
            answer(question, lambda _part: None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_in_a_bundle_is_no_plan(tmp_path: Path) -> None:
    """A bundle is compared with as a folder; what stands for its plan must be a file as well."""
    (tmp_path / "manifest.json").write_text("{}")
    os.mkfifo(tmp_path / "plan.yaml")
    with pytest.raises(PlanError, match=r"This bundle holds no plan\.yaml"):
        read_other(tmp_path)
