"""Tests of writing a file whole or not at all."""

import os
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest

from wizard.plan.atomic import write_atomically
from wizard.plan.error import PlanError, PlanNotWritten
from wizard.plan.reader import read_plan
from wizard.quoting.line_text import one_line

NOBODY = 65534


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """Give a folder, and work in it with an ordinary user's rights, even where the tests run as root."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        root = os.geteuid() == 0
        if root:
            os.chown(folder, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, 0)
        try:
            yield folder
        finally:
            if root:
                os.setresuid(0, 0, 0)
            folder.chmod(0o700)


def mode(path: Path) -> int:
    """Return the permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_new_file(tmp_path: Path) -> None:
    """A new file has exactly the bytes, and no other file is left."""
    path = tmp_path / "plan.yaml"
    write_atomically(path, b"a\r\n\x00\n")
    assert path.read_bytes() == b"a\r\n\x00\n"
    assert list(tmp_path.iterdir()) == [path]


def test_new_file_follows_the_mask(tmp_path: Path) -> None:
    """A new file gets the user's usual permissions."""
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "plan.yaml", b"")
    finally:
        os.umask(before)
    assert mode(tmp_path / "plan.yaml") == 0o640


@pytest.mark.parametrize("permissions", [0o600, 0o644, 0o666, 0o755])
def test_permissions_stay(tmp_path: Path, permissions: int) -> None:
    """A file that is replaced keeps its permissions."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    path.chmod(permissions)
    write_atomically(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", permissions)


def test_link_stays(tmp_path: Path) -> None:
    """A symbolic link stays one; the file that it leads to is replaced, in its own folder."""
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "plan.yaml", tmp_path / "link.yaml"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_link_to_nothing(tmp_path: Path) -> None:
    """A symbolic link to a file that is not there yet makes that file."""
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "plan.yaml")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "plan.yaml").read_bytes() == b"new"


def test_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is taken from the working folder."""
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("plan.yaml"), b"new")
    assert (tmp_path / "plan.yaml").read_bytes() == b"new"


PLACES = {
    "folder": ("folder", "This is a folder; give the name of a file"),
    "absent folder": ("absent/plan.yaml", "The folder does not exist; make it or save elsewhere"),
    "file as folder": ("file/plan.yaml", "A part of the path is a file, not a folder; save elsewhere"),
    "long name": ("x" * 300, "The name is too long; choose a shorter one"),
    "NUL": ("a\x00b", "This is no name of a file"),
    "pipe": ("pipe", "This is a device or a pipe; give the name of a file"),
}


@pytest.mark.parametrize(("name", "message"), PLACES.values(), ids=PLACES)
def test_places_that_cannot_be_written(tmp_path: Path, name: str, message: str) -> None:
    """A place that cannot hold the file is named with what to do, and everything stays as it was."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PlanNotWritten) as caught:
        write_atomically(tmp_path / name, b"new")
    assert str(caught.value) == f"{one_line(tmp_path / name)}: {message}"
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "file", "pipe"}
    assert (tmp_path / "file").read_bytes() == b"old"


def test_circle_of_links(tmp_path: Path) -> None:
    """A symbolic link to itself is no place for a file."""
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(PlanNotWritten):
        write_atomically(tmp_path / "a", b"new")


def test_read_only_folder(ordinary_folder: Path) -> None:
    """In a folder that may not be written nothing changes, and the permissions are named."""
    path = ordinary_folder / "plan.yaml"
    path.write_bytes(b"old")
    ordinary_folder.chmod(0o500)
    with pytest.raises(PlanNotWritten, match="its permissions refuse it"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_read_only_file(ordinary_folder: Path) -> None:
    """A file that may not be written is not replaced behind its owner's back."""
    path = ordinary_folder / "plan.yaml"
    path.write_bytes(b"old")
    path.chmod(0o400)
    with pytest.raises(PlanNotWritten, match="its permissions refuse it"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell")
def test_read_only_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk refuses, nobody is sent to look at the permissions."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    monkeypatch.setattr(os, "statvfs", lambda _path: SimpleNamespace(f_flag=os.ST_RDONLY))
    with pytest.raises(PlanNotWritten, match="The disk can only be read; save elsewhere"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_unreadable_file(ordinary_folder: Path) -> None:
    """A file that may not be read is said to be one."""
    path = ordinary_folder / "plan.yaml"
    path.write_bytes(b"version: 1")
    path.chmod(0o200)
    with pytest.raises(PlanError, match="may not be read; its permissions refuse it"):
        read_plan(path)


def test_disk_without_room(tmp_path: Path) -> None:
    """When the file does not fit, the old one is whole and no half of the new one is left."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(PlanNotWritten, match="The disk takes no file of this size"):
            write_atomically(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_failure_at_any_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """Whichever step fails, the old file is whole and no other is left."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(PlanNotWritten, match="The file cannot be written: Input/output error"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_interrupt_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C in the middle goes through, and leaves the old file and nothing else."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")

    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_order_of_the_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes reach the disk before the name does, and the folder after it."""
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def recorded_fsync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def recorded_replace(source: Path, target: Path) -> None:
        steps.append("name")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", recorded_fsync)
    monkeypatch.setattr(os, "replace", recorded_replace)
    write_atomically(tmp_path / "plan.yaml", b"new")
    assert steps == ["file", "name", "folder"]


def test_kill_at_any_moment(tmp_path: Path) -> None:
    """A program killed while it saves over and over leaves a whole file, and no other after the next save."""
    path = tmp_path / "plan.yaml"
    write_atomically(path, b"a" * 300_000)
    program = (
        "import sys; from pathlib import Path; from wizard.plan.atomic import write_atomically\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    for letter in b'abcdefgh': write_atomically(Path(sys.argv[1]), bytes([letter]) * 300_000)\n"
    )
    for _ in range(5):
        with subprocess.Popen([sys.executable, "-c", program, path], stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            process.kill()
        data = path.read_bytes()
        assert len(data) == 300_000
        assert len(set(data)) == 1
    write_atomically(path, b"last")
    assert list(tmp_path.iterdir()) == [path]


def test_system_that_cannot_sync_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a folder cannot be opened, as on Windows, the file is written all the same."""
    monkeypatch.delattr(os, "O_DIRECTORY")
    write_atomically(tmp_path / "plan.yaml", b"new")
    assert (tmp_path / "plan.yaml").read_bytes() == b"new"


def test_error_is_the_plan_packages(tmp_path: Path) -> None:
    """Who handles the plan package's root error handles this one."""
    with pytest.raises(PlanError):
        write_atomically(tmp_path, b"")
