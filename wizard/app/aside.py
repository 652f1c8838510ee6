"""Reads what the program remembers, and sets aside what cannot be read: it starts, and the person can look at it."""

import contextlib
import errno
import stat
from pathlib import Path
from typing import Final

LARGEST_MEMORY: Final = 1_000_000
"""Bytes; what is longer was not written by this program, but for a kept plan."""


def remembered(path: Path, largest: int = LARGEST_MEMORY) -> str:
    """Return the text of a file that the program has written for itself.

    Raises OSError where there is no plain file (a pipe would keep the start waiting), ValueError where it is no text
    or is longer than `largest` bytes.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "")
    with path.open("rb") as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        raise ValueError(len(data))
    return data.decode("utf-8")


def set_aside(path: Path) -> None:
    """Rename the file to ``NAME.unreadable``, over an older one; nothing happens where that cannot be done."""
    with contextlib.suppress(OSError):
        path.replace(path.with_name(f"{path.name}.unreadable"))
