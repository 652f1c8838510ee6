"""What lies at a place is told apart without following a link and without believing a manifest."""

import os
import zipfile
from pathlib import Path

import pytest

from tests.bundle.sample import FILES
from wizard.bundle.existing import Existing, existing
from wizard.bundle.writing import write_bundle


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Give a bundle as it was exported."""
    write_bundle(FILES, tmp_path / "bundle")
    return tmp_path / "bundle"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give a zipped bundle as it was exported."""
    write_bundle(FILES, tmp_path / "bundle.zip")
    return tmp_path / "bundle.zip"


def test_nothing(tmp_path: Path) -> None:
    """A name without anything is nothing."""
    assert existing(tmp_path / "none") is Existing.NOTHING


def test_an_unchanged_bundle(bundle: Path, archive: Path) -> None:
    """What was exported is recognised, as a folder and as a zip."""
    assert existing(bundle) is Existing.UNCHANGED_BUNDLE
    assert existing(archive) is Existing.UNCHANGED_BUNDLE


def test_a_file_with_one_other_byte_changes_a_bundle(bundle: Path) -> None:
    """One byte of one file is enough, of the same length too."""
    path = bundle / "aws/trust/role.json"
    path.write_bytes(path.read_bytes().replace(b"role", b"rule"))
    assert existing(bundle) is Existing.CHANGED_BUNDLE


def test_a_missing_file_changes_a_bundle(bundle: Path) -> None:
    """A file that was deleted was deleted by somebody."""
    (bundle / "plan.yaml").unlink()
    assert existing(bundle) is Existing.CHANGED_BUNDLE


@pytest.mark.parametrize("name", ["notes.txt", "aws/notes.txt", ".git"])
def test_an_added_file_changes_a_bundle(bundle: Path, name: str) -> None:
    """A file that was put there would be lost."""
    (bundle / name).write_text("mine")
    assert existing(bundle) is Existing.CHANGED_BUNDLE


def test_an_added_empty_folder_changes_a_bundle(bundle: Path) -> None:
    """A folder that was put there counts, although it holds nothing."""
    (bundle / "terraform").mkdir()
    assert existing(bundle) is Existing.CHANGED_BUNDLE


def test_a_link_in_place_of_a_file_changes_a_bundle(bundle: Path, tmp_path: Path) -> None:
    """A link to the very same bytes is not the file that was exported."""
    (bundle / "plan.yaml").rename(tmp_path / "plan.yaml")
    (bundle / "plan.yaml").symlink_to(tmp_path / "plan.yaml")
    assert existing(bundle) is Existing.CHANGED_BUNDLE


def test_a_manifest_that_names_a_file_outside_is_not_followed(bundle: Path, tmp_path: Path) -> None:
    """A path with .. is no file of the bundle, whatever hash stands beside it."""
    (tmp_path / "outside").write_text("x")
    manifest = bundle / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"plan.yaml"', '"../outside"'))
    assert existing(bundle) is Existing.CHANGED_BUNDLE


def test_a_folder_of_somebody_else(tmp_path: Path) -> None:
    """A folder with other files is foreign, with another program's manifest too."""
    (tmp_path / "a").write_text("")
    assert existing(tmp_path) is Existing.FOREIGN_FOLDER
    (tmp_path / "manifest.json").write_text('{"name": "app"}')
    assert existing(tmp_path) is Existing.FOREIGN_FOLDER


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_a_manifest_must_be_a_plain_file(bundle: Path, tmp_path: Path, kind: str) -> None:
    """A folder or a link of the manifest's name makes no bundle."""
    manifest = bundle / "manifest.json"
    manifest.rename(tmp_path / "elsewhere")
    manifest.mkdir() if kind == "folder" else manifest.symlink_to(tmp_path / "elsewhere")
    assert existing(bundle) is Existing.FOREIGN_FOLDER


def test_a_manifest_of_more_than_64_mb_is_none_of_ours(bundle: Path) -> None:
    """A file of any size is not read to find that out."""
    os.truncate(bundle / "manifest.json", 65 * 1024 * 1024)
    assert existing(bundle) is Existing.FOREIGN_FOLDER


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder without anything in it is told apart: nothing would be lost."""
    assert existing(tmp_path) is Existing.EMPTY_FOLDER


@pytest.mark.parametrize("target", ["bundle", "nowhere", "."])
def test_a_link_is_a_link(bundle: Path, tmp_path: Path, target: str) -> None:
    """A link is not followed, wherever it leads."""
    (tmp_path / "link").symlink_to(tmp_path / target)
    assert existing(tmp_path / "link") is Existing.LINK


def test_a_pipe_is_neither_file_nor_folder(tmp_path: Path) -> None:
    """A named pipe is not opened, which could wait for ever."""
    os.mkfifo(tmp_path / "pipe")
    assert existing(tmp_path / "pipe") is Existing.DEVICE


@pytest.mark.parametrize(
    "data", [b"", b"text", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"PK\x05\x06" + b"\xff" * 18]
)
def test_any_other_file_is_a_file(tmp_path: Path, data: bytes) -> None:
    """A file that is no zip of this program, or only looks like one, is a file."""
    (tmp_path / "file").write_bytes(data)
    assert existing(tmp_path / "file") is Existing.FILE


@pytest.mark.parametrize("at", range(0, 900, 37))
def test_a_damaged_zip_is_a_file(archive: Path, at: int) -> None:
    """A zip with any byte changed is never taken for an unchanged bundle unless it holds the same files."""
    data = bytearray(archive.read_bytes())
    data[at % len(data)] ^= 0xFF
    archive.write_bytes(data)
    if existing(archive) is Existing.UNCHANGED_BUNDLE:
        with zipfile.ZipFile(archive) as found:
            assert {name: found.read(name).decode() for name in found.namelist()} == {f.path: f.text for f in FILES}


def _rezipped(archive: Path, change: dict[str, str], comment: bytes = b"") -> None:
    with zipfile.ZipFile(archive, "w") as made:
        for path, text in ({file.path: file.text for file in FILES} | change).items():
            made.writestr(path, text)
        made.comment = comment


def test_a_zip_with_another_file_a_changed_one_or_a_comment_is_a_file(archive: Path) -> None:
    """Whatever somebody did to a zip would be lost."""
    _rezipped(archive, {"mine": ""})
    assert existing(archive) is Existing.FILE
    _rezipped(archive, {"plan.yaml": "other"})
    assert existing(archive) is Existing.FILE
    _rezipped(archive, {}, b"mine")
    assert existing(archive) is Existing.FILE
    _rezipped(archive, {})
    assert existing(archive) is Existing.UNCHANGED_BUNDLE


def test_a_zip_that_would_unpack_to_more_than_64_mb_is_a_file(archive: Path) -> None:
    """A bomb is not unpacked."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("manifest.json", b" " * (65 * 1024 * 1024))
    assert existing(archive) is Existing.FILE
