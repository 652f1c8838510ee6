"""The file beside another in which that one is made anew: locked, so that what a killed program left is cleared.

The system forgets a lock when its process dies: a file that nobody holds is half a file that a killed program left,
and the next save in that folder removes it. Where the system has no such lock it stays, and another name is taken.
"""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

MOST: Final = 100
"""Files in one folder; so many at a time are not saves but a fault."""

_FLAGS: Final = os.O_WRONLY | getattr(os, "O_BINARY", 0)


@contextmanager
def temporary_beside(target: Path, permissions: int) -> Iterator[tuple[Path, int]]:
    """Give a new file in the target's folder, and a descriptor that writes to it, which the caller closes.

    The file is removed afterwards where it still has its name, and is locked until then. OSError where none can be
    made.
    """
    _clear_left_over(target.parent)
    temporary, descriptor = _taken(target.parent, permissions)
    made = os.fstat(descriptor)
    lock = os.dup(descriptor) if sys.platform != "win32" else os.open(os.devnull, os.O_RDONLY)
    try:
        yield temporary, descriptor
    finally:
        with suppress(OSError):
            if _is_at(made, temporary):  # renamed, its name may be another program's by now
                temporary.unlink()
        os.close(lock)


def _names(folder: Path) -> Iterator[Path]:
    return (folder / f".session-tag-wizard-{number}.tmp" for number in range(1, MOST + 1))


def _taken(folder: Path, permissions: int) -> tuple[Path, int]:
    for name in _names(folder):
        with suppress(FileExistsError):
            descriptor = os.open(name, _FLAGS | os.O_CREAT | os.O_EXCL, permissions)
            if _locked(descriptor) is not False and _is_at(os.fstat(descriptor), name):
                return name, descriptor
            os.close(descriptor)
    raise FileExistsError(EEXIST, os.strerror(EEXIST), str(folder))


def _clear_left_over(folder: Path) -> None:
    """Remove the files that killed programs left; what a running one holds, or another user owns, stays."""
    if sys.platform == "win32":
        return
    for name in _names(folder):
        with suppress(OSError):
            found = name.lstat()
            if stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid():
                descriptor = os.open(name, _FLAGS | os.O_NOFOLLOW | os.O_NONBLOCK)
                try:
                    if _locked(descriptor) and _is_at(os.fstat(descriptor), name):
                        name.unlink()
                finally:
                    os.close(descriptor)


def _locked(descriptor: int) -> bool | None:
    """Lock the file for this process; False where another one holds it, None where the system has no such lock."""
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_at(file: os.stat_result, name: Path) -> bool:
    """Return whether the name leads to the file: another save may have cleared it before it was locked."""
    try:
        return os.path.samestat(file, name.lstat())
    except FileNotFoundError:
        return False
