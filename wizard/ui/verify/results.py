"""The answer: the verdict in words, then attribute by attribute beside the plan, the features, the likely causes."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from wizard.app.verification import Answer, Compared, Explained, expiry, is_credential
from wizard.language import _
from wizard.plan.model import Plan
from wizard.ui.icon import icon
from wizard.ui.verify.features import FeatureRows
from wizard.ui.verify.lines import (
    ATTRIBUTE_HEADINGS,
    ATTRIBUTE_WIDTHS,
    CAUSE_HEADINGS,
    CAUSE_WIDTHS,
    Line,
    attribute_lines,
    cause_lines,
)
from wizard.ui.verify.words import headline, lifetime, remarks, verdict_icon
from wizard.ui.widgets.icon_label import IconLabel
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.notice import Notice
from wizard.ui.widgets.reading_pane import ReadingPane
from wizard.ui.widgets.row_table import RowTable
from wizard.ui.widgets.split import with_details
from wizard.ui.widgets.tab_bar import QuietTabBar


class Results(QWidget):
    """The answer to one question.

    Signals:
        change_asked: go back to the evidence. forget_asked: let go of it. path_asked: show that place of the plan.
        set_asked: put this state of this feature into the plan.
    """

    change_asked = Signal()
    forget_asked = Signal()
    path_asked = Signal(str)
    set_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._attributes: tuple[Line, ...] = ()
        self._causes: tuple[Line, ...] = ()
        self.mark = IconLabel(self)
        self.verdict = _wrapping("section", self)
        self.remarks = _wrapping("quiet", self)
        self.lifetime = Notice()
        self.change = QPushButton(_("Ch&ange…"), self)
        self.change.setAccessibleDescription(_("Go back to the evidence and what it is judged by"))
        self.forget = QPushButton(icon("close"), _("Forge&t it"), self)
        self.kinds = QuietTabBar(self)
        self.kinds.addTab(_("Attributes"))
        self.kinds.addTab(_("Likely causes"))
        self.kinds.setDrawBase(False)
        self.kinds.setExpanding(False)
        self.table = RowTable(_("What was sent, beside the plan"), self, wraps=True)
        self.details = ReadingPane(_("Details of the row"), _("Choose a row to read what is wrong, and what to do."))
        self.go = QPushButton(_("&Go there in the plan"), self)
        self.features = FeatureRows(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.mark, self.verdict, self.change, self.forget):
            head.addWidget(widget, int(widget is self.verdict))
        beside = QWidget(self)
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        right.addWidget(self.details, 1)
        right.addWidget(self.go)
        self.split = with_details(self.table, beside)
        column = column_in(self)
        column.addLayout(head)
        for part in (self.remarks, self.lifetime, self.kinds):
            column.addWidget(part)
        column.addWidget(self.split, 1)
        column.addWidget(self.features)
        column.addStretch(0)

    def _connect(self) -> None:
        self.change.clicked.connect(self.change_asked)
        self.forget.clicked.connect(self.forget_asked)
        self.features.set_asked.connect(self.set_asked)
        self.kinds.currentChanged.connect(lambda _at: self._show_lines())
        self.table.row_shown.connect(self._show_row)
        self.table.row_asked.connect(lambda _row: self._go())
        self.go.clicked.connect(self._go)

    def show_answer(self, plan: Plan, answer: Answer | None, now: datetime) -> None:
        """Show an answer; for None, let go of everything that stood here."""
        compared = answer if isinstance(answer, Compared) else None
        causes = answer.causes if isinstance(answer, Compared | Explained) else ()
        self._attributes = attribute_lines(compared.comparison) if compared else ()
        self._causes = cause_lines(plan, causes)
        self.mark.show_icon(verdict_icon(answer) if answer else "")
        self.verdict.setText(headline(answer) if answer else "")
        self.remarks.setText(remarks(answer) if answer else "")
        self.show_time(answer, now)
        self.features.show_states(plan, compared.comparison.features if compared else ())
        self.kinds.setVisible(bool(self._attributes and self._causes))
        self._choose_kind()
        self.split.setVisible(bool(self._lines) or answer is None)

    def show_time(self, answer: Answer | None, now: datetime) -> None:
        """Say until when the evidence opens the account."""
        dangerous = isinstance(answer, Compared) and is_credential(answer)
        until = expiry(answer) if isinstance(answer, Compared) else None
        over = until is not None and now >= until
        self.lifetime.say("info" if over else "warning", lifetime(until, now) if dangerous else "")

    def _choose_kind(self) -> None:
        self.kinds.blockSignals(True)
        if not self.kinds.isVisibleTo(self):
            self.kinds.setCurrentIndex(0 if self._attributes else 1)
        self.kinds.blockSignals(False)
        self._show_lines()

    def _show_lines(self) -> None:
        attributes = self.kinds.currentIndex() == 0
        self._lines = self._attributes if attributes else self._causes
        several = len({line.row.cells[-1] for line in self._causes}) > 1
        headings = ATTRIBUTE_HEADINGS if attributes else CAUSE_HEADINGS[: 3 if several else 2]
        widths = ATTRIBUTE_WIDTHS if attributes else CAUSE_WIDTHS
        rows = tuple(line.row for line in self._lines)
        self.table.show_rows(tuple(map(_, headings)), rows, widths[: len(headings) - 1])

    def _show_row(self, row: int) -> None:
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        self.details.say(line.text if line else "")
        self.go.setVisible(line is not None and bool(line.path))

    def _go(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._lines) and self._lines[row].path:
            self.path_asked.emit(self._lines[row].path)


def _wrapping(kind: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label
