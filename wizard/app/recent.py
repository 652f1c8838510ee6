"""The plans that were opened or saved lately, the last one first."""

import contextlib
import json
from pathlib import Path
from typing import Final

from wizard.app.aside import remembered, set_aside
from wizard.plan.atomic import write_atomically
from wizard.plan.error import PlanNotWritten


class RecentPlans:
    """A short list in a file. A list that cannot be read is set aside; one that cannot be written is forgotten."""

    LONGEST: Final = 10

    def __init__(self, file: Path) -> None:
        self._file = file

    def paths(self) -> tuple[Path, ...]:
        """Return the plans' files, the last one first; whether they are still there, nobody has looked."""
        try:
            text = remembered(self._file)
        except FileNotFoundError:
            return ()
        except (OSError, ValueError):
            set_aside(self._file)
            return ()
        return self._parsed(text)

    def _parsed(self, text: str) -> tuple[Path, ...]:
        try:
            known = json.loads(text)
        except (ValueError, RecursionError):
            known = None
        if not isinstance(known, list) or not all(isinstance(item, str) for item in known):
            set_aside(self._file)
            return ()
        return tuple(Path(item) for item in known[: self.LONGEST])

    def add(self, path: Path) -> None:
        """Put a plan's file first."""
        path = path.absolute()
        self._write((path, *(known for known in self.paths() if known != path)))

    def remove(self, path: Path) -> None:
        """Forget a plan's file, since it is gone."""
        self._write(tuple(known for known in self.paths() if known != path.absolute()))

    def clear(self) -> None:
        """Forget them all."""
        self._write(())

    def _write(self, paths: tuple[Path, ...]) -> None:
        text = json.dumps([str(path) for path in paths[: self.LONGEST]], indent=1)
        with contextlib.suppress(PlanNotWritten, OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, f"{text}\n".encode("utf-8", "surrogateescape"))
