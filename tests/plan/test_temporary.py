"""The file in which another is made anew: locked while in use, cleared when its program was killed."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from wizard.plan import temporary
from wizard.plan.atomic import write_atomically
from wizard.plan.temporary import temporary_beside

HOLDER = """
import os, sys
from pathlib import Path
from wizard.plan.temporary import temporary_beside
with temporary_beside(Path(sys.argv[1]), 0o600) as (file, descriptor):
    os.write(descriptor, b"half")
    print(file.name, flush=True)
    sys.stdin.read()
"""
FIRST = ".session-tag-wizard-1.tmp"


def names(folder: Path) -> list[str]:
    """Return the names in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())


def test_a_running_save_keeps_its_file(tmp_path: Path) -> None:
    """Another save takes another name; what is in use stays, and goes with the next save once its program died."""
    path = tmp_path / "plan.yaml"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == FIRST
        write_atomically(path, b"new")
        assert names(tmp_path) == [FIRST, "plan.yaml"]
        assert (tmp_path / FIRST).read_bytes() == b"half"
        other.kill()
    write_atomically(path, b"newer")
    assert names(tmp_path) == ["plan.yaml"]


@pytest.mark.parametrize("kind", ["folder", "link", "pipe", "file of another user"])
def test_what_is_no_file_of_ours_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """A folder, a link, a pipe or somebody else's file of that name is neither used nor removed."""
    name = tmp_path / FIRST
    if kind == "folder":
        name.mkdir()
    elif kind == "link":
        (tmp_path / "mine").write_bytes(b"mine")
        name.symlink_to("mine")
    elif kind == "pipe":
        os.mkfifo(name)
    else:
        name.write_bytes(b"mine")
        monkeypatch.setattr(os, "geteuid", lambda: 4711)
    write_atomically(tmp_path / "plan.yaml", b"new")
    assert os.path.lexists(name)
    assert (tmp_path / "plan.yaml").read_bytes() == b"new"


def test_a_name_that_another_program_has_taken_stays(tmp_path: Path) -> None:
    """Once the file is renamed, what then bears its name is not removed."""
    with temporary_beside(tmp_path / "plan.yaml", 0o600) as (file, descriptor):
        os.close(descriptor)
        file.rename(tmp_path / "plan.yaml")
        file.write_bytes(b"another program's")
    assert names(tmp_path) == [FIRST, "plan.yaml"]


def test_a_file_cleared_before_it_was_locked_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another save may remove a file between its making and its locking: then the next name is taken."""
    lock = temporary._locked
    cleared: list[Path] = []

    def locked_too_late(descriptor: int) -> bool | None:
        if not cleared:
            cleared.append(tmp_path / FIRST)
            cleared[0].unlink()
        return lock(descriptor)

    monkeypatch.setattr(temporary, "_locked", locked_too_late)
    with temporary_beside(tmp_path / "plan.yaml", 0o600) as (file, descriptor):
        os.close(descriptor)
        assert file.exists()


def test_a_system_without_locks_saves_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be locked a left file stays, and another name is taken."""
    (tmp_path / FIRST).write_bytes(b"half")
    monkeypatch.setattr(temporary, "_locked", lambda _descriptor: None)
    write_atomically(tmp_path / "plan.yaml", b"new")
    assert names(tmp_path) == [FIRST, "plan.yaml"]


def test_too_many_files_are_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred saves at a time into one folder are refused."""
    monkeypatch.setattr(temporary, "MOST", 1)
    with ExitStack() as open_saves:
        _, descriptor = open_saves.enter_context(temporary_beside(tmp_path / "a", 0o600))
        open_saves.callback(os.close, descriptor)
        with pytest.raises(FileExistsError):
            open_saves.enter_context(temporary_beside(tmp_path / "b", 0o600))
