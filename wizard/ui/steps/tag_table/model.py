"""The table's model: it shows the session's tags, and what is set in a cell goes to the session."""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from wizard.language import N_, _
from wizard.plan.model import Tag
from wizard.quoting.wording import seen
from wizard.rules.finding import Finding, Severity
from wizard.ui.tip import tip
from wizard.ui.widgets.list_text import listed, unlisted
from wizard.ui.widgets.severity import spoken, weightiest

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, in order."""

    KEY = 0
    VALUE = 1
    TRANSITIVE = 2
    REQUIRED = 3
    SEPARATOR = 4
    ALLOWED = 5


FIELDS: Final = ("key", "value", "transitive", "required", "separator", "allowed")
"""The field of a tag that each column shows."""

HEADINGS: Final = (
    N_("Tag key"),
    N_("Okta value"),
    N_("Transitive"),
    N_("Required"),
    N_("Separator"),
    N_("Allowed values"),
)
ABOUT: Final = (
    N_("The session tag key. In a policy it is aws:PrincipalTag/KEY."),
    N_("The Okta expression that gives the value, such as user.department."),
    N_("The tag goes along when the role is left for another one."),
    N_("The trust policy refuses a sign-in without it, or with an empty value."),
    N_("The value is a list: its members are joined with this character."),
    N_("The trust policy accepts these values only; empty for any value."),
)
CHECKS: Final = frozenset({Column.TRANSITIVE, Column.REQUIRED})
SEVERITY_ROLE: Final = Qt.ItemDataRole.UserRole
_COLUMNS: Final = tuple(Column)
_CELL: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
_CHECKED_CELL: Final = _CELL | Qt.ItemFlag.ItemIsUserCheckable
_NOTHING: Final = QModelIndex()
_LONGEST_SHOWN: Final = 300


class TagModel(QAbstractTableModel):
    """A row for each tag, a column for each field.

    Signals:
        edited: the row, the field of the tag, and its new value.
    """

    edited = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tags: tuple[Tag, ...] = ()
        self._findings: dict[tuple[int, str], tuple[Finding, ...]] = {}

    def show_tags(self, tags: tuple[Tag, ...]) -> None:
        """Show these tags; the view hears of the difference alone."""
        before = self.tags
        if tags == before:
            return
        head = _alike(before, tags)
        tail = _alike(before[head:][::-1], tags[head:][::-1])
        surplus = len(before) - len(tags)
        if surplus > 0:
            at = min(head, len(before) - tail - surplus)
            self.beginRemoveRows(_NOTHING, at, at + surplus - 1)
            self.tags = (*before[:at], *before[at + surplus :])
            self.endRemoveRows()
        elif surplus < 0:
            self.beginInsertRows(_NOTHING, head, head - surplus - 1)
            self.tags = (*before[:head], *tags[head : head - surplus], *before[head:])
            self.endInsertRows()
        self._show_changes(tags)

    def _show_changes(self, tags: tuple[Tag, ...]) -> None:
        before, self.tags = self.tags, tags
        for row, (old, new) in enumerate(zip(before, tags, strict=True)):
            if old == new:
                continue
            for column, field in enumerate(FIELDS):
                if getattr(old, field) != getattr(new, field):
                    index = self.index(row, column)
                    self.dataChanged.emit(index, index)

    def show_findings(self, findings: Mapping[tuple[int, str], tuple[Finding, ...]]) -> None:
        """Mark the cells about which something is said: by row and field, the field empty for the row as a whole."""
        if findings == self._findings:
            return
        changed = {place for place in {*findings, *self._findings} if findings.get(place) != self._findings.get(place)}
        self._findings = dict(findings)
        for row, field in changed:
            if row < len(self.tags):
                index = self.index(row, FIELDS.index(field) if field in FIELDS else 0)
                self.dataChanged.emit(index, index, [SEVERITY_ROLE, Qt.ItemDataRole.AccessibleDescriptionRole])

    def findings(self, index: Index) -> tuple[Finding, ...]:
        """Return what is said about a cell."""
        said = self._findings.get((index.row(), FIELDS[index.column()]), ())
        return said if index.column() else (*self._findings.get((index.row(), ""), ()), *said)

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """Return the number of tags."""
        return 0 if parent.isValid() else len(self.tags)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        """Return the number of fields."""
        return 0 if parent.isValid() else len(FIELDS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every cell can be chosen and edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _CHECKED_CELL if index.column() in CHECKS else _CELL

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, in words for the eye and for assistive technology."""
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid() or index.row() >= len(self.tags):
            return None
        return answer(self, index, self.tags[index.row()], _COLUMNS[index.column()])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what a cell shall be."""
        column = Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole:
            self.edited.emit(index.row(), FIELDS[column], Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole:
            self.edited.emit(index.row(), FIELDS[column], cell_value(column, value))
        else:
            return False
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's heading, or a row's number."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[section])
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return _(ABOUT[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _displayed(_model: TagModel, _index: Index, tag: Tag, column: Column) -> str | None:
    return None if column in CHECKS else seen(cell_text(tag, column), _LONGEST_SHOWN)


def _edited(_model: TagModel, _index: Index, tag: Tag, column: Column) -> str | None:
    return None if column in CHECKS else cell_text(tag, column)


def _checked(_model: TagModel, _index: Index, tag: Tag, column: Column) -> Qt.CheckState | None:
    if column not in CHECKS:
        return None
    return Qt.CheckState.Checked if getattr(tag, FIELDS[column]) else Qt.CheckState.Unchecked


def _spoken(_model: TagModel, _index: Index, tag: Tag, column: Column) -> str:
    return f"{_(HEADINGS[column])}: {cell_words(tag, column)}"


def _described(model: TagModel, index: Index, _tag: Tag, _column: Column) -> str:
    return " ".join(spoken(finding) for finding in model.findings(index))


def _hinted(model: TagModel, index: Index, tag: Tag, column: Column) -> str | None:
    return tip("\n".join(map(spoken, model.findings(index))) or cell_text(tag, column)) or None


def _weight(model: TagModel, index: Index, _tag: Tag, _column: Column) -> Severity | None:
    return weightiest(model.findings(index))


_ANSWERS: Final[dict[int, Callable[[TagModel, Index, Tag, Column], Any]]] = {
    Qt.ItemDataRole.DisplayRole: _displayed,
    Qt.ItemDataRole.EditRole: _edited,
    Qt.ItemDataRole.CheckStateRole: _checked,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: _described,
    Qt.ItemDataRole.ToolTipRole: _hinted,
    SEVERITY_ROLE: _weight,
}
"""What answers for each role; for painting a cell Qt asks for nine, most of which nothing answers."""


def cell_text(tag: Tag, column: Column) -> str:
    """Return what stands in the cell of a field that is no check box."""
    match column:
        case Column.KEY:
            return tag.key
        case Column.VALUE:
            return tag.value
        case Column.SEPARATOR:
            return tag.separator or ""
        case Column.ALLOWED:
            return listed(tag.allowed)
    return ""


def cell_words(tag: Tag, column: Column) -> str:
    """Return what the cell says aloud."""
    if column in CHECKS:
        return _("yes") if getattr(tag, FIELDS[column]) else _("no")
    return cell_text(tag, column) or _("empty")


def cell_value(column: Column, written: Any) -> Any:
    """Return the field's value that a cell's editor means."""
    if column is Column.ALLOWED:
        return unlisted(str(written))
    if column is Column.SEPARATOR:
        return written or None
    return written


def _alike(one: Iterable[Tag], other: Iterable[Tag]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
