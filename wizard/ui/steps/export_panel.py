"""The export: what stops it, what Okta must still be asked for, what is written and where, and how it went."""

from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from wizard.app.session import Session
from wizard.bundle.artefact import BundleFile
from wizard.bundle.error import BundleError
from wizard.bundle.registry import bundle_files
from wizard.bundle.writing import Written
from wizard.language import _, ngettext, spoken
from wizard.okta.feature import support_request, unconfirmed_features
from wizard.quoting.wording import seen
from wizard.rules.finding import Finding, Severity
from wizard.ui.icon import icon
from wizard.ui.job import Worker
from wizard.ui.message import ask
from wizard.ui.steps.bundle_tree import BundleTree, size_of, size_words
from wizard.ui.steps.export_job import Export, Stopped
from wizard.ui.steps.export_target import FORCIBLE, found, lost_words, proposed
from wizard.ui.steps.target_choice import TargetChoice
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.notice import Notice
from wizard.ui.widgets.progress import Progress

if TYPE_CHECKING:
    from wizard.plan.model import Plan

_ROWS: Final = 7
"""Rows of the tree: below it, the button that exports is in sight without scrolling."""


class ExportPanel(QWidget):
    """The whole of it, for the page and for the dialog.

    Attributes:
        foot: the button and the result, which the dialog keeps in sight below what scrolls.

    Signals:
        path_asked: show the field of this place of the plan.
        told: a sentence for the person.
        done: the export ended; whether it was written.
    """

    path_asked = Signal(str)
    told = Signal(str)
    done = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._plan: Plan | None = None
        self._exported = session.plan
        self._files: tuple[BundleFile, ...] = ()
        self._work: Export | None = None
        self.worker = Worker(self)
        self._proposed: Path | None = None
        self._written: Path | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._list)
        self.lister = Worker(self)
        self._make()
        self._lay_out()

    def _make(self) -> None:
        self.first = QPushButton(_("&Show first problem"), self)
        self.first.clicked.connect(self._show_first)
        self.stop = Notice(self.first)
        self.copy = QPushButton(icon("copy"), _("Copy support request"), self)
        self.copy.clicked.connect(self._copy_request)
        self.features = Notice(self.copy)
        self.what = QLabel(self)
        self.tree = BundleTree(_ROWS, self)
        self.where = QLabel(_("Where"), self)
        self.place = TargetChoice(self)
        self.place.changed.connect(self._enable)
        self.export = QPushButton(_("&Export bundle"), self)
        self.export.setProperty("kind", "primary")
        self.export.clicked.connect(self.start)
        self.open = QPushButton(icon("open"), _("&Open folder"), self)
        self.open.clicked.connect(self._open)
        self.copy_path = QPushButton(icon("copy"), _("Copy &path"), self)
        self.copy_path.clicked.connect(self._copy_path)
        self.result = Notice(self.open, self.copy_path)
        self.foot = QWidget(self)
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.export)
        row.addStretch(1)
        foot.addLayout(row)
        foot.addWidget(Progress(self.worker, _("Exporting"), self.foot, self._stop))
        foot.addWidget(self.result)

    def _lay_out(self) -> None:
        column = self._column = column_in(self)
        for label in (self.what, self.where):
            label.setProperty("kind", "section")
        for widget in (self.stop, self.features, self.what, self.tree, self.where, self.place):
            column.addWidget(widget)
        column.addWidget(self.foot)
        column.addStretch(1)
        place = (self.place.folder, self.place.zip, self.place.line, self.place.choose)
        for one, other in pairwise((self.first, self.copy, self.tree, *place, self.export, self.open, self.copy_path)):
            QWidget.setTabOrder(one, other)

    def fill(self) -> None:
        """Let the list of files take the room that there is; by itself it is as high as its files, up to some rows."""
        self.tree.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column.setStretch(self._column.indexOf(self.tree), 1)
        self._column.setStretch(self._column.count() - 1, 0)

    @property
    def busy(self) -> bool:
        """Whether the bundle is being written."""
        return self._work is not None

    def refresh(self) -> None:
        """Write what the session says; the files follow once a turn of the event loop."""
        if self.session.plan is not self._plan:
            self._later.start()
            self.result.say("fine", "")
        target = self.session.exported or proposed(self.session.path, Path.home())
        if target != self._proposed:
            self._proposed = target
            self.place.aim(target)
        self._show_notices()

    def showEvent(self, event: QShowEvent) -> None:
        """Say again what is there: it may be something else since the panel was seen last."""
        super().showEvent(event)
        self.place.look()

    def event(self, event: QEvent) -> bool:
        """Say again what is there when the person comes back: from the export's dialog, or from another program."""
        if event.type() == QEvent.Type.WindowActivate:
            self.place.look()
        return super().event(event)

    def files(self) -> tuple[BundleFile, ...]:
        """Return what an export writes: the bundle of the plan as it stands now, made where it is not listed yet."""
        if self.session.plan is not self._plan:
            self._plan = self.session.plan
            self._files = bundle_files(self._plan, spoken())
        return self._files

    def _list(self) -> None:
        """Make the files of the plan beside the window, to show what there will be: a large plan's take their time."""
        plan, language = self.session.plan, spoken()
        self.lister.start(lambda _course: bundle_files(plan, language), partial(self._show_files, plan), self._fail)

    def _fail(self, error: Exception) -> None:
        raise error

    def _show_files(self, plan: "Plan", files: tuple[BundleFile, ...]) -> None:
        self._plan, self._files = plan, files
        self.tree.show_files(files)
        total = size_words(sum(size_of(file) for file in files))
        template = ngettext(
            "What is written: {count} file, {size}", "What is written: {count} files, {size}", len(files)
        )
        self.what.setText(template.format(count=len(files), size=total))

    def _show_notices(self) -> None:
        errors = self._errors()
        stopped = ngettext("{count} error stops the export.", "{count} errors stop the export.", len(errors))
        self.stop.say("error", stopped.format(count=len(errors)) if errors else "")
        asked = unconfirmed_features(self.session.plan)
        keys = _(" and ").join(feature.key for feature in asked)
        words = ngettext(
            "Not known to be on in Okta: {features}. Without it, AWS does not get what this bundle relies on.",
            "Not known to be on in Okta: {features}. Without them, AWS does not get what this bundle relies on.",
            len(asked),
        )
        self.features.say("warning", words.format(features=keys) if asked else "")
        self._enable()

    def _enable(self) -> None:
        errors = self._errors()
        self.export.setEnabled(not errors and not self.busy and self.place.named)
        self.export.setToolTip(self.stop.text.text() if errors else "")

    def _errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.session.findings if finding.severity is Severity.ERROR)

    def end(self) -> None:
        """End what still runs, and begin no more; the window closes."""
        self._later.stop()
        self.lister.end()
        self.worker.end()

    def leave_to(self, heir: Worker) -> None:
        """Begin no more, and let another worker wait for the list that is still made: nobody will read it."""
        self._later.stop()
        for worker in (self.lister, self.worker):
            worker.leave_to(heir)

    def start(self) -> None:
        """Export; ask first where something is there that would be lost."""
        there = found(self.place.target())
        if there not in FORCIBLE:
            self._write(force=False)
            return
        ask(
            self.window(),
            _("Replace “{name}”?").format(name=seen(self.place.target().name, 80)),
            lost_words(there),
            ((_("&Keep it"), lambda: None), (_("&Replace"), lambda: self._write(force=True))),
            cancel=_("Cancel"),
        )

    def _write(self, *, force: bool) -> None:
        files, self._exported = self.files(), self.session.plan
        self._work = Export(files, self.place.target(), force=force)
        self.worker.start(self._work, self._tell_written, self._tell_failed)
        self._enable()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _tell_written(self, done: Written) -> None:
        self._written = done.target.absolute()
        self._proposed = done.target
        self.session.bundled(self._exported, done.target)
        count = self._work.count if self._work is not None else 0
        template = ngettext("Exported {count} file to {path}", "Exported {count} files to {path}", count)
        words = template.format(count=count, path=seen(str(done.target), 300))
        left = _("{path} is an earlier bundle that an interrupted export left; look at it and delete it.")
        more = "".join("\n" + left.format(path=seen(str(path), 300)) for path in done.left)
        self._end("fine", words + more, written=True)
        self.told.emit(words)

    def _tell_failed(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            words = _("The export was stopped. Nothing was written, and what was there is whole.")
            self._end("info", words, written=False)
        elif isinstance(error, BundleError):
            words = _("Nothing was exported. {reason}").format(reason=error)
            self._end("error", words, written=False)
        else:
            self._end("error", _("Nothing was exported."), written=False)
            raise error
        self.told.emit(words)

    def _end(self, name: str, words: str, *, written: bool) -> None:
        self._work = None
        self.open.setVisible(written)
        self.copy_path.setVisible(written)
        self.result.say(name, words)
        self.place.look()
        self.done.emit(written)

    def _show_first(self) -> None:
        errors = self._errors()
        if errors:
            self.path_asked.emit(errors[0].path)

    def _copy_request(self) -> None:
        QGuiApplication.clipboard().setText(support_request(self.session.plan))
        self.told.emit(_("Copied the request to Okta's support"))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._written))
        self.told.emit(_("Copied the path"))

    def _open(self) -> None:
        if self._written is not None:
            folder = self._written if self._written.is_dir() else self._written.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
