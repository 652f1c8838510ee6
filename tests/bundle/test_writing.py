"""A bundle is written whole or not at all, and replaces only what may be replaced."""

import errno
import os
import stat
import zipfile
from pathlib import Path

import pytest

from tests.bundle.sample import FILES, OTHERS, held, names, texts
from wizard.bundle import ready, writing
from wizard.bundle.error import BundleError, NotReplaced, NotWritten
from wizard.bundle.existing import Existing, existing
from wizard.bundle.writing import write_bundle


def everything(folder: Path) -> dict[str, bytes | str | None]:
    """Return all that lies under a folder: bytes of files, targets of links, None for a folder."""
    return {
        str(path.relative_to(folder)): str(path.readlink())
        if path.is_symlink()
        else (path.read_bytes() if path.is_file() else None)
        for path in folder.rglob("*")
    }


def refused(tmp_path: Path, target: Path, words: str, *, force: bool = False) -> None:
    """Hold that an export to the target is refused in these words, and that everything is as it was."""
    before = everything(tmp_path)
    with pytest.raises(BundleError, match=words):
        write_bundle(OTHERS, target, force=force)
    assert everything(tmp_path) == before


def test_a_folder_holds_the_files(tmp_path: Path) -> None:
    """Every file stands at its path, and nothing else is left there or beside it."""
    written = write_bundle(FILES, tmp_path / "out")
    assert written.target == tmp_path / "out"
    assert written.left == ()
    assert held(tmp_path / "out") == texts(FILES)
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("name", ["out.zip", "OUT.ZIP"])
def test_a_zip_holds_the_files(tmp_path: Path, name: str) -> None:
    """A name that ends in .zip gets one file with the same contents."""
    write_bundle(FILES, tmp_path / name)
    with zipfile.ZipFile(tmp_path / name) as found:
        assert found.testzip() is None
        assert {item: found.read(item).decode() for item in found.namelist()} == texts(FILES)
    assert names(tmp_path) == [name]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    """The folders above the target need not exist."""
    write_bundle(FILES, tmp_path / "a/b/out")
    assert held(tmp_path / "a/b/out") == texts(FILES)


def test_an_unchanged_bundle_is_replaced(tmp_path: Path) -> None:
    """What the old bundle had more is gone, since the new one takes its stead as a whole."""
    write_bundle(FILES, tmp_path / "out")
    write_bundle(OTHERS, tmp_path / "out")
    assert held(tmp_path / "out") == texts(OTHERS)
    assert names(tmp_path) == ["out"]


def test_an_unchanged_zip_is_replaced(tmp_path: Path) -> None:
    """A zip that nobody has changed needs no force."""
    write_bundle(FILES, tmp_path / "out.zip")
    write_bundle(OTHERS, tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as found:
        assert {item: found.read(item).decode() for item in found.namelist()} == texts(OTHERS)


def test_a_folder_and_a_zip_replace_one_another(tmp_path: Path) -> None:
    """A bundle is a bundle, whatever its form: a folder called out.zip gives way to a zip, and back."""
    write_bundle(FILES, tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / "out.zip")
    write_bundle(OTHERS, tmp_path / "out.zip")
    assert zipfile.is_zipfile(tmp_path / "out.zip")
    (tmp_path / "out.zip").rename(tmp_path / "out")
    write_bundle(FILES, tmp_path / "out")
    assert held(tmp_path) == {f"out/{path}": text for path, text in texts(FILES).items()}


def test_an_empty_folder_is_replaced(tmp_path: Path) -> None:
    """Nothing is lost with it."""
    (tmp_path / "out").mkdir()
    write_bundle(FILES, tmp_path / "out")
    assert held(tmp_path / "out") == texts(FILES)


def test_a_changed_bundle_is_replaced_by_force_only(tmp_path: Path) -> None:
    """What somebody did to a bundle is not lost unasked."""
    write_bundle(FILES, tmp_path / "out")
    (tmp_path / "out/README.md").write_text("mine")
    refused(tmp_path, tmp_path / "out", "changed after its export; --force")
    write_bundle(OTHERS, tmp_path / "out", force=True)
    assert held(tmp_path / "out") == texts(OTHERS)


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_file_is_replaced_by_force_only(tmp_path: Path, name: str) -> None:
    """A file of somebody is not lost unasked, whether a folder or a zip shall stand there."""
    (tmp_path / name).write_text("mine")
    refused(tmp_path, tmp_path / name, "not an unchanged bundle of this program; --force")
    write_bundle(OTHERS, tmp_path / name, force=True)
    assert names(tmp_path) == [name]
    assert (tmp_path / name).is_dir() == (name == "out")


@pytest.mark.parametrize("force", [False, True])
def test_a_foreign_folder_is_never_replaced(tmp_path: Path, force: bool) -> None:
    """Force does not reach what is no bundle at all."""
    (tmp_path / "out/deep").mkdir(parents=True)
    (tmp_path / "out/deep/file").write_text("mine")
    refused(tmp_path, tmp_path / "out", "not a bundle of this program", force=force)


@pytest.mark.parametrize("force", [False, True])
def test_a_link_is_never_replaced_or_followed(tmp_path: Path, force: bool) -> None:
    """A link to a bundle, which could be replaced by its own name, stays what it is."""
    write_bundle(FILES, tmp_path / "real")
    (tmp_path / "out").symlink_to("real")
    refused(tmp_path, tmp_path / "out", "links are not followed", force=force)


def test_a_link_among_the_folders_above_is_followed(tmp_path: Path) -> None:
    """The person named that folder, by whatever name."""
    (tmp_path / "real").mkdir()
    (tmp_path / "folder").symlink_to("real")
    write_bundle(FILES, tmp_path / "folder/out")
    assert held(tmp_path / "real/out") == texts(FILES)


def test_force_deletes_links_and_not_what_they_lead_to(tmp_path: Path) -> None:
    """A link that somebody put into a bundle goes with it; the folder it leads to stays."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/file").write_text("mine")
    write_bundle(FILES, tmp_path / "out")
    (tmp_path / "out/link").symlink_to(tmp_path / "mine")
    write_bundle(OTHERS, tmp_path / "out", force=True)
    assert (tmp_path / "mine/file").read_text() == "mine"


@pytest.mark.parametrize("force", [False, True])
def test_a_pipe_is_never_replaced(tmp_path: Path, force: bool) -> None:
    """What is neither file nor folder is left alone."""
    os.mkfifo(tmp_path / "out")
    with pytest.raises(NotReplaced, match="neither a file nor a folder"):
        write_bundle(FILES, tmp_path / "out", force=force)
    assert stat.S_ISFIFO((tmp_path / "out").stat().st_mode)


@pytest.mark.parametrize("target", [".", "..", "../here", "deep/.."])
def test_the_folder_that_one_is_in_is_not_pulled_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    """A shell whose folder is replaced would stand in a deleted one."""
    here = tmp_path / "here"
    write_bundle(FILES, here)
    with monkeypatch.context() as patch:
        patch.chdir(here)
        with pytest.raises(NotReplaced):
            write_bundle(OTHERS, Path(target))
    assert held(here) == texts(FILES)


def test_a_part_of_the_path_that_is_a_file(tmp_path: Path) -> None:
    """A file cannot hold a bundle, and stays."""
    (tmp_path / "file").write_text("mine")
    refused(tmp_path, tmp_path / "file/out", "a part of the path is a file")
    refused(tmp_path, tmp_path / "file/deep/out", "a part of the path is a file")


@pytest.mark.parametrize("name", ["a" * 300, "a\0b", "a\ud800b"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    """Such a name is refused before anything is made."""
    refused(tmp_path, tmp_path / "folder" / name, "too long|no file name can hold")


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[31m", "\u202egnp", "a" * 255, "é.zip", "a\udcffb", "-rf", " "])
def test_an_odd_name_is_a_name(tmp_path: Path, name: str) -> None:
    """What the system takes is taken, and shown on one line where it is refused."""
    write_bundle(FILES, tmp_path / name)
    (tmp_path / name).is_dir() and (tmp_path / name / "mine").touch()
    if (tmp_path / name).is_file():
        (tmp_path / name).write_text("mine")
    with pytest.raises(NotReplaced) as caught:
        write_bundle(FILES, tmp_path / name)
    assert str(caught.value).isprintable()


def test_permissions_of_a_folder_stay(tmp_path: Path) -> None:
    """A bundle that only its owner may read is not opened to others by the next export."""
    write_bundle(FILES, tmp_path / "out")
    (tmp_path / "out").chmod(0o700)
    write_bundle(OTHERS, tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


@pytest.fixture(params=["folder", "zip"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give a place with the old bundle, as a folder and as a zip."""
    place = tmp_path / ("out.zip" if request.param == "zip" else "out")
    write_bundle(FILES, place)
    return place


def failing_at(monkeypatch: pytest.MonkeyPatch, call: int, number: int = errno.ENOSPC) -> None:
    """Let the system refuse to keep the file or folder whose turn it is."""
    calls = iter(range(1000))

    def fsync(_descriptor: int) -> None:
        if next(calls) == call:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(ready.os, "fsync", fsync)


@pytest.mark.parametrize("call", range(9))
def test_a_disk_that_is_full_at_any_moment(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    """Whichever file or folder finds no room, there is the whole old bundle or the whole new one, and nothing else."""
    before = everything(tmp_path)
    failing_at(monkeypatch, call)
    try:
        write_bundle(OTHERS, target)
    except NotWritten:
        assert everything(tmp_path) == before
    else:
        assert existing(target) is Existing.UNCHANGED_BUNDLE
        assert everything(tmp_path) != before
    assert names(tmp_path) == [target.name]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "quota"),
        (errno.EIO, os.strerror(errno.EIO)),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "you may not write there"),
        (errno.EBUSY, "in use or a mount point"),
    ],
)
def test_what_the_system_refuses_is_said(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """The error names the target, what happened and what to do."""
    failing_at(monkeypatch, 0, number)
    with pytest.raises(NotWritten, match=f"{target}: nothing was written: .*{words}"):
        write_bundle(OTHERS, target)


def test_folders_that_were_made_for_nothing_are_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that fails leaves no empty folders, and none that others have filled is touched."""
    (tmp_path / "there").mkdir()

    failing_at(monkeypatch, 0)
    refused(tmp_path, tmp_path / "there/a/b/out", "disk is full")


@pytest.fixture
def without_swap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand for a system that cannot swap two folders in one step."""
    monkeypatch.setattr(writing, "swapped", lambda _first, _second: False)


def test_without_a_swap_the_new_bundle_comes_all_the_same(without_swap: None, tmp_path: Path) -> None:
    """Where the system has no such call, nothing of the old one is left beside the new one."""
    write_bundle(FILES, tmp_path / "out")
    write_bundle(OTHERS, tmp_path / "out")
    assert held(tmp_path / "out") == texts(OTHERS)
    assert names(tmp_path) == ["out"]


def test_without_a_swap_a_failure_puts_the_old_bundle_back(
    without_swap: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the two steps the system may refuse the second."""
    write_bundle(FILES, tmp_path / "out")
    rename = Path.rename

    def failing(path: Path, goal: Path) -> Path:
        if path.name == "bundle":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(path, goal)

    monkeypatch.setattr(Path, "rename", failing)
    refused(tmp_path, tmp_path / "out", os.strerror(errno.EIO))


def test_an_export_names_the_bundle_that_an_interrupted_one_put_aside(tmp_path: Path) -> None:
    """Where the system died between the two steps, the old bundle lies beside, and stays there."""
    write_bundle(FILES, tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / "out.old")
    written = write_bundle(OTHERS, tmp_path / "out")
    assert written.left == (tmp_path / "out.old",)
    assert held(tmp_path / "out.old") == texts(FILES)


def test_what_lies_aside_is_never_overwritten(without_swap: None, tmp_path: Path) -> None:
    """A name that is taken is passed over, whatever lies there."""
    write_bundle(FILES, tmp_path / "out")
    (tmp_path / "out.old").mkdir()
    (tmp_path / "out.old/mine").write_text("mine")
    assert write_bundle(OTHERS, tmp_path / "out").left == ()
    assert held(tmp_path / "out.old") == {"mine": "mine"}
    assert names(tmp_path) == ["out", "out.old"]
