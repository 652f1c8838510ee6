"""Renames an entry while its name is being typed, so that what refers to it goes along and is never lost on the way."""

from collections.abc import Callable

from wizard.app.edit_words import changed
from wizard.app.session import Session
from wizard.plan.model import Plan

Rename = Callable[[Plan, int, str], Plan]


class Renaming:
    """The typing of one name.

    Each key press renames in the plan as it was when the typing began: a name that for a moment is empty, or the same
    as another, does not mix up what refers to the two.
    """

    def __init__(self, session: Session, rename: Rename) -> None:
        self._session = session
        self._rename = rename
        self._before: Plan | None = None
        self._after: Plan | None = None
        self._index = -1

    def type(self, index: int, name: str, merge: str) -> None:
        """Give the entry the name that is typed so far."""
        plan = self._session.plan
        if self._before is None or index != self._index or plan is not self._after:
            self._before, self._index = plan, index
        self._after = self._rename(self._before, index, name)
        self._session.edit(self._after, changed(merge), merge)
        self._after = self._session.plan

    def end(self) -> None:
        """End the typing: the next key press belongs to another."""
        self._before = self._after = None
