"""The export: what stops it, what Okta must still be asked for, what is written and where, and how it went."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wizard.app.session import Session
from wizard.bundle.registry import bundle_files
from wizard.bundle.writing import Written
from wizard.language import _
from wizard.okta.feature import support_request, unconfirmed_features
from wizard.rules.finding import Finding, Severity
from wizard.rules.wording import seen
from wizard.ui.icon import icon
from wizard.ui.message import ask
from wizard.ui.steps.bundle_tree import BundleTree, size_of, size_words
from wizard.ui.steps.export_job import ExportJob
from wizard.ui.steps.export_target import FORCIBLE, as_folder, as_zip, found, in_folder, is_zip, proposed, standing
from wizard.ui.widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from wizard.bundle.artefact import BundleFile
    from wizard.plan.model import Plan


class Notice(QWidget):
    """An icon, a sentence, and buttons for what can be done about it."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self.icon = IconLabel(self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.text, stretch=1)
        for button in buttons:
            row.addWidget(button)

    def say(self, name: str, text: str) -> None:
        """Say something, with the icon of that name; without a text there is no notice."""
        if text and text != self.text.text():
            self.text.setText(text)
        self.icon.show_icon(name)
        self.setVisible(bool(text))


class ExportPanel(QWidget):
    """The whole of it, for the page and for the dialog.

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
        self._files: tuple[BundleFile, ...] = ()
        self._job: ExportJob | None = None
        self._proposed: Path | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setMaximumWidth(760)
        self._add_notices()
        self._add_tree()
        self._add_target()
        self._add_end()

    def _add_notices(self) -> None:
        self.first = QPushButton(_("&Show first problem"), self)
        self.first.clicked.connect(self._show_first)
        self.stop = Notice(self.first)
        self.copy = QPushButton(icon("copy"), _("Copy support request"), self)
        self.copy.clicked.connect(self._copy_request)
        self.features = Notice(self.copy)
        self._column.addWidget(self.stop)
        self._column.addWidget(self.features)

    def _add_tree(self) -> None:
        self.what = QLabel(self)
        self.what.setProperty("kind", "section")
        self.tree = BundleTree(self)
        self._column.addWidget(self.what)
        self._column.addWidget(self.tree)

    def _add_target(self) -> None:
        head = QLabel(_("Where"), self)
        head.setProperty("kind", "section")
        self.folder = QRadioButton(_("a &folder"), self)
        self.zip = QRadioButton(_("one &zip file"), self)
        group = QButtonGroup(self)
        kinds = QHBoxLayout()
        kinds.setSpacing(16)
        for button in (self.folder, self.zip):
            group.addButton(button)
            kinds.addWidget(button)
        kinds.addStretch(1)
        self.folder.clicked.connect(lambda: self.aim(as_folder(self.target())))
        self.zip.clicked.connect(lambda: self.aim(as_zip(self.target())))
        self.line = QLineEdit(self)
        self.line.setAccessibleName(_("Where the bundle goes"))
        self.line.textEdited.connect(lambda _text: self._show_target())
        self.choose = QPushButton(icon("open"), _("&Choose…"), self)
        self.choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, stretch=1)
        row.addWidget(self.choose)
        self.there = QLabel(self)
        self.there.setProperty("kind", "quiet")
        self.there.setWordWrap(True)
        self._column.addWidget(head)
        self._column.addLayout(kinds)
        self._column.addLayout(row)
        self._column.addWidget(self.there)

    def _add_end(self) -> None:
        self.export = QPushButton(_("&Export bundle"), self)
        self.export.setProperty("kind", "primary")
        self.export.clicked.connect(self.start)
        row = QHBoxLayout()
        row.addWidget(self.export)
        row.addStretch(1)
        self.open = QPushButton(icon("open"), _("&Open folder"), self)
        self.open.clicked.connect(self._open)
        self.copy_path = QPushButton(icon("copy"), _("Copy &path"), self)
        self.copy_path.clicked.connect(self._copy_path)
        self.result = Notice(self.open, self.copy_path)
        self.result.say("fine", "")
        self._column.addLayout(row)
        self._column.addWidget(self.result)

    def refresh(self) -> None:
        """Write what the session says."""
        if self.session.plan is not self._plan:
            self._plan = self.session.plan
            self._files = bundle_files(self._plan)
            self.tree.show_files(self._files)
            total = size_words(sum(size_of(file) for file in self._files))
            words = _("What is written: {count} files, {size}").format(count=len(self._files), size=total)
            self.what.setText(words)
            self.result.say("fine", "")
        target = proposed(self.session.path, Path.home())
        if target != self._proposed:
            self._proposed = target
            self.aim(target)
        self._show_notices()

    def _show_notices(self) -> None:
        errors = self._errors()
        stopped = _("One error stops the export.") if len(errors) == 1 else _("{count} errors stop the export.")
        self.stop.say("error", stopped.format(count=len(errors)) if errors else "")
        asked = unconfirmed_features(self.session.plan)
        keys = _(" and ").join(feature.key for feature in asked)
        words = _("Not known to be on in Okta: {features}. Without it, AWS does not get what this bundle relies on.")
        self.features.say("warning", words.format(features=keys) if asked else "")
        self._enable()

    def _enable(self) -> None:
        self.export.setEnabled(not self._errors() and self._job is None and bool(self.line.text().strip()))
        self.export.setToolTip(self.stop.text.text() if self._errors() else "")

    def _errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.session.findings if finding.severity is Severity.ERROR)

    @property
    def busy(self) -> bool:
        """Whether the bundle is being written."""
        return self._job is not None

    def target(self) -> Path:
        """Return where the export goes."""
        return Path(self.line.text().strip()).expanduser()

    def aim(self, target: Path) -> None:
        """Let the export go to that path."""
        self.line.setText(str(target))
        self._show_target()

    def _show_target(self) -> None:
        named = bool(self.line.text().strip())
        (self.zip if named and is_zip(self.target()) else self.folder).setChecked(True)
        self.there.setText(standing(self.target()) if named else _("Name a folder or a zip file."))
        self._enable()

    def start(self) -> None:
        """Export; ask first where something is there that would be lost."""
        if found(self.target()) in FORCIBLE:
            ask(
                self.window(),
                _("Replace “{name}”?").format(name=seen(self.target().name, 80)),
                standing(self.target()).partition(";")[0] + ". " + _("What it holds now will be lost."),
                ((_("&Keep it"), lambda: None), (_("&Replace"), lambda: self._write(force=True))),
            )
            return
        self._write(force=False)

    def _write(self, *, force: bool) -> None:
        self._job = ExportJob(self._files, self.target(), force=force, parent=self)
        self._job.written.connect(self._tell_written)
        self._job.failed.connect(self._tell_failed)
        self._job.finished.connect(self._job.deleteLater)
        self._enable()
        self._job.start()

    def _tell_written(self, done: Written) -> None:
        words = _("Exported {count} files to {path}").format(count=len(self._files), path=seen(str(done.target), 300))
        left = _("{path} is an earlier bundle that an interrupted export left; look at it and delete it.")
        more = "".join("\n" + left.format(path=seen(str(path), 300)) for path in done.left)
        self._end("fine", words + more, written=True)
        self.told.emit(words)

    def _tell_failed(self, reason: str) -> None:
        self._end("error", _("Nothing was exported. {reason}").format(reason=reason), written=False)

    def _end(self, name: str, words: str, *, written: bool) -> None:
        if self._job is not None:
            self._job.wait()
        self._job = None
        self.open.setVisible(written)
        self.copy_path.setVisible(written)
        self.result.say(name, words)
        self._show_target()
        self.done.emit(written)

    def _show_first(self) -> None:
        errors = self._errors()
        if errors:
            self.path_asked.emit(errors[0].path)

    def _copy_request(self) -> None:
        QGuiApplication.clipboard().setText(support_request(self.session.plan))
        self.told.emit(_("Copied the request to Okta's support"))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self.target().absolute()))
        self.told.emit(_("Copied the path"))

    def _open(self) -> None:
        target = self.target().absolute()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target if target.is_dir() else target.parent)))

    def _choose(self) -> None:
        before = self.target()
        if self.zip.isChecked():
            chosen, _filter = QFileDialog.getSaveFileName(self, _("Export as"), str(before), _("Zip files (*.zip)"))
            if chosen:
                self.aim(as_zip(Path(chosen)))
            return
        chosen = QFileDialog.getExistingDirectory(self, _("Export into"), str(before.parent))
        if chosen:
            self.aim(in_folder(Path(chosen), before))
