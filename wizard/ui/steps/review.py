"""The page on which the plan is looked over and exported."""

from PySide6.QtWidgets import QWidget

from wizard.app.session import Session
from wizard.ui.problem_presenter import summary
from wizard.ui.step_page import StepView
from wizard.ui.steps.export_panel import ExportPanel
from wizard.ui.steps.finding_list import FindingList
from wizard.ui.steps.form_page import FormPage
from wizard.ui.widgets.measure import LINE, in_measure


class ReviewPage(FormPage):
    """What the rules say of the plan, and the export."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.summary = self.section("")
        self.findings = FindingList(self)
        self.findings.path_asked.connect(self.path_asked)
        self.column.addLayout(in_measure(self.findings, LINE))
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
        self.panel.refresh()

    def show_path(self, path: str) -> bool:
        """Put the focus on the findings: what has no field of its own is read here."""
        del path
        (self.findings if self.findings.count() else self.panel.export).setFocus()
        return True


VIEW = StepView("review", ReviewPage)
