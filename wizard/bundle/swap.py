"""Two names in one folder change places in one step, by the system's own call; the only use of ctypes.

Linux: renameat2 with RENAME_EXCHANGE, https://man7.org/linux/man-pages/man2/rename.2.html
macOS: renamex_np with RENAME_SWAP, ``man 2 renamex_np``
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_RENAME_SWAP: Final = 2
_UNSUPPORTED: Final = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


def swapped(first: Path, second: Path) -> bool:
    """Let two existing files or folders change places in one step; False where system or file system cannot.

    OSError where it can and refuses, such as for want of permission.
    """
    exchange = _exchange()
    if exchange is None:
        return False
    if exchange(os.fsencode(first), os.fsencode(second)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(first), None, str(second))


def _exchange() -> Callable[[bytes, bytes], int] | None:
    """Return the system's call; None where it has none (Windows, and a C library before glibc 2.28)."""
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    linux = getattr(library, "renameat2", None)
    if linux is not None:
        linux.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
        return lambda first, second: int(linux(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE))
    macos = getattr(library, "renamex_np", None)
    if macos is not None:
        macos.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)
        return lambda first, second: int(macos(first, second, _RENAME_SWAP))
    return None
