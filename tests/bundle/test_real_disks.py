"""On a file system that is really full or read-only, the old bundle is whole and the error says which it is."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bundle.sample import FILES, OTHERS, held, names, texts
from wizard.bundle.artefact import BundleFile
from wizard.bundle.error import NotWritten
from wizard.bundle.writing import write_bundle


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a small file system of its own, with the old bundle on it, where this user may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root mounts file systems; test_writing lets each call fail instead")
    try:
        write_bundle(FILES, place / "out")
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("name", ["out", "other", "other.zip"])
def test_a_full_disk(disk: Path, name: str) -> None:
    """A bundle that does not fit leaves nothing of itself."""
    large = (*OTHERS, BundleFile("large.txt", os.urandom(200_000).hex()))
    with pytest.raises(NotWritten, match="the disk is full"):
        write_bundle(large, disk / name)
    assert held(disk / "out") == texts(FILES)
    assert names(disk) == ["out"]


@pytest.mark.parametrize("name", ["out", "other", "deep/other.zip"])
def test_a_read_only_disk(disk: Path, name: str) -> None:
    """Where nothing can be written, nothing is."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(NotWritten, match="read-only"):
        write_bundle(OTHERS, disk / name)
    assert held(disk / "out") == texts(FILES)


def test_a_mount_point(disk: Path) -> None:
    """A mount point is no folder that could be replaced, even when it is empty."""
    subprocess.run(["rm", "-r", str(disk / "out")], check=True)
    with pytest.raises(NotWritten, match="in use or a mount point"):
        write_bundle(OTHERS, disk)
    assert names(disk) == []
