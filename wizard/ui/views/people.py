"""The view of a list of people: who would fail to sign in, and why."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from wizard.app.dropped import is_plan
from wizard.app.people_file import NotRead
from wizard.app.people_list import Outcome, PeopleList
from wizard.app.session import Session
from wizard.language import _, ngettext
from wizard.plan.error import PlanNotWritten
from wizard.quoting.wording import seen
from wizard.ui.icon import icon
from wizard.ui.job import Course, Worker
from wizard.ui.people.tables import Tables
from wizard.ui.people.words import headline, remarks, verdict_icon
from wizard.ui.tip import tip
from wizard.ui.view_page import ViewPage, ViewWidget
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.notice import Notice
from wizard.ui.widgets.progress import Progress


class PeoplePage(ViewPage):
    """A file of people, judged by the plan; judged anew when the plan has changed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.worker = Worker(self)
        self.path: Path | None = None
        self._begun = session.begun
        self._run: PeopleList | None = None
        self._judged: PeopleList | None = None
        self.outcome: Outcome | None = None
        self.open = QPushButton(icon("open"), _("&Open people…"), self)
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.again = QPushButton(icon("redo"), _("&Judge again"), self)
        self.save = QPushButton(icon("export"), _("Save as &CSV…"), self)
        self.progress = Progress(self.worker, _("Judging"), self, self._stop)
        self.verdict = Notice()
        self.remarks = QLabel(self)
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.tables = Tables(self)
        self.guide = QLabel(_guide(), self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show_outcome(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.open, self.name, self.again, self.save):
            head.addWidget(widget, int(widget is self.name))
        self.verdict.text.setProperty("kind", "section")
        for label in (self.guide, self.remarks):
            label.setProperty("kind", "quiet")
            label.setWordWrap(True)
        column = column_in(self)
        column.addLayout(head)
        for part in (self.progress, self.verdict, self.remarks, self.guide):
            column.addWidget(part)
        column.addWidget(self.tables, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self.open.clicked.connect(self._choose)
        self.again.clicked.connect(self._judge)
        self.save.clicked.connect(self._choose_target)
        self.worker.rested.connect(self._enable)
        self.worker.progressed.connect(lambda _part: self._count())

    def refresh(self) -> None:
        """Judge anew where the plan has changed; what was found before stays until then."""
        if self._begun != self.session.begun:
            self._begun = self.session.begun
            self.worker.cancel()
            self.path = None
            self._show_outcome(None)
        elif self.path is not None and (self._run is None or self._run.plan != self.session.plan):
            self._judge()

    def leave(self) -> None:
        """Let nobody wait for what nobody sees; it is begun anew when the view is opened again."""
        if self.worker.busy:
            self.worker.cancel()
            self._run = self._judged

    def end(self) -> None:
        """Wait for the thread."""
        self.worker.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Judge the file that was dropped; a plan is opened."""
        event.acceptProposedAction()
        file = Path(next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()))
        if is_plan(file):
            self.plan_dropped.emit(file)
        else:
            self.judge(file)

    def judge(self, path: Path) -> None:
        """Judge the people of a file."""
        self._show_outcome(None)
        self.path = path
        self._judge()

    def _judge(self) -> None:
        if self.path is None:
            return
        run = self._run = PeopleList(self.path, self.session.plan)
        self.progress.say(_("Judging"))
        self.worker.start(lambda course: run.outcome(course.go_on), partial(self._show, run), self._fail)
        self._enable()

    def _show(self, run: PeopleList, outcome: Outcome) -> None:
        anew = self._judged is None or self._judged.path != run.path
        self._judged = run
        self._show_outcome(outcome)
        self.told.emit(headline(outcome))
        if anew:
            self.tables.table.setFocus()

    def _show_outcome(self, outcome: Outcome | None) -> None:
        self.outcome = outcome
        self._judged = self._judged if outcome else None
        self.verdict.say(verdict_icon(outcome) if outcome else "", headline(outcome) if outcome else "")
        words = remarks(outcome) if outcome else ""
        self.remarks.setText(words)
        self.remarks.setVisible(bool(words))
        self.tables.show_outcome(outcome)
        self.tables.setVisible(outcome is not None)
        self.guide.setVisible(outcome is None)
        failing = outcome.summary.failing if outcome else 0
        told = ngettext("{count} person would fail", "{count} people would fail", failing)
        count = f"{failing:,}" if failing else ""
        self.counted.emit(count, told.format(count=count) if failing else "")
        self._enable()

    def _enable(self) -> None:
        self.name.setText(seen(self.path.name, 60) if self.path else "")
        self.name.setToolTip(tip(str(self.path or "")))
        self.again.setVisible(self.path is not None)
        self.again.setEnabled(not self.worker.busy)
        self.save.setVisible(self.outcome is not None)
        self.save.setEnabled(not self.worker.busy and self.outcome is not None and self.outcome.told > 0)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, NotRead):
            self._show_outcome(None)
            name = seen(self.path.name, 60) if self.path else ""
            self._complain(_("{file}: {reason}").format(file=name, reason=error))
        elif isinstance(error, PlanNotWritten):
            self._complain(_("Nothing was saved. {reason}").format(reason=error.problems[0].message))
        else:
            raise error

    def _complain(self, words: str) -> None:
        self.verdict.say("error", words)
        self.told.emit(words)

    def _stop(self) -> None:
        """Leave the list where it is, and show what came before; a table is not written at all then."""
        if self._run is not None and not self._run.writing:
            self._run.stop()
        else:
            self.worker.cancel()
            self._run = self._judged

    def _count(self) -> None:
        if self._run is not None:
            count = self._run.people
            saving = ngettext("Saving, {people} person", "Saving, {people} people", count)
            judging = ngettext("Judging, {people} person", "Judging, {people} people", count)
            words = saving if self._run.writing else judging
            self.progress.say(words.format(people=f"{count:,}"))

    def _choose(self) -> None:
        folder = str(self.path.parent) if self.path else ""
        kinds = _("Lists (*.csv *.json *.jsonl *.ndjson *.txt);;All files (*)")
        title = _("Open people: CSV, JSON or JSON lines")
        chosen, _filter = QFileDialog.getOpenFileName(self.window(), title, folder, kinds)
        if chosen:
            self.judge(Path(chosen))

    def _choose_target(self) -> None:
        folder = self.path.parent if self.path else Path.home()
        name = str(folder / _("who-would-fail.csv"))
        chosen, _filter = QFileDialog.getSaveFileName(self.window(), _("Save as CSV"), name, _("CSV (*.csv)"))
        if chosen:
            self.write(Path(chosen))

    def write(self, target: Path) -> None:
        """Write everybody of whom there is something to say into a file."""
        if self.path is None or target == self.path:
            self._complain(_("Nothing was saved. That file is the list itself; choose another."))
            return
        run = self._run = PeopleList(self.path, self.session.plan)
        self.progress.say(_("Saving"))
        self.worker.start(partial(_written, run, target), partial(self._tell_written, target), self._fail)
        self._enable()

    def _tell_written(self, target: Path, people: int) -> None:
        path = seen(str(target), 300)
        template = ngettext("Saved {count} person to {path}", "Saved {count} people to {path}", people)
        self.told.emit(template.format(count=f"{people:,}", path=path))


def _written(run: PeopleList, target: Path, course: Course) -> int:
    return run.write(target, course.go_on)


def _guide() -> str:
    return _(
        "Open or drop a list of people: CSV whose first line names profile attributes, login among them; a JSON list "
        "of Okta's users, as GET /api/v1/users returns it; or JSON lines of them. In a cell of a list attribute, "
        "commas stand between the members. Everybody's tags are judged as AWS will judge them, before anybody is "
        "locked out."
    )


VIEW = ViewWidget("people", PeoplePage)
