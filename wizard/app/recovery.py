"""Keeps the plan that is not saved yet, so that the next start can offer it when this one is killed.

Each window keeps one file, ``NUMBER.json``, beside a lock of the same number that it holds while it lives. A kept file
whose lock is free is what a dead window has left.
"""

import contextlib
import errno
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from wizard.app.aside import remembered, set_aside
from wizard.app.file_lock import FileLock
from wizard.frozen import Frozen
from wizard.plan.atomic import write_atomically
from wizard.plan.encoding import LARGEST_PLAN
from wizard.plan.error import PlanError
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text
from wizard.plan.writer import plan_text

_MOST_FILES: Final = 200
"""Windows that can keep a plan at once, and plans of dead ones that nobody has decided about."""

_LARGEST: Final = 8 * LARGEST_PLAN
"""Bytes of a kept plan: JSON writes some letters in six for two."""


class KeptPlan(Frozen):
    """A plan that was not saved: the plan, its file if it had one, and when it was kept."""

    plan: Plan
    path: Path | None
    kept_at: datetime


class Recovery:
    """What one window keeps, and what dead ones have left. Nothing here raises: keeping is a favour.

    Args:
        folder: where it is kept; made when needed.
        now: the clock.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now
        self._lock: FileLock | None = None
        self._file: Path | None = None
        self._offered: tuple[Path, FileLock] | None = None

    def keep(self, plan: Plan, path: Path | None) -> bool:
        """Keep the plan as it stands; False where it could not be written."""
        try:
            file = self._own_file()
            kept = {"kept_at": self._now().isoformat(), "path": str(path) if path else None, "plan": plan_text(plan)}
            write_atomically(file, json.dumps(kept).encode("utf-8"))
        except (OSError, PlanError):
            return False
        return True

    def drop(self) -> None:
        """Forget what was kept: the plan is saved, or the person does not want it."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)

    def close(self) -> None:
        """Forget what was kept, and let go of the locks: the window closes. What was offered waits for the next."""
        self.drop()
        self.put_off()
        if self._lock is not None:
            self._lock.release()
        self._lock = self._file = None

    def left_behind(self) -> KeptPlan | None:
        """Return the newest plan that a dead window has left; None where there is none.

        It stays where it is, and no other window is offered it, until it is discarded or put off. Older ones wait
        for the next start.
        """
        self.put_off()
        found = [(file, lock, kept) for file, lock in self._orphans() if (kept := _kept(file, lock)) is not None]
        if not found:
            return None
        found.sort(key=lambda orphan: orphan[2].kept_at)
        *older, (file, lock, newest) = found
        for _file, unneeded, _plan in older:
            unneeded.release()
        self._offered = (file, lock)
        return newest

    def discard_offered(self) -> None:
        """Remove the plan that was offered: the person has it, or does not want it."""
        if self._offered is not None:
            with contextlib.suppress(OSError):
                self._offered[0].unlink(missing_ok=True)
        self.put_off()

    def put_off(self) -> None:
        """Leave the plan that was offered to the next start."""
        if self._offered is not None:
            self._offered[1].release()
        self._offered = None

    def _orphans(self) -> Iterator[tuple[Path, FileLock]]:
        """Give the files whose windows are dead, each with its lock, which is held from now on."""
        for file in sorted(self._folder.glob("*.json")):
            lock = FileLock(file.with_suffix(".lock"))
            with contextlib.suppress(OSError):
                if file != self._file and lock.acquire():
                    yield file, lock

    def _own_file(self) -> Path:
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for number in range(1, _MOST_FILES):
                lock = FileLock(self._folder / f"{number}.lock")
                file = self._folder / f"{number}.json"
                if not file.exists() and _acquired(lock):
                    self._lock, self._file = lock, file
                    return file
            raise OSError(errno.EACCES, "")
        assert self._file is not None  # noqa: S101 - narrows for the type checker
        return self._file


def _acquired(lock: FileLock) -> bool:
    """Take the lock; False where that cannot be done, for instance since something else stands at its place."""
    try:
        return lock.acquire()
    except OSError:
        return False


def _kept(file: Path, lock: FileLock) -> KeptPlan | None:
    """Return what the file keeps; a file that cannot be read is set aside, and its lock let go."""
    try:
        kept: dict[str, Any] = json.loads(remembered(file, _LARGEST))
        path, at = kept["path"], datetime.fromisoformat(kept["kept_at"])
        return KeptPlan(plan_from_text(kept["plan"]), Path(path) if path else None, at)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, PlanError):
        set_aside(file)
        lock.release()
        return None
