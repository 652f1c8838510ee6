"""What is not said yet of the row that is being edited: a finding waits until its cell is left."""

from collections.abc import Iterable

from wizard.rules.finding import Finding
from wizard.ui.steps.tag_table.cell import cell


class HeldBack:
    """The row that is being edited, and the field in which the person is.

    Attributes:
        row: the row.
        field: the field; to go on to another is to leave it.
    """

    def __init__(self, row: int, known: Iterable[Finding] = ()) -> None:
        self.row = row
        self.field = ""
        self._known = frozenset(_mark(finding) for finding in known)
        self._left: set[str] = set()

    def go_to(self, field: str) -> None:
        """Leave the field for another."""
        self._left |= {self.field} - {""}
        self.field = field

    def holds(self, finding: Finding) -> bool:
        """Tell whether the finding waits: it came up in the row since the editing began, and its field was not left."""
        row, field = cell(finding.path)
        if row != self.row or _mark(finding) in self._known:
            return False
        return field == self.field or field not in self._left


def _mark(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.path
