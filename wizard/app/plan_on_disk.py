"""Tells whether a plan's file still holds what was last read from it or written to it."""

import hashlib
from enum import StrEnum
from pathlib import Path

from wizard.plan.encoding import LARGEST_PLAN


class OnDisk(StrEnum):
    """What has become of the file."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class PlanOnDisk:
    """Remembers a file as it was when this program last read or wrote it. Nothing here raises."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._known: bytes | None = None

    def note(self, path: Path | None) -> None:
        """Take what lies at `path` now for what is known; None where the plan has no file."""
        self._path = path
        self._known = None if path is None else _print(path)

    def note_written(self, path: Path, data: bytes) -> None:
        """Take what this program has just written for what is known, whatever lies there by now."""
        self._path = path
        self._known = hashlib.sha256(data).digest()

    def state(self) -> OnDisk:
        """Return what has become of the file since; the same for a plan without one."""
        if self._path is None:
            return OnDisk.SAME
        now = _print(self._path)
        if now == self._known:
            return OnDisk.SAME
        return OnDisk.GONE if now is None else OnDisk.CHANGED


def _print(path: Path) -> bytes | None:
    """Return what tells a file's content from any other; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.sha256(file.read(LARGEST_PLAN + 1)).digest()
    except (OSError, ValueError):
        return None
