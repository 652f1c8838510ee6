"""Shows which custom attributes must exist in Okta, for whom, and what they are like. Nothing in it can be edited."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from wizard.language import N_, _
from wizard.okta.profile import app_attributes, custom_attributes
from wizard.plan.model import Plan
from wizard.quoting.wording import seen
from wizard.ui.tip import tip
from wizard.ui.widgets.indented_delegate import IndentedDelegate
from wizard.ui.widgets.read_table import shape_header

HEADINGS: Final = (N_("Attribute"), N_("Type"), N_("Longest"), N_("Profiles"), N_("Read by tag"))
Row = tuple[str, ...]

_GAP: Final = 12


def attribute_rows(plan: Plan) -> tuple[Row, ...]:
    """Return a row for each custom attribute, under the headings."""
    user = {attribute.name for attribute in custom_attributes(plan)}
    return tuple(
        (
            attribute.name,
            _("array of strings") if attribute.array else _("string"),
            _("no limit") if attribute.max_length is None else str(attribute.max_length),
            _("both") if attribute.name in user else _("app"),
            ", ".join(seen(key, 40) for key in attribute.tags),
        )
        for attribute in app_attributes(plan)
    )


class AttributeTable(QTableWidget):
    """The custom attributes, a row each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(HEADINGS), parent)
        self._rows: tuple[Row, ...] = ()
        self.setAccessibleName(_("Custom attributes"))
        for column, heading in enumerate(HEADINGS):
            item = QTableWidgetItem(_(heading))
            item.setToolTip(_(heading))
            self.setHorizontalHeaderItem(column, item)
        shape_header(self.horizontalHeader())
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(IndentedDelegate(self))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        if tuple(rows) == self._rows:
            return
        before, self._rows = self._rows, tuple(rows)
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            if at >= len(before) or row != before[at]:
                for column, text in enumerate(row):
                    self.setItem(at, column, _cell(column, text))
        self._share_width()
        self.setVisible(bool(rows))
        self.updateGeometry()

    def _share_width(self) -> None:
        """Give each column what it needs, and a gap as far as there is room; the last has what is left."""
        header, last = self.horizontalHeader(), self.columnCount() - 1
        needed = [max(self.sizeHintForColumn(at), header.sectionSizeHint(at)) for at in range(last + 1)]
        gap = max(0, min(_GAP, (self.viewport().width() - sum(needed)) // last))
        for column in range(last):
            self.setColumnWidth(column, needed[column] + gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._share_width()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again in the look of the moment."""
        super().showEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of its rows."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(320, rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it is never squeezed."""
        return QSize(240, self.sizeHint().height())


def _cell(column: int, text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(tip(text))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_(HEADINGS[column])}: {text}")
    return item
