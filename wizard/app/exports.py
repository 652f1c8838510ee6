"""Remembers where each plan was last exported, from one start of the program to the next."""

import contextlib
import json
from pathlib import Path
from typing import Final

from wizard.app.aside import remembered, set_aside
from wizard.app.session import Session
from wizard.plan.atomic import write_atomically
from wizard.plan.error import PlanNotWritten


class LastExports:
    """Follows a session: a plan that is opened gets its place back, and one that is exported is noted.

    What cannot be read is set aside; what cannot be written is forgotten.
    """

    LONGEST: Final = 50

    def __init__(self, file: Path, session: Session) -> None:
        self._file = file
        self._session = session
        self._begun = session.begun
        self._noted: tuple[Path | None, Path | None] = (session.path, session.exported)
        session.subscribe(self.follow)

    def follow(self) -> None:
        """Give the session its place, or note the one that it has now."""
        session = self._session
        if session.begun != self._begun:
            self._begun = session.begun
            if session.path is not None and session.exported is None:
                session.exported = self.of(session.path)
            self._noted = (session.path, session.exported)
        elif (session.path, session.exported) != self._noted:
            self._noted = (session.path, session.exported)
            if session.path is not None and session.exported is not None:
                self._note(session.path.absolute(), session.exported.absolute())

    def of(self, plan: Path) -> Path | None:
        """Return where the plan of that file was last exported, None where that is not known."""
        known = self._known().get(str(plan.absolute()))
        return Path(known) if known is not None else None

    def _known(self) -> dict[str, str]:
        try:
            known = json.loads(remembered(self._file))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            known = None
        if not isinstance(known, dict) or not all(isinstance(item, str) for item in known.values()):
            set_aside(self._file)
            return {}
        return known

    def _note(self, plan: Path, target: Path) -> None:
        others = {path: known for path, known in self._known().items() if path != str(plan)}
        listed = list({str(plan): str(target), **others}.items())[: self.LONGEST]
        text = json.dumps(dict(listed), indent=1)
        with contextlib.suppress(PlanNotWritten, OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, f"{text}\n".encode("utf-8", "surrogateescape"))
