"""The table's model: a row for each class of people against resources, as many as have been looked for so far."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wizard.app.matrix.answer import Answer
from wizard.language import N_, _
from wizard.ui.tip import tip

if TYPE_CHECKING:
    from wizard.access.matrix import Class

HEADINGS: Final = (N_("People"), N_("Role"), N_("Resources"), N_("May"), N_("May not"))
PEOPLE, ROLE, RESOURCES, MAY, MAY_NOT = range(len(HEADINGS))
_REASONS: Final = 4
"""Reasons that a tooltip gives; the details give all."""
_NAMED: Final = 6
"""Actions that a cell names."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_HEADING_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class MatrixModel(QAbstractTableModel):
    """Words for the classes that it is given; it asks for more when somebody scrolls to its end.

    `more` asks for further rows. `may_ask` tells whether there are any, and nobody is looking for them yet.
    """

    def __init__(self, more: Callable[[], None], may_ask: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._more = more
        self._may_ask = may_ask
        self._answer: Answer | None = None
        self.rows: list[Class] = []

    def show_answer(self, answer: Answer | None, rows: "Sequence[Class]" = ()) -> None:
        """Show these classes of an answer and no others."""
        self.beginResetModel()
        self._answer = answer
        self.rows = list(rows)
        self.endResetModel()

    def add(self, rows: "Sequence[Class]") -> None:
        """Show further classes of the same answer."""
        if rows:
            self.beginInsertRows(_NOWHERE, len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows.extend(rows)
            self.endInsertRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are so far."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are more rows to be looked for."""
        return not parent.isValid() and self._may_ask()

    def fetchMore(self, parent: Index) -> None:
        """Ask for more rows."""
        del parent
        self._more()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's heading, whole where it has no room."""
        if orientation is Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return _(HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words; assistive technology hears the heading too."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._whole(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(HEADINGS[index.column()])}: {self.words(index.row(), index.column())}"
        return None

    def _whole(self, row: int, column: int) -> str:
        """Return what a cell has no room for: of what is refused, why."""
        if column != MAY_NOT:
            return self.words(row, column)
        if self._answer is None:
            return ""
        refused = self._answer.matrix.explained(self.rows[row]).refused
        reasons = [f"{named(names)}\n{why}" for why, names in by_reason(refused).items()]
        return "\n\n".join(reasons[:_REASONS])

    def place(self, row: int) -> tuple[str, ...]:
        """Return what a row is about, in words."""
        each, answer = self.rows[row], self._answer
        if answer is None:
            return ()
        return answer.people[each.person], answer.resources[each.resource], each.role, each.account

    def words(self, row: int, column: int) -> str:
        """Return what a cell says."""
        each, answer = self.rows[row], self._answer
        if answer is None:
            return ""
        if column == PEOPLE:
            return counted(answer.people[each.person], answer.held.people[each.person].count)
        if column == ROLE:
            return _("{role} in {account}").format(role=each.role, account=each.account)
        if column == RESOURCES:
            return counted(answer.resources[each.resource], answer.held.resources[each.resource].count)
        return actions_words(
            each.allowed if column == MAY else tuple(each.refused), len(each.allowed) + len(each.refused)
        )


def by_reason(refused: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the refused actions by reason; a reason that ends with the action's own name stands without it."""
    found: dict[str, list[str]] = {}
    for name, reason in refused.items():
        found.setdefault(reason.removesuffix(f" {name}"), []).append(name)
    return found


def named(names: Sequence[str]) -> str:
    """Return the first actions by name."""
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")


def counted(words: str, count: int) -> str:
    """Return a class in words, with how many are in it where it is more than one."""
    return words if count == 1 else _("{count} × {words}").format(count=f"{count:,}", words=words)


def actions_words(names: Sequence[str], among: int) -> str:
    """Return actions as a cell has them: how many of how many, and the first by name."""
    if not names:
        return _("nothing") if among else _("no action of the plan")
    listed = named(names)
    if len(names) == among:
        return _("all {count}: {names}").format(count=among, names=listed)
    return _("{count} of {among}: {names}").format(count=len(names), among=among, names=listed)
