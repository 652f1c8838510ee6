"""The page on which the plan is looked over and exported."""

from PySide6.QtWidgets import QPushButton, QWidget

from wizard.app.cures import safe_cures
from wizard.app.session import Session
from wizard.language import _
from wizard.ui.curing import cure, cure_all_safe, safe_words
from wizard.ui.icon import icon
from wizard.ui.problem_presenter import summary
from wizard.ui.step_page import StepView
from wizard.ui.steps.export_panel import ExportPanel
from wizard.ui.steps.finding_list import FindingList
from wizard.ui.steps.form_page import FormPage
from wizard.ui.widgets.chosen_row import follow_selection
from wizard.ui.widgets.flow_layout import FlowLayout
from wizard.ui.widgets.measure import LINE, in_measure


class ReviewPage(FormPage):
    """What the rules say of the plan, and the export."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.summary = self.section("")
        self.findings = FindingList(self)
        self.findings.path_asked.connect(self.path_asked)
        self.findings.currentRowChanged.connect(self._show_cures)
        follow_selection(self.findings)
        self.explain = QPushButton(_("Exp&lain"))
        self.explain.clicked.connect(self._explain)
        self.cure = QPushButton(icon("fix"), "")
        self.cure.clicked.connect(lambda: cure(session, self.findings.chosen(), self.told.emit))
        self.cure_all = QPushButton(safe_words())
        self.cure_all.clicked.connect(lambda: cure_all_safe(session, self.told.emit))
        self.column.addLayout(in_measure(self.findings, LINE))
        self.column.addLayout(self._cures())
        self.panel = ExportPanel(session, self)
        self.panel.path_asked.connect(self.path_asked)
        self.panel.told.connect(self.told)
        self.column.addLayout(in_measure(self.panel, LINE))
        self.column.addStretch(1)

    def show_plan(self) -> None:
        """Write the findings and the export."""
        words = summary(self.session.findings)
        if self.summary.text() != words:
            self.summary.setText(words)
        self.findings.show_findings(self.session.plan, self.session.findings)
        self._show_cures()
        self.panel.refresh()

    def _cures(self) -> FlowLayout:
        row = FlowLayout(across=8)
        for button in (self.explain, self.cure, self.cure_all):
            row.addWidget(button)
        return row

    def _show_cures(self) -> None:
        finding = self.findings.chosen()
        self.explain.setVisible(finding is not None)
        words = finding.fix.text(_) if finding is not None and finding.fix is not None else ""
        self.cure.setText(words.replace("&", "&&"))
        self.cure.setVisible(bool(words))
        self.cure_all.setVisible(len(safe_cures(self.session.findings)) > 1)

    def _explain(self) -> None:
        from wizard.ui.explanation_dialog import explain  # noqa: PLC0415 - not before it is asked for

        finding = self.findings.chosen()
        if finding is not None:
            explain(finding, self)

    def end(self) -> None:
        """Wait for an export."""
        self.panel.end()

    def show_path(self, path: str) -> bool:
        """Put the focus on the findings: what has no field of its own is read here."""
        del path
        (self.findings if self.findings.count() else self.panel.export).setFocus()
        return True


VIEW = StepView("review", ReviewPage)
