"""Puts the files of a bundle on the disk, as a folder or as a zip, down to the disk itself."""

import os
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from wizard.bundle.artefact import BundleFile
from wizard.bundle.manifest import content

_DAY_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name: the same bytes whatever the clock."""

_MODE_OF_ZIP: Final = 0o100644 << 16
_UNIX: Final = 3


def folder_made(files: Iterable[BundleFile], folder: Path) -> None:
    """Make the folder, which must not exist, and write the files into it; OSError where the system refuses."""
    folder.mkdir()
    folders = {folder}
    for file in files:
        path = folder.joinpath(*file.path.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.update(parent for parent in path.parents if folder in parent.parents)
        _write(path, content(file.text))
    for made in folders:
        kept(made)


def zip_made(files: Iterable[BundleFile], path: Path) -> None:
    """Write the files as a zip, which must not exist; the same files give the same bytes."""
    with path.open("xb") as stream:
        with zipfile.ZipFile(stream, "w") as archive:
            for file in sorted(files, key=lambda file: file.path):
                archive.writestr(_entry(file.path), content(file.text), zipfile.ZIP_DEFLATED, 9)
        stream.flush()
        os.fsync(stream.fileno())


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _DAY_OF_ZIP)
    entry.create_system = _UNIX
    entry.external_attr = _MODE_OF_ZIP
    return entry


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def kept(folder: Path) -> None:
    """See that what a folder lists is on the disk; Windows does so by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
