"""Reads a plan's file for the window, and tells whether it still holds what was last read from it or written to it."""

import stat
from enum import StrEnum
from pathlib import Path

from wizard.language import _
from wizard.plan.encoding import LARGEST_PLAN
from wizard.plan.error import PlanError, Problem
from wizard.plan.model import Plan
from wizard.plan.reader import read_plan


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
        self._known = None if path is None else _content(path)

    def note_written(self, path: Path, data: bytes) -> None:
        """Take what this program has just written for what is known, whatever lies there by now."""
        self._path = path
        self._known = data[: LARGEST_PLAN + 1]

    def state(self) -> OnDisk:
        """Return what has become of the file since; the same for a plan without one."""
        if self._path is None:
            return OnDisk.SAME
        now = _content(self._path)
        if now == self._known:
            return OnDisk.SAME
        return OnDisk.GONE if now is None else OnDisk.CHANGED


def plan_on_disk(path: Path) -> Plan:
    """Return the plan in a file; PlanError where it cannot be read as one, or is a pipe or a device."""
    refuse_endless(path)
    return read_plan(path)


def refuse_endless(path: Path) -> None:
    """Raise PlanError for a pipe or a device.

    A command reads a pipe to its end; a window would wait for whoever writes into it.
    """
    if is_endless(path):
        message = _("This is a pipe or a device, not a plan file; copy what it gives into a file, and open that")
        raise PlanError([Problem(0, 0, "", message)], str(path))


def is_endless(path: Path) -> bool:
    """Tell whether a path is a pipe, a device or a socket: reading it may never end."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _content(path: Path) -> bytes | None:
    """Return a file's content, as much as a plan may have and one byte; None where there is none that can be read.

    A pipe or a device has none: the window would wait for it.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            return file.read(LARGEST_PLAN + 1)
    except (OSError, ValueError):
        return None
