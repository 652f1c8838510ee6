"""Where on a page a finding is shown and a path is edited: at the widget that stands for the closest place."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wizard.rules.finding import Finding
from wizard.ui.widgets.finding_lines import FindingLines


class Place(Protocol):
    """A widget that stands for a place of the plan and all that lies in it, unless another stands closer."""

    @property
    def path(self) -> str:
        """The place."""

    def answers_for(self, path: str) -> bool:
        """Tell whether the place is this one or lies in it."""

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings and no others."""

    def show_place(self, path: str) -> None:
        """Put the focus where that place is edited."""


class Places:
    """The places of one page."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    def add(self, place: Place) -> None:
        """Take one more place."""
        self._places.append(place)

    def closest(self, path: str) -> Place | None:
        """Return the place that stands closest to the path, None where none stands for it."""
        found = (place for place in self._places if place.answers_for(path))
        return max(found, key=lambda place: len(place.path), default=None)

    def share_out(self, findings: Iterable[Finding]) -> None:
        """Show each finding at its closest place; those of other pages at none."""
        shares: dict[int, list[Finding]] = {}
        parts = {_part(place.path) for place in self._places}
        for finding in findings:
            here = "" in parts or _part(finding.path) in parts  # of thousands, most are about other pages
            place = self.closest(finding.path) if here else None
            if place is not None:
                shares.setdefault(id(place), []).append(finding)
        for place in self._places:
            place.show_findings(tuple(shares.get(id(place), ())))


def _part(path: str) -> str:
    """Return the part of the plan in which a place lies; nothing for the whole plan."""
    return path.partition("[")[0].partition(".")[0]


class Remarks(FindingLines):
    """Shows what is said about a place that no field edits."""

    def __init__(
        self,
        path: str,
        parent: QWidget | None = None,
        *,
        brief: bool = False,
        leads_to: QWidget | None = None,
    ) -> None:
        super().__init__(parent, brief=brief)
        self.path = path
        self._leads_to = leads_to

    def answers_for(self, path: str) -> bool:
        """Tell whether the place is this one or lies in it."""
        return not self.path or path == self.path or path.startswith((f"{self.path}.", f"{self.path}["))

    def show_place(self, path: str) -> None:
        """Put the focus where the place can be edited all the same, else on the first cure."""
        del path
        if self._leads_to is not None:
            self._leads_to.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        for line in self.lines():
            line.fix.setFocus()
            return
