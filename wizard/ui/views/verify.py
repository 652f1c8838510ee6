"""The view of evidence: what was really sent beside the plan.

A captured assertion is a credential. It is in the box, or held as text, and in the answer; leaving the view empties
all three. It is never written anywhere, and no message quotes it.
"""

import sys
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizard.app.dropped import is_plan
from wizard.app.session import Session
from wizard.app.verification import Answer, Compared, Question, Unreadable, expiry, is_credential
from wizard.language import _
from wizard.plan.model import FeatureState, Plan
from wizard.ui.job import Worker
from wizard.ui.verify.asking import Asking
from wizard.ui.verify.work import Comparing
from wizard.ui.view_page import ViewPage, ViewWidget
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.pages import Pages
from wizard.ui.widgets.portions import Portions
from wizard.ui.widgets.progress import Progress

if TYPE_CHECKING:
    from wizard.ui.verify.results import Results

_RESULTS: Final = "wizard.ui.verify.results"
_LONGEST_WAIT: Final = 24 * 3600 * 1000


def now() -> datetime:
    """Return this moment, at which a captured assertion has expired or has not."""
    return datetime.now(UTC)


class VerifyPage(ViewPage):
    """The evidence, and once it is compared the answer in its place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.worker = Worker(self)
        self._plan: Plan | None = None
        self._question: Question | None = None
        self._answer: Answer | None = None
        self.asking = Asking(self)
        self._results: Results | None = None
        self.progress = Progress(self.worker, _("Comparing"), self)
        self.pages = Pages(self)
        self.pages.addWidget(self.asking)
        self.pages.turned.connect(self._size)
        self._size()
        self._expiring = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._expiring.timeout.connect(self._show_time)
        self.setAcceptDrops(True)
        column = column_in(self)
        column.addWidget(self.progress)
        column.addWidget(self.pages, 1)
        self.asking.asked.connect(self._ask)
        self.asking.box.file_dropped.connect(self._take_dropped)
        self._portions = Portions(self, self._prepare)
        self._portions.begin()

    def _prepare(self) -> bool:
        """Import what shows the answer, and then make it; the view opens without."""
        imported = _RESULTS in sys.modules
        if not imported:
            import_module(_RESULTS)
        elif self._results is None:
            self._results = self._made()
        return not imported

    @property
    def results(self) -> "Results":
        """What shows the answer."""
        if self._results is None:
            self._results = self._made()
        return self._results

    def _made(self) -> "Results":
        from wizard.ui.verify.results import Results  # noqa: PLC0415 - the view opens without

        results = Results(self)
        results.change_asked.connect(self._change)
        results.forget_asked.connect(self._forget)
        results.set_asked.connect(self._set_feature)
        results.path_asked.connect(self.path_asked)
        results.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.pages.addWidget(results)
        return results

    def refresh(self) -> None:
        """Compare anew where the plan has changed."""
        plan = self.session.plan
        self.asking.show_plan(plan)
        if plan != self._plan and self._question is not None and self._answer is not None:
            self._work(self._question, self._answer)

    def take(self, file: Path) -> None:
        """Compare a file that was dropped on the window, instead of what was there."""
        self._let_go()
        self.asking.hold(file)

    def leave(self) -> None:
        """Forget the evidence and all that was read of it."""
        self.worker.cancel()
        self._let_go()

    def end(self) -> None:
        """Wait for the thread."""
        self.worker.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file or a text, wherever it is dropped."""
        if self.asking.box.canInsertFromMimeData(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Compare what was dropped instead of what was there; a plan is opened."""
        event.acceptProposedAction()
        if not any(url.isLocalFile() for url in event.mimeData().urls()):
            self._let_go()
        self.asking.box.insertFromMimeData(event.mimeData())

    def _take_dropped(self, path: str) -> None:
        file = Path(path)
        if is_plan(file):
            self.plan_dropped.emit(file)
        else:
            self.take(file)

    def _ask(self) -> None:
        question = self.asking.question()
        if question is not None:
            self._work(question)
        elif not self.asking.options.sound:
            self.asking.options.complain()

    def _work(self, question: Question, before: Answer | None = None) -> None:
        self._plan, self._question = self.session.plan, question
        work = Comparing(self._plan, self.session.findings, question, before)
        self.worker.start(work, partial(self._show, again=before is not None), self._fail)

    def _show(self, answer: Answer, *, again: bool) -> None:
        if isinstance(answer, Unreadable):
            self._complain(answer)
            return
        self._answer = answer
        self.results.show_answer(self.session.plan, answer, now())
        self._await_expiry()
        if not again:
            self.pages.setCurrentWidget(self.results)
            self._focus_results()
            from wizard.ui.verify.words import headline  # noqa: PLC0415 - imported with the results

            self.told.emit(headline(answer))

    def _focus_results(self) -> None:
        target = self.results.table if self.results.split.isVisibleTo(self.results) else self.results.change
        target.setFocus()

    def _complain(self, answer: Unreadable) -> None:
        names = {"certificate": _("Certificate or metadata"), "key": _("Private key"), "evidence": _("Evidence")}
        words = _("{file}: {reason}").format(file=names[answer.which], reason=answer.reason)
        self._change()
        self.asking.complain(words)
        self.told.emit(words)
        if answer.which != "evidence":
            self.asking.options.unfold()
            (self.asking.options.key if answer.which == "key" else self.asking.options.certificate).line.setFocus()

    def _fail(self, error: Exception) -> None:
        self._let_go()
        raise error

    def _change(self) -> None:
        """Go back to the evidence, which is still there."""
        self._empty()
        self.pages.setCurrentWidget(self.asking)
        (self.asking.box if self.asking.box.isVisibleTo(self.asking) else self.asking.compare).setFocus()

    def _forget(self) -> None:
        self._let_go()
        self.asking.box.setFocus()
        self.told.emit(_("Forgot the evidence"))

    def _let_go(self) -> None:
        self._empty()
        self.asking.forget()
        self.pages.setCurrentWidget(self.asking)

    def _empty(self) -> None:
        """Let go of the answer and of all that shows it."""
        self._expiring.stop()
        self._question = self._answer = None
        if self._results is not None:
            self._results.show_answer(self.session.plan, None, now())

    def _await_expiry(self) -> None:
        """Say it anew when the assertion expires."""
        answer = self._answer
        until = expiry(answer) if isinstance(answer, Compared) and is_credential(answer) else None
        left = (until - now()).total_seconds() * 1000 if until is not None else 0
        if 0 < left < _LONGEST_WAIT:
            self._expiring.start(int(left) + 1)

    def _show_time(self) -> None:
        self.results.show_time(self._answer, now())
        self._await_expiry()

    def _size(self) -> None:
        """Ask for the room that the page in sight needs: the other one may need more."""
        policy = QSizePolicy.Policy
        for page in filter(None, (self.asking, self._results)):
            down = policy.Preferred if page is self.pages.currentWidget() else policy.Ignored
            page.setSizePolicy(policy.Preferred, down)

    def _set_feature(self, key: str, state: FeatureState) -> None:
        words = _("set {feature} to {state}").format(feature=key, state=_(state.value))
        self.session.set(f"okta.features.{key}", state, words)
        self.session.seal()
        self.results.table.setFocus()
        self.told.emit(_("Done: {edit}; undo takes it back").format(edit=words))


VIEW = ViewWidget("verify", VerifyPage)
