"""Places where bundles are made ready: locked while in use, cleared when their program was killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bundle.sample import names
from wizard.bundle import staging
from wizard.bundle.staging import clear_left_over, removed, staged

HOLDER = """
import sys
from pathlib import Path
from wizard.bundle.staging import staged
with staged(Path(sys.argv[1])) as place:
    (place / "half").write_text("")
    print(place.name, flush=True)
    sys.stdin.read()
"""


def test_a_place_is_fresh_and_goes_with_all_it_holds(tmp_path: Path) -> None:
    """Whatever was put there is gone afterwards."""
    with staged(tmp_path) as place:
        assert names(place) == []
        (place / "deep").mkdir()
        (place / "deep/file").write_text("")
    assert names(tmp_path) == []


def test_a_place_goes_when_something_fails(tmp_path: Path) -> None:
    """An error leaves nothing behind."""
    with pytest.raises(KeyboardInterrupt), staged(tmp_path):
        raise KeyboardInterrupt
    assert names(tmp_path) == []


def test_nobody_else_can_look_into_a_place(tmp_path: Path) -> None:
    """Only the owner may enter, until the bundle stands where it belongs."""
    with staged(tmp_path) as place:
        assert place.stat().st_mode & 0o077 == 0


def test_a_running_program_keeps_its_place(tmp_path: Path) -> None:
    """Another export takes another place; what is in use is not cleared, and is once its program was killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        held = other.stdout.readline().strip()
        with staged(tmp_path) as place:
            assert place.name != held
        assert names(tmp_path) == [held]
        assert names(tmp_path / held) == ["half"]
        other.kill()
    clear_left_over(tmp_path)
    assert names(tmp_path) == []


@pytest.mark.parametrize("kind", ["file", "link", "folder of another user"])
def test_what_is_no_place_of_ours_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """A file, a link or somebody else's folder of that name is neither used nor removed."""
    name = tmp_path / ".session-tag-wizard-1"
    if kind == "file":
        name.write_text("mine")
    elif kind == "link":
        (tmp_path / "mine").mkdir()
        name.symlink_to("mine")
    else:
        name.mkdir()
        (name / "file").write_text("mine")
        monkeypatch.setattr(staging.os, "geteuid", lambda: 4711)
    with staged(tmp_path) as place:
        assert place != name
    assert os.path.lexists(name)


def test_too_many_places_are_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred exports at a time into one folder are refused."""
    monkeypatch.setattr(staging, "MOST", 1)
    with staged(tmp_path), pytest.raises(FileExistsError), staged(tmp_path):
        pass


def test_removing_what_is_not_there_is_done(tmp_path: Path) -> None:
    """Another program may have cleared it first."""
    removed(tmp_path / "none")
