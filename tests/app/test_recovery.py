"""What is kept of a plan that was not saved."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from wizard.app.file_lock import FileLock
from wizard.app.recovery import Recovery
from wizard.plan.model import Plan, Tag

PLAN = Plan(name="Teams", tags=(Tag("team", "user.team"),))
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)

KILLED = """
import os, sys
from datetime import datetime
from pathlib import Path
from wizard.app.file_lock import FileLock
from wizard.app.recovery import Recovery
from wizard.plan.model import Plan
kept = Recovery(Path(sys.argv[1]), lambda: datetime.fromisoformat(sys.argv[2]))
assert kept.keep(Plan(name=sys.argv[3]), Path("plan.yaml"))
os.kill(os.getpid(), 9)
"""


def window(folder: Path, at: datetime = NOON) -> Recovery:
    """Return what one window keeps in the folder."""
    return Recovery(folder, lambda: at)


def killed(folder: Path, name: str, at: datetime = NOON) -> None:
    """Let a process keep a plan and be killed."""
    subprocess.run([sys.executable, "-c", KILLED, str(folder), at.isoformat(), name], check=False)


@pytest.fixture
def living(tmp_path: Path) -> Iterator[Recovery]:
    """Give a window that lives and has kept a plan."""
    recovery = window(tmp_path)
    assert recovery.keep(PLAN, tmp_path / "plan.yaml")
    yield recovery
    recovery.close()


def test_a_killed_window_leaves_its_plan_to_the_next_start(tmp_path: Path) -> None:
    """The plan, its file and the time come back after the program was killed."""
    killed(tmp_path, "Teams")
    kept = window(tmp_path).left_behind()
    assert kept is not None
    assert (kept.plan, kept.path, kept.kept_at) == (Plan(name="Teams"), Path("plan.yaml"), NOON)


def test_a_living_window_keeps_its_plan_to_itself(living: Recovery, tmp_path: Path) -> None:
    """What another window is still working on is not offered."""
    assert window(tmp_path).left_behind() is None


def test_two_windows_keep_two_plans(living: Recovery, tmp_path: Path) -> None:
    """A second window does not write over the first one's plan."""
    second = window(tmp_path)
    assert second.keep(Plan(name="Other"), None)
    assert len(list(tmp_path.glob("*.json"))) == 2
    second.close()
    assert len(list(tmp_path.glob("*.json"))) == 1


def test_a_window_that_closes_leaves_nothing(tmp_path: Path) -> None:
    """After a closed window the folder is empty."""
    recovery = window(tmp_path)
    recovery.keep(PLAN, None)
    recovery.close()
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_is_dropped_and_kept_again_later(tmp_path: Path) -> None:
    """Saving forgets what was kept; the next change keeps again."""
    recovery = window(tmp_path)
    recovery.keep(PLAN, None)
    recovery.drop()
    assert list(tmp_path.glob("*.json")) == []
    assert recovery.keep(PLAN, None)
    assert len(list(tmp_path.glob("*.json"))) == 1
    recovery.close()


def test_an_offered_plan_stays_until_it_is_discarded(tmp_path: Path) -> None:
    """Whatever the window keeps and drops of its own, the offered plan is there until the person has decided."""
    killed(tmp_path, "Teams")
    first = window(tmp_path)
    assert first.left_behind() is not None
    assert first.keep(PLAN, None)
    first.drop()
    first.close()
    second = window(tmp_path)
    assert second.left_behind() is not None
    second.discard_offered()
    second.close()
    assert list(tmp_path.iterdir()) == []


def test_a_second_crash_does_not_lose_the_offered_plan(tmp_path: Path) -> None:
    """A window that is killed with the question still open leaves the plan where it was."""
    killed(tmp_path, "Teams")
    program = KILLED.replace("assert kept.keep", "assert kept.left_behind(); assert kept.keep")
    subprocess.run([sys.executable, "-c", program, str(tmp_path), NOON.isoformat(), "Second"], check=False)
    names = set()
    for _start in range(2):
        recovery = window(tmp_path)
        kept = recovery.left_behind()
        assert kept is not None
        names.add(kept.plan.name)
        recovery.discard_offered()
        recovery.close()
    assert names == {"Teams", "Second"}


def test_a_plan_is_offered_to_one_window_only(tmp_path: Path) -> None:
    """While one window asks about a plan, another does not; once it is put off, the next one does."""
    killed(tmp_path, "Teams")
    first, second = window(tmp_path), window(tmp_path)
    assert first.left_behind() is not None
    assert second.left_behind() is None
    first.put_off()
    assert second.left_behind() is not None
    second.close()


def test_the_newest_of_several_is_offered_first(tmp_path: Path) -> None:
    """Of two killed windows the later plan comes first, the earlier at the next start."""
    for name, at in (("late", NOON + timedelta(hours=1)), ("early", NOON)):
        folder = tmp_path / name
        killed(folder, name, at)
        (folder / "1.json").rename(tmp_path / f"{name}.json")
    for name in ("late", "early"):
        recovery = window(tmp_path)
        kept = recovery.left_behind()
        assert kept is not None
        assert kept.plan.name == name
        recovery.discard_offered()
        recovery.close()
    assert window(tmp_path).left_behind() is None


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"[]",
        b"null",
        b'{"plan": 1, "path": null, "kept_at": "2026-11-24T12:00:00+00:00"}',
        b'{"plan": "version: 9\\ntags: []", "path": null, "kept_at": "2026-11-24T12:00:00+00:00"}',
        b'{"plan": "version: 1\\ntags: []", "path": 7, "kept_at": "2026-11-24T12:00:00+00:00"}',
        b'{"plan": "version: 1\\ntags: []", "path": null, "kept_at": "noon"}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_a_kept_file_that_cannot_be_read_is_set_aside(tmp_path: Path, broken: bytes) -> None:
    """A broken file stops nothing, and the others are still offered."""
    (tmp_path / "7.json").write_bytes(broken)
    killed(tmp_path, "Teams")
    kept = window(tmp_path).left_behind()
    assert kept is not None
    assert kept.plan.name == "Teams"
    assert (tmp_path / "7.json.unreadable").read_bytes() == broken


def test_keeping_never_fails_aloud(tmp_path: Path) -> None:
    """A folder that cannot be made is a False, no error."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    recovery = window(tmp_path / "file" / "unsaved")
    assert not recovery.keep(PLAN, None)
    assert recovery.left_behind() is None
    recovery.close()


def test_a_lock_that_cannot_be_had_is_passed_over(tmp_path: Path) -> None:
    """Whatever stands at its place costs one number, not the keeping."""
    (tmp_path / "1.lock").mkdir()
    (tmp_path / "2.lock").symlink_to("2.lock")
    recovery = window(tmp_path)
    assert recovery.keep(PLAN, None)
    assert (tmp_path / "3.json").is_file()


def test_a_folder_in_which_nothing_can_be_locked_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes to an end, and says so."""

    def refused(_lock: FileLock) -> bool:
        raise PermissionError

    monkeypatch.setattr(FileLock, "acquire", refused)
    assert not window(tmp_path).keep(PLAN, None)
