"""The place beside a target where a bundle is made ready, recognisable and locked, so that a killed run's is cleared.

A place is locked through the system (flock), which forgets the lock when the process dies: a place that nobody
holds was left by a run that was killed, and what it holds is half a bundle or the old one that had been replaced.
Where the system has no such lock, places that are left stay, and another name is taken.
"""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

MOST: Final = 100
"""Places in one folder; so many at a time are not exports but a fault."""


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give a fresh, empty, locked place in the folder, and remove it and what it then holds afterwards.

    OSError where none can be made.
    """
    clear_left_over(folder)
    place, lock = _taken(folder)
    try:
        yield place
    finally:
        with suppress(OSError):
            removed(place)
        os.close(lock)


def removed(path: Path) -> None:
    """Remove a file, a link, or a folder with all it holds; links in it are removed, never followed."""
    with suppress(FileNotFoundError):
        if stat.S_ISDIR(path.lstat().st_mode):
            shutil.rmtree(path)
        else:
            path.unlink()


def clear_left_over(folder: Path) -> None:
    """Remove the places that killed runs left; what a running process holds, or another user owns, stays."""
    if sys.platform == "win32":
        return
    for place in _places(folder):
        with suppress(OSError):
            if place.lstat().st_uid == os.geteuid() and (lock := _lock(place)) is not None:
                try:
                    removed(place)
                finally:
                    os.close(lock)


def _places(folder: Path) -> Iterator[Path]:
    return (folder / f".session-tag-wizard-{number}" for number in range(1, MOST + 1))


def _taken(folder: Path) -> tuple[Path, int]:
    for place in _places(folder):
        with suppress(FileExistsError):
            place.mkdir(mode=0o700)
            lock = _lock(place)
            if lock is not None:
                return place, lock
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))


def _lock(place: Path) -> int | None:
    """Return a descriptor that locks the place; None where another process holds or has just removed it."""
    if sys.platform == "win32":
        return os.open(os.devnull, os.O_RDONLY)
    try:
        descriptor = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), place.lstat()):
            return descriptor
    except OSError:
        pass
    os.close(descriptor)
    return None
