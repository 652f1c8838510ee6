"""Sets a file aside that cannot be read, so that the program starts and the person can still look at it."""

import contextlib
from pathlib import Path


def set_aside(path: Path) -> None:
    """Rename the file to ``NAME.unreadable``, over an older one; nothing happens where that cannot be done."""
    with contextlib.suppress(OSError):
        path.replace(path.with_name(f"{path.name}.unreadable"))
