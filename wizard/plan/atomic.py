"""Writes one file whole or not at all: whenever the program dies, the path holds the old or the new bytes."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from wizard.language import _
from wizard.plan.error import PlanNotWritten
from wizard.plan.temporary import temporary_beside


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file at `path` by one with these bytes; PlanNotWritten says why not, and nothing has changed.

    A symbolic link stays, and its target is replaced. A file that is there keeps its permissions; a new one gets
    the user's usual ones, since a plan holds no secret.
    """
    with written_atomically(path) as file:
        file.write(data)


@contextlib.contextmanager
def written_atomically(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write, which takes the place of the one at `path` at the end; as :func:`write_atomically`.

    Where the block raises, nothing has changed; its OSError, ValueError or RuntimeError becomes PlanNotWritten.
    """
    try:
        target = path.resolve()
        with _replacing(target, _permissions(target)) as file:
            yield file
    except (OSError, ValueError, RuntimeError) as error:
        raise PlanNotWritten(_reason(error), str(path)) from error


def _permissions(target: Path) -> int | None:
    """Return the permissions of the file to replace, None where there is none; OSError where it is no such file."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENODEV, "")
    if not os.access(target, os.W_OK):
        raise OSError(errno.EROFS if _is_read_only(target) else errno.EACCES, "")
    return stat.S_IMODE(mode)


def _is_read_only(target: Path) -> bool:
    """Tell whether the disk itself refuses, whatever the permissions are, where the system can tell."""
    return sys.platform != "win32" and bool(os.statvfs(target).f_flag & os.ST_RDONLY)


@contextlib.contextmanager
def _replacing(target: Path, permissions: int | None) -> Iterator[BinaryIO]:
    with temporary_beside(target, 0o666 if permissions is None else 0o600) as (temporary, descriptor):
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
        if permissions is not None:
            temporary.chmod(permissions)
        temporary.replace(target)
        _settle(target.parent)


def _settle(folder: Path) -> None:
    """Make the renaming last through a power cut, where the system can; the file is whole without it too."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: Exception) -> str:
    reasons = {
        errno.ENOSPC: _("The disk is full; free some space or save elsewhere"),
        errno.EDQUOT: _("Your quota of the disk is used up; free some space or save elsewhere"),
        errno.EFBIG: _("The disk takes no file of this size; save elsewhere"),
        errno.EACCES: _("The file or its folder may not be written, its permissions refuse it; save elsewhere"),
        errno.EPERM: _("The file or its folder may not be written, its permissions refuse it; save elsewhere"),
        errno.EROFS: _("The disk can only be read; save elsewhere"),
        errno.ENOENT: _("The folder does not exist; make it or save elsewhere"),
        errno.ENOTDIR: _("A part of the path is a file, not a folder; save elsewhere"),
        errno.EISDIR: _("This is a folder; give the name of a file"),
        errno.ENODEV: _("This is a device or a pipe; give the name of a file"),
        errno.ENAMETOOLONG: _("The name is too long; choose a shorter one"),
        errno.ELOOP: _("The symbolic link leads back to itself; save elsewhere"),
    }
    if isinstance(error, OSError) and error.errno in reasons:
        return reasons[error.errno]
    if isinstance(error, OSError):
        return _("The file cannot be written: {reason}").format(reason=error.strerror or error)
    return _("This is no name of a file")
