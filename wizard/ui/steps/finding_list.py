"""The findings in a list, weightiest first; each leads to its field."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from wizard.app.place import place_words
from wizard.language import _
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.ui.tip import tip
from wizard.ui.widgets.severity import severity_icon, severity_word

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ORDER: Final = tuple(Severity)
_MOST_SHOWN: Final = 5
_ROW: Final = 28


class FindingList(QListWidget):
    """The findings.

    Signals:
        path_asked: show the field of this place of the plan.
    """

    path_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ordered: tuple[Finding, ...] = ()
        self._findings: tuple[Finding, ...] | None = None
        self.setAccessibleName(_("Problems"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(16, 16))
        self.itemClicked.connect(lambda item: self._ask(self.row(item)))

    def show_findings(self, plan: Plan, findings: tuple[Finding, ...]) -> None:
        """Show these findings."""
        if findings is self._findings:
            return
        self._findings = findings
        ordered = sorted(findings, key=lambda finding: _ORDER.index(finding.severity))
        self._ordered = tuple(ordered)
        while self.count() > len(ordered):
            self.takeItem(self.count() - 1)
        while self.count() < len(ordered):
            QListWidgetItem(self).setSizeHint(QSize(0, max(_ROW, self.fontMetrics().height() + 10)))
        for row, finding in enumerate(ordered):
            self._write(self.item(row), plan, finding)
        self.setVisible(bool(ordered))
        self.updateGeometry()

    def chosen(self) -> Finding | None:
        """Return the finding that is chosen, None where none is."""
        return self._ordered[self.currentRow()] if 0 <= self.currentRow() < len(self._ordered) else None

    def _write(self, item: QListWidgetItem, plan: Plan, finding: Finding) -> None:
        text = _("{place}: {title}. {message}").format(
            place=place_words(plan, finding.path), title=_(finding.title), message=finding.text(_)
        )
        item.setText(" ".join(text.split()))
        item.setIcon(severity_icon(finding.severity))
        item.setToolTip(tip(text))
        words = _("{severity}: {text}").format(severity=severity_word(finding.severity), text=text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def sizeHint(self) -> QSize:
        """Return the height of its rows, up to some."""
        rows = max(1, min(_MOST_SHOWN, self.count()))
        return QSize(240, rows * max(_ROW, self.fontMetrics().height() + 10) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it is never squeezed."""
        return QSize(200, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first problem where none is: whoever comes by keys shall see, and hear, where the keyboard is."""
        if self.currentRow() < 0 and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setCurrentRow(0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Lead to the field on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._ask(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _ask(self, row: int) -> None:
        if 0 <= row < len(self._ordered):
            self.path_asked.emit(self._ordered[row].path)
