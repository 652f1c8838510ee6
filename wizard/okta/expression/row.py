"""One evaluation that is under way: the person's attributes, what else is known, and the notes so far."""

from collections.abc import Mapping

from wizard.okta.expression.surroundings import Surroundings
from wizard.plan.model import ProfileValue


class Row:
    """The state of one evaluation.

    Attributes:
        attributes: the person's profile. surroundings: what is known beside it. notes: what is undocumented so far.
    """

    __slots__ = ("attributes", "notes", "surroundings")

    def __init__(self, attributes: Mapping[str, ProfileValue], surroundings: Surroundings) -> None:
        self.attributes = attributes
        self.surroundings = surroundings
        self.notes: list[str] = []

    def note(self, text: str) -> None:
        """Keep a note, once."""
        if text not in self.notes:
            self.notes.append(text)
