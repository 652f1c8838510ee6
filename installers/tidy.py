"""Gives a folder of files fixed times, modes and order, so that what is packed from it is the same every time."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path


def everything(folder: Path) -> Iterator[Path]:
    """Yield what lies under a folder, folders before what they hold, in the order of the names' bytes."""
    for path in sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name)):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from everything(path)


def settle(folder: Path, epoch: int) -> None:
    """Give all under a folder the time `epoch` and plain modes: 755 for folders and programs, 644 for the rest."""
    for path in (*everything(folder), folder):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=os.utime not in os.supports_follow_symlinks)


def _is_program(path: Path) -> bool:
    return ".so" not in path.name and bool(path.stat().st_mode & stat.S_IXUSR)
