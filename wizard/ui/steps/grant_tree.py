"""Shows what a grant gives: on which terms which actions, and what is left out and why. Nothing in it can be edited."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTreeWidget, QTreeWidgetItem, QWidget

from wizard.app.grant_outcome import GrantOutcome, Part
from wizard.language import _, ngettext
from wizard.ui.icon import icon

_FEWEST: Final = 4
_MOST: Final = 12
_PART: Final = Qt.ItemDataRole.UserRole


class GrantTree(QTreeWidget):
    """A line for each part; opened, it shows its services, and each of these its actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: GrantOutcome | None = None
        self.setAccessibleName(_("What this grant gives"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemExpanded.connect(self._fill)
        for signal in (self.itemExpanded, self.itemCollapsed):
            signal.connect(lambda _item: self.updateGeometry())

    def show_outcome(self, outcome: GrantOutcome) -> None:
        """Show a grant's outcome; what was open stays open, and nothing is written where it is the same."""
        if outcome == self._shown:
            return
        self._shown = outcome
        opened = {self._title(row) for row in range(self.topLevelItemCount()) if self._top(row).isExpanded()}
        self.clear()
        for part in outcome.parts:
            item = _item(part)
            self.addTopLevelItem(item)
            item.setExpanded(item.text(0) in opened)
        if outcome.parts:
            self.setCurrentItem(self._top(0), 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.setVisible(bool(outcome.parts))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of the rows that are open, within bounds."""
        row = max(self.sizeHintForRow(0), self.fontMetrics().height() + 4)
        open_rows = sum(1 + _open_below(self._top(at)) for at in range(self.topLevelItemCount()))
        return QSize(280, max(_FEWEST, min(_MOST, open_rows)) * row + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it is never squeezed."""
        return QSize(240, self.sizeHint().height())

    def _top(self, row: int) -> QTreeWidgetItem:
        item = self.topLevelItem(row)
        if item is None:
            raise IndexError(row)
        return item

    def _title(self, row: int) -> str:
        return self._top(row).text(0)

    @staticmethod
    def _fill(item: QTreeWidgetItem) -> None:
        """Make the rows below a row when it is opened; a grant may hold thousands of actions."""
        names = item.data(0, _PART)
        if not names or item.childCount():
            return
        if item.parent() is not None:
            item.addChildren([QTreeWidgetItem([name, ""]) for name in names])
            return
        services: dict[str, list[str]] = {}
        for name in names:
            services.setdefault(name.partition(":")[0], []).append(name)
        if len(services) == 1:
            item.addChildren([QTreeWidgetItem([name, ""]) for name in names])
        else:
            item.addChildren([_branch(prefix, own) for prefix, own in services.items()])


def _open_below(item: QTreeWidgetItem) -> int:
    if not item.isExpanded():
        return 0
    below = (item.child(row) for row in range(item.childCount()))
    return sum(1 + _open_below(each) for each in below if each is not None)


def _item(part: Part) -> QTreeWidgetItem:
    title = _(part.title) if part.given else _("Left out: {reason}").format(reason=_(part.title))
    item = _branch(title, part.actions)
    item.setIcon(0, icon("fine" if part.given else "warning"))
    item.setToolTip(0, _(part.about) if part.about else title)
    return item


def _branch(title: str, names: tuple[str, ...] | list[str]) -> QTreeWidgetItem:
    item = QTreeWidgetItem([title, f"{len(names):,}"])
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setData(0, _PART, list(names))
    item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
    spoken = ngettext("{count} action", "{count} actions", len(names)).format(count=len(names))
    item.setData(1, Qt.ItemDataRole.AccessibleTextRole, spoken)
    return item
