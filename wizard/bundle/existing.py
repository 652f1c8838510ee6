"""What lies at the place where a bundle shall be written: nothing, a bundle of this program, or something else."""

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from enum import Enum, auto
from pathlib import Path
from typing import Final

from wizard.bundle.manifest import PATH, Manifest, digest, manifest_from

LONGEST_MANIFEST: Final = 64 * 1024 * 1024
"""Bytes; what is longer was not written by this program."""


class Existing(Enum):
    """What lies at a path. An unreadable one raises OSError, as its contents cannot be told."""

    NOTHING = auto()
    EMPTY_FOLDER = auto()
    UNCHANGED_BUNDLE = auto()
    CHANGED_BUNDLE = auto()
    FILE = auto()
    FOREIGN_FOLDER = auto()
    LINK = auto()
    DEVICE = auto()


def existing(path: Path) -> Existing:
    """Tell what lies at the path; a symbolic link is not followed."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return Existing.NOTHING
    if stat.S_ISLNK(mode):
        return Existing.LINK
    if stat.S_ISDIR(mode):
        return _folder(path)
    return _file(path) if stat.S_ISREG(mode) else Existing.DEVICE


def _folder(path: Path) -> Existing:
    if next(path.iterdir(), None) is None:
        return Existing.EMPTY_FOLDER
    manifest = _manifest(path / PATH)
    if manifest is None:
        return Existing.FOREIGN_FOLDER
    names = dict(_walked(path))
    if set(names) != {PATH, *manifest.files} or not all(names.values()):
        return Existing.CHANGED_BUNDLE
    return _judged(manifest, lambda name: (path / name).read_bytes())


def _manifest(path: Path) -> Manifest | None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    readable = stat.S_ISREG(found.st_mode) and found.st_size <= LONGEST_MANIFEST
    return manifest_from(path.read_bytes()) if readable else None


def _judged(manifest: Manifest, read: Callable[[str], bytes]) -> Existing:
    unchanged = all(digest(read(name)) == known for name, known in manifest.files.items())
    return Existing.UNCHANGED_BUNDLE if unchanged else Existing.CHANGED_BUNDLE


def _walked(folder: Path, prefix: str = "") -> Iterator[tuple[str, bool]]:
    """Yield everything under the folder but full folders: its path from there, and whether it is a plain file."""
    for entry in folder.iterdir():
        mode = entry.lstat().st_mode
        name = f"{prefix}{entry.name}"
        inside = tuple(_walked(entry, f"{name}/")) if stat.S_ISDIR(mode) else ()
        yield from inside or ((name, stat.S_ISREG(mode)),)


def _file(path: Path) -> Existing:
    """Tell a zip of this program that nobody has changed from any other file."""
    try:
        with zipfile.ZipFile(path) as archive:
            return Existing.UNCHANGED_BUNDLE if _unchanged(archive) else Existing.FILE
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError):
        return Existing.FILE


def _unchanged(archive: zipfile.ZipFile) -> bool:
    sizes = {item.filename: item.file_size for item in archive.infolist()}
    if PATH not in sizes or len(sizes) != len(archive.infolist()) or sum(sizes.values()) > LONGEST_MANIFEST:
        return False
    manifest = manifest_from(archive.read(PATH))
    if manifest is None or set(sizes) != {PATH, *manifest.files} or archive.comment:
        return False
    return _judged(manifest, archive.read) is Existing.UNCHANGED_BUNDLE
