"""The manifest names every file with its hash, and only a manifest of this program is taken for one."""

import json
from hashlib import sha256

import pytest

from wizard import PRODUCT, __version__
from wizard.bundle.artefact import BundleFile
from wizard.bundle.manifest import content, manifest_file, manifest_from

FILES = (BundleFile("b/é.txt", "ß\n"), BundleFile("a.txt", "a\n"))


def test_it_holds_the_program_the_plan_and_the_files() -> None:
    """Each hash is that of the file's bytes; the files stand in the order of their paths."""
    file = manifest_file(FILES, "plan\n")
    assert file.path == "manifest.json"
    assert json.loads(file.text) == {
        "tool": {"name": PRODUCT, "version": __version__},
        "plan_sha256": sha256(b"plan\n").hexdigest(),
        "files": {"a.txt": sha256(b"a\n").hexdigest(), "b/é.txt": sha256("ß\n".encode()).hexdigest()},
    }
    assert list(json.loads(file.text)["files"]) == ["a.txt", "b/é.txt"]


def test_it_reads_back() -> None:
    """What is written is recognised, with the hashes that were written."""
    manifest = manifest_from(content(manifest_file(FILES, "plan\n").text))
    assert manifest is not None
    assert manifest.version == __version__
    assert manifest.plan_sha256 == sha256(b"plan\n").hexdigest()
    assert set(manifest.files) == {"a.txt", "b/é.txt"}


def test_another_version_is_this_program_too() -> None:
    """A bundle of an earlier version is a bundle of this program."""
    text = manifest_file(FILES, "").text.replace(f'"{__version__}"', '"0.0.1"')
    manifest = manifest_from(text.encode())
    assert manifest is not None
    assert manifest.version == "0.0.1"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b"[" * 100_000,
        b'{"tool": {"name": "npm", "version": "1"}, "plan_sha256": "", "files": {}}',
        b'{"tool": {"name": "Session Tag Wizard"}, "plan_sha256": "", "files": {}}',
        b'{"tool": {"name": "Session Tag Wizard", "version": 1}, "plan_sha256": "", "files": {}}',
        b'{"tool": {"name": "Session Tag Wizard", "version": "1"}, "files": {}}',
        b'{"tool": {"name": "Session Tag Wizard", "version": "1"}, "plan_sha256": "", "files": []}',
        b'{"tool": {"name": "Session Tag Wizard", "version": "1"}, "plan_sha256": "", "files": {"a": 1}}',
    ],
    ids=range(13),
)
def test_what_is_no_manifest_of_this_program_is_none(data: bytes) -> None:
    """Whatever the bytes, they are told from a manifest, and nothing raises."""
    assert manifest_from(data) is None


def test_half_a_character_is_written_out() -> None:
    """A lone surrogate, which no plan file holds but a text in memory may, does not stop an export."""
    assert content("a\ud800b") == b"a\\ud800b"
