"""The view of two plans: what changed since the last save, the last export or in another plan, and who gains by it."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from wizard.access.comparison import Shifts
from wizard.app.compare.access import access_shifts
from wizard.app.compare.changes import ChangeLine, change_lines
from wizard.app.compare.other import Other, Side, as_saved, last_export, read_other
from wizard.app.people_file import NotRead
from wizard.app.session import Session
from wizard.language import _, ngettext
from wizard.plan.error import PlanError
from wizard.plan.model import Plan
from wizard.ui.compare.access import AccessPane
from wizard.ui.compare.changes import ChangesPane
from wizard.ui.compare.choice import SideChoice
from wizard.ui.job import Course, Worker
from wizard.ui.steps.export_target import proposed
from wizard.ui.view_page import ViewPage, ViewWidget
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.notice import Notice
from wizard.ui.widgets.progress import Progress
from wizard.ui.widgets.tab_bar import QuietTabBar

CHANGES, ACCESS = range(2)


_Asked = tuple[Plan, Plan | None, Path | None]
"""The plan as it stands, and the other one: as it was saved, or where it lies."""


class _Compared(NamedTuple):
    """The other plan, and what changed from it to the plan as it stands."""

    plan: Plan
    other: Other
    lines: tuple[ChangeLine, ...]


class ComparePage(ViewPage):
    """The plan as it stands against another one; compared anew when either has changed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.worker = Worker(self)
        self._begun = session.begun
        self._chosen = False
        self._asked: _Asked | None = None
        self._compared: _Compared | None = None
        self.choice = SideChoice(self)
        self.verdict = Notice()
        self.remark = Notice()
        self.kinds = QuietTabBar(self)
        self.kinds.setDrawBase(False)
        self.kinds.setExpanding(False)
        self.kinds.addTab("")
        self.kinds.addTab(_("Who gains and loses"))
        self.changes = ChangesPane(self)
        self.access = AccessPane(self)
        self.progress = Progress(self.worker, _("Comparing"), self, self._stop)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show_compared(None)

    def _lay_out(self) -> None:
        self.verdict.text.setProperty("kind", "section")
        column = column_in(self)
        for part in (self.choice, self.progress, self.verdict, self.remark, self.kinds):
            column.addWidget(part)
        column.addWidget(self.changes, 1)
        column.addWidget(self.access, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self.choice.changed.connect(self._choose)
        self.changes.path_asked.connect(self.path_asked)
        self.access.changed.connect(self._hold)
        self.kinds.currentChanged.connect(lambda _kind: self._show_kind())

    def refresh(self) -> None:
        """Compare anew where the plan has changed; what was found before stays until then."""
        if self._begun != self.session.begun:
            self._begun = self.session.begun
            self._chosen, self._asked = False, None
            self.choice.choose_none()
        if not self._chosen and self._asked is None:
            exported = not self.session.unsaved and self._last_export() is not None
            self.choice.choose(Side.EXPORTED if exported else Side.SAVED)
        if self._asked != self._question():
            self._compare()

    def take(self, file: Path) -> None:
        """Compare with a file that was dropped on the window."""
        self.choice.take(file)

    def leave(self) -> None:
        """Look for nothing that nobody sees; a file may be another one when the view is opened again."""
        self.worker.cancel()
        self._asked = None

    def end(self) -> None:
        """Wait for the thread."""
        self.worker.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file or a folder."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Compare with what was dropped."""
        event.acceptProposedAction()
        self.take(Path(next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())))

    def _last_export(self) -> Path | None:
        return last_export(self.session, proposed(self.session.path, Path.home()))

    def _choose(self) -> None:
        self._chosen = True
        self._compare()

    def _question(self) -> _Asked:
        side = self.choice.side
        path = self.choice.file if side is Side.FILE else self._last_export() if side is Side.EXPORTED else None
        return self.session.plan, self.session.as_saved if side is Side.SAVED else None, path

    def _compare(self) -> None:
        """Compare with what is chosen, or say what is missing."""
        self._asked = plan, _saved, path = self._question()
        saved = as_saved(self.session) if self.choice.side is Side.SAVED else None
        if saved is not None:
            self.worker.start(partial(_compared_with, plan, saved), self._show, self._fail)
        elif path is not None:
            self.worker.start(partial(_compared_with_file, plan, path), self._show, self._fail)
        elif self.choice.side is Side.SAVED:
            self._complain(_("The plan's file holds no plan any more. Save the plan, or open another one."))
        else:
            self.worker.cancel()
            self._show_compared(None)
            words = _("This plan has not been exported yet. Export it, or open a plan or a bundle to compare with.")
            self.verdict.say("info", words)

    def _show(self, found: _Compared) -> None:
        self._show_compared(found)
        self.told.emit(self.verdict.text.text())
        self._hold()

    def _show_compared(self, found: _Compared | None) -> None:
        self._compared = found
        lines = found.lines if found else ()
        count = len(lines)
        self.changes.show_lines(lines)
        self.access.show_shifts(None)
        self.kinds.setTabText(CHANGES, _("Changes ({count})").format(count=f"{count:,}"))
        words = ngettext("{count} change", "{count} changes", count).format(count=f"{count:,}")
        self.counted.emit(f"{count:,}" if count else "", words if count else "")
        self.remark.say("warning", found.other.remark if found else "")
        if found is None:
            self.verdict.say("", "")
        elif lines:
            self.verdict.say("info", _("{changes} against {other}").format(changes=words, other=found.other.name))
        else:
            same = _("Nothing differs from {other}.").format(other=found.other.name)
            self.verdict.say("fine", same)
        self._show_kind()

    def _show_kind(self) -> None:
        """Show the changes or the access; neither where nothing differs, for then nobody gains or loses."""
        there = self._compared is not None and bool(self._compared.lines)
        changes = self.kinds.currentIndex() == CHANGES
        self.kinds.setVisible(there)
        self.changes.setVisible(there and changes)
        self.access.setVisible(there and not changes)

    def _hold(self) -> None:
        """Hold the people against the resources under both plans, once there are both."""
        compared, files = self._compared, self.access.files
        if compared is None or not compared.lines:
            return
        if files is None:
            self.worker.cancel()
            self.access.show_shifts(None)
            return
        self.access.say(_("Deciding under both plans …"))
        work = partial(_shifts, compared.other.plan, compared.plan, files)
        self.worker.start(work, self._show_shifts, self._fail_access)

    def _show_shifts(self, found: Shifts) -> None:
        self.access.show_shifts(found)
        self.told.emit(_first_line(self.access.summary.text()))

    def _stop(self) -> None:
        """Leave what is being looked for; opening a file, or the view again, begins anew."""
        self.worker.cancel()
        self.access.say(_("Not finished. Open the files again to begin anew."))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        self._complain(str(error))

    def _fail_access(self, error: Exception) -> None:
        if not isinstance(error, NotRead):
            raise error
        self.access.say(str(error))
        self.told.emit(str(error))

    def _complain(self, words: str) -> None:
        self.worker.cancel()
        self._show_compared(None)
        self.verdict.say("error", words)
        self.told.emit(_first_line(words))


def _first_line(words: str) -> str:
    """Return what the bottom line has room for."""
    return words.partition("\n")[0]


def _compared_with(plan: Plan, other: Other, course: Course) -> _Compared:
    course.go_on()
    return _Compared(plan, other, change_lines(other.plan, plan))


def _compared_with_file(plan: Plan, path: Path, course: Course) -> _Compared:
    course.go_on()
    return _compared_with(plan, read_other(path), course)


def _shifts(old: Plan, new: Plan, files: tuple[Path, Path], course: Course) -> Shifts:
    return access_shifts(old, new, *files, course.go_on)


VIEW = ViewWidget("compare", ComparePage)
