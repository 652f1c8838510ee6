"""The view of people against resources: who can do what, filtered, with every reason."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from wizard.app.matrix.answer import Answer, obstacle
from wizard.app.matrix.listing import Filter, Show
from wizard.app.matrix.question import Question, Unusable, broken_words
from wizard.app.session import Session
from wizard.language import _, ngettext
from wizard.plan.error import PlanNotWritten
from wizard.quoting.wording import seen
from wizard.ui.icon import icon
from wizard.ui.job import Work, Worker
from wizard.ui.matrix.details import details_text
from wizard.ui.matrix.filters import Filters
from wizard.ui.matrix.model import MatrixModel
from wizard.ui.matrix.sources import Sources
from wizard.ui.matrix.table import MatrixTable
from wizard.ui.matrix.work import ROWS, Found, copied, decided, listed, written
from wizard.ui.view_page import ViewPage, ViewWidget
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.notice import Notice
from wizard.ui.widgets.progress import Progress
from wizard.ui.widgets.reading_pane import ReadingPane
from wizard.ui.widgets.split import with_details

if TYPE_CHECKING:
    from wizard.access.matrix import Class
    from wizard.app.matrix.listing import Listing

_BROKEN: Final = 3
"""Broken lines that are named."""


class MatrixPage(ViewPage):
    """People against resources."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.worker = Worker(self)
        self._asked: Question | None = None
        self._begun = session.begun
        self._answer: Answer | None = None
        self._listing: Listing | None = None
        self.sources = Sources(self)
        self.filters = Filters(self)
        self.model = MatrixModel(self._look_further, self._may_look_further, self)
        self.table = MatrixTable(self.model)
        self.details = ReadingPane(
            _("Details of the row"), _("Choose a row to see every action, and why it is refused.")
        )
        self.mend = QPushButton(_("&Go there"))
        self.notice = Notice(self.mend)
        self.broken = Notice()
        self.progress = Progress(self.worker, _("Deciding"), self)
        self.summary = QLabel(self)
        self.copy = QPushButton(icon("copy"), _("Copy as CSV"), self)
        self.export = QPushButton(icon("export"), _("Export CSV…"), self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._ask)
        self._mended = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.summary.setWordWrap(True)
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        split = with_details(self.table, self.details)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.summary, self.copy, self.export):
            foot.addWidget(widget, int(widget is self.summary))
        column = column_in(self)
        for each in (self.sources, self.filters, self.notice, self.broken):
            column.addWidget(each)
        column.addWidget(split, 1)
        column.addWidget(self.progress)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.sources.changed.connect(self._later.start)
        self.filters.changed.connect(self._filter)
        self.table.row_shown.connect(self._show_details)
        self.worker.rested.connect(self._enable)
        self.mend.clicked.connect(lambda: self.path_asked.emit(self._mended))
        self.copy.clicked.connect(self._copy)
        self.export.clicked.connect(self._choose_export)
        self._enable()

    def refresh(self) -> None:
        """Ask anew where the plan has changed; the last answer stays until the next one is there."""
        if self._begun != self.session.begun:
            self._begun = self.session.begun
            self.sources.forget()
        aws = self.session.plan.aws
        self.table.show_roles(several=len(aws.accounts) * len(aws.roles) > 1)
        self.sources.show_plan(self.session.plan)
        if self.sources.question(self.session.plan) != self._asked:
            self._later.start()

    def leave(self) -> None:
        """Look for nothing that nobody sees; what was being looked for is asked anew when the view is opened again."""
        self._later.stop()
        if self.worker.busy:
            self.worker.cancel()
            self._asked = None

    def end(self) -> None:
        """Wait for the threads."""
        self.worker.end()

    def _ask(self) -> None:
        question, asked = self.sources.question(self.session.plan), self.filters.asked()
        self._asked = question
        self._work(partial(decided, question, asked), self._show)

    def _work(self, work: Work, done: Callable[[Any], None]) -> None:
        self.worker.start(work, done, self._fail)
        self._enable()

    def _show(self, found: Found) -> None:
        place = self._place()
        self._answer, self._listing = found.answer, found.listing
        if found.proposed is not None:
            self.sources.show_proposed(found.proposed)
            self._say(found.answer)
        self.model.show_answer(found.answer, found.rows)
        self._choose(place)

    def _place(self) -> tuple[str, ...]:
        """Return who and what the cursor is at, in words, which another answer may have too."""
        row = self.table.currentIndex().row()
        return self.model.place(row) if 0 <= row < len(self.model.rows) else ()

    def _choose(self, place: tuple[str, ...] = ()) -> None:
        """Put the cursor where it was, else on the first row."""
        places = (row for row in range(len(self.model.rows)) if self.model.place(row) == place)
        if self.model.rows:
            self.table.choose(next(places, 0))
        else:
            self._show_details(-1)
        self._say_rows()
        self._enable()

    def _say(self, found: Answer) -> None:
        matrix = found.matrix
        listed = broken_words(found.broken, *self._file_names())
        count = len(listed) - _BROKEN
        more = [_("… and {count} more").format(count=f"{count:,}")] if count > 0 else []
        self.broken.say("warning", "\n".join(listed[:_BROKEN] + more))
        without = matrix.people_without
        words = _("people who reach nothing: {count}").format(count=f"{without:,}")
        self.counted.emit(f"{without:,}" if without else "", words if without else "")

    def _file_names(self) -> tuple[str, str]:
        paths = (self.sources.people.path, self.sources.resources.path)
        people, resources = (path.name if path else "" for path in paths)
        return people, resources

    def _say_rows(self) -> None:
        found = self._answer
        if found is None:
            return
        words, self._mended = obstacle(self.session.plan, found)
        self.mend.setVisible(bool(self._mended))
        self.notice.say("info", words or self._empty_words())
        matrix = found.matrix
        words = _(
            "People: {people}, resources: {resources}. People who reach nothing: {without}. "
            "Resources that nobody reaches: {unreached}."
        ).format(
            people=f"{found.people_count:,}",
            resources=f"{found.resources_count:,}",
            without=f"{matrix.people_without:,}",
            unreached=f"{matrix.resources_without:,}",
        )
        self.summary.setText(f"{words} {self._rows_words()}")

    def _empty_words(self) -> str:
        """Return what to say where no row is listed; nothing where one is."""
        if self.model.rows:
            return ""
        if self.filters.asked() != Filter():
            return _("Nothing fits what is looked for.")
        shown = self.filters.words(Show.REFUSED)
        return _("Nobody may do anything with these resources. “{choice}” says why.").format(choice=shown)

    def _rows_words(self) -> str:
        count = f"{len(self.model.rows):,}"
        if self._listing is not None and not self._listing.finished:
            return _("Rows listed so far: {count}.").format(count=count)
        return _("Rows: {count}.").format(count=count)

    def _filter(self) -> None:
        found, asked = self._answer, self.filters.asked()
        if found is None or self.sources.question(self.session.plan) != self._asked:
            self._later.start()
            return
        self._work(partial(listed, found, asked), self._show)

    def _may_look_further(self) -> bool:
        return self._listing is not None and not self._listing.finished and not self.worker.busy

    def _look_further(self) -> None:
        listing = self._listing
        if listing is not None and self._may_look_further():
            self._work(lambda course: listing.more(ROWS, course.go_on), self._add)

    def _add(self, rows: "tuple[Class, ...]") -> None:
        self.model.add(rows)
        self._say_rows()
        self._enable()

    def _show_details(self, row: int) -> None:
        there = self._answer is not None and 0 <= row < len(self.model.rows)
        self.details.say(details_text(self._answer, self.model.rows[row]) if self._answer and there else "")

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Unusable):
            self.sources.leave_out(error.path)
            self._complain(str(error))
        elif isinstance(error, PlanNotWritten):
            self._complain(_("Nothing was exported. {reason}").format(reason=error.problems[0].message))
        else:
            raise error

    def _complain(self, words: str) -> None:
        self.broken.say("error", words)
        self.told.emit(words)

    def _enable(self) -> None:
        ready = bool(self.model.rows) and not self.worker.busy
        self.copy.setEnabled(ready)
        self.export.setEnabled(ready)

    def _copy(self) -> None:
        if self._answer is None or self._listing is None:
            return
        count = len(self.model.rows)
        whole = ngettext("Copied {count} row as CSV", "Copied {count} rows as CSV", count)
        part = ngettext(
            "Copied the {count} row listed so far as CSV", "Copied the {count} rows listed so far as CSV", count
        )
        words = (whole if self._listing.finished else part).format(count=f"{count:,}")
        self._work(partial(copied, self._answer, tuple(self.model.rows)), partial(self._tell_copied, words))

    def _tell_copied(self, words: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(words)

    def _choose_export(self) -> None:
        name = str((self.session.path.parent if self.session.path else Path.home()) / _("who-can-do-what.csv"))
        chosen, _filter = QFileDialog.getSaveFileName(self.window(), _("Export CSV"), name, _("CSV (*.csv)"))
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write every row that passes the filter into a file."""
        if self._answer is not None:
            work = partial(written, self._answer, self.filters.asked(), path)
            self._work(work, partial(self._tell_written, path))

    def _tell_written(self, path: Path, count: int) -> None:
        template = ngettext("Exported {count} row to {path}", "Exported {count} rows to {path}", count)
        self.told.emit(template.format(count=f"{count:,}", path=seen(str(path), 300)))


VIEW = ViewWidget("matrix", MatrixPage)
