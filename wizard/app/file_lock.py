"""A lock on a file that the system takes back when the program dies, however it dies."""

import contextlib
import os
import sys
from pathlib import Path


class FileLock:
    """Held from :meth:`acquire` to :meth:`release`, or to the end of the program."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Take the lock; False where another program, or another window of this one, holds it. OSError as usual."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(descriptor) or not self._still_there(descriptor):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if self._descriptor is not None:
            if sys.platform != "win32":
                self._remove()
            os.close(self._descriptor)
            self._descriptor = None
            if sys.platform == "win32":
                self._remove()

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink()

    def _still_there(self, descriptor: int) -> bool:
        """Tell whether the locked file is still the one at the path: its last holder may just have removed it."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except OSError:
            return False


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
