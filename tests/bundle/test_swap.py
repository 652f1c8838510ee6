"""Two names change places in one step, or nothing happens."""

import errno
import os
from pathlib import Path

import pytest

from tests.bundle.sample import names
from wizard.bundle import swap
from wizard.bundle.swap import swapped


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Give a folder with a file, and a file."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/inside").write_text("")
    (tmp_path / "file").write_text("")
    return tmp_path / "folder", tmp_path / "file"


def test_a_folder_and_a_file_change_places(pair: tuple[Path, Path]) -> None:
    """After the step each stands under the other's name, whole."""
    folder, file = pair
    assert swapped(folder, file)
    assert folder.is_file()
    assert names(file) == ["inside"]


def test_a_name_without_anything_is_an_error(pair: tuple[Path, Path], tmp_path: Path) -> None:
    """Where one of the two is missing, the system refuses and the other stays."""
    with pytest.raises(FileNotFoundError):
        swapped(pair[0], tmp_path / "none")
    assert pair[0].is_dir()


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_system_that_cannot_says_no(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A file system without the call is no error: the caller does it in two steps."""
    monkeypatch.setattr(swap, "_exchange", lambda: lambda _first, _second: -1)
    monkeypatch.setattr(swap.ctypes, "get_errno", lambda: number)
    assert not swapped(*pair)


def test_a_system_without_the_call_says_no(pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """An old C library or Windows has no such call."""
    monkeypatch.setattr(swap.ctypes, "CDLL", lambda _name, **_how: object())
    assert not swapped(*pair)
    monkeypatch.setattr(swap.sys, "platform", "win32")
    assert not swapped(*pair)


def test_macos_is_asked_by_its_own_call(pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """There the call is renamex_np, with the flag RENAME_SWAP."""
    asked = []

    class Library:
        """Stands for the C library of macOS."""

        class renamex_np:  # noqa: N801 - the system's own name
            """Stands for the call."""

            def __new__(cls, *arguments: object) -> int:
                """Note how it was called."""
                asked.append(arguments)
                return 0

    monkeypatch.setattr(swap.ctypes, "CDLL", lambda _name, **_how: Library)
    assert swapped(*pair)
    assert asked == [(os.fsencode(pair[0]), os.fsencode(pair[1]), 2)]
