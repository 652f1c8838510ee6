"""Asks for the documents of what exists, and reads them beside the window's thread.

A pasted text may be a credential: nothing is copied out of the box, and the dialog forgets it when it closes.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from wizard.language import N_, _, ngettext
from wizard.ui.icon import icon
from wizard.ui.job import Course, Worker
from wizard.ui.tip import tip
from wizard.ui.verify.evidence_box import EvidenceBox
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.chosen_row import follow_selection
from wizard.ui.widgets.notice import Notice
from wizard.ui.widgets.progress import Progress

_HINT: Final = N_(
    "An Okta app's JSON (GET /api/v1/apps/ID), its rows or claims; a trust or permission policy, or what aws iam "
    "get-role prints; a captured sign-in. Several documents make one plan, as far as they tell."
)


class ImportDialog(QDialog):
    """The dialog. Its `heir` lives longer, and waits for what is still being read when the dialog closes.

    Signals:
        adopted: the Adoption that came of it; the dialog has closed.
    """

    adopted = Signal(object)

    def __init__(self, files: Iterable[Path], folder: str, heir: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import what exists"))
        self.setAcceptDrops(True)
        self._folder = folder
        self._heir = heir
        self._given: list[Path | str] = []
        self.worker = Worker(self)
        self.list = QListWidget()
        self.add = QPushButton(icon("open"), _("&Add files…"))
        self.remove = QPushButton(icon("close"), _("&Remove"))
        self.box = EvidenceBox()
        self.wrong = Notice()
        self.progress = Progress(self.worker, _("Reading the documents"))
        self.read = QPushButton(_("&Import"))
        self.cancel = QPushButton(_("Cancel"))
        self._arrange()
        self._connect()
        self.add_files(files)

    def _arrange(self) -> None:
        self.list.setAccessibleName(_("Documents"))
        self.list.setMinimumHeight(64)
        self.list.setSpacing(2)
        self.box.setAccessibleName(_("Pasted document"))
        self.box.setMinimumHeight(64)
        self.read.setProperty("kind", "primary")
        self.read.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(_label("heading", _("What exists in Okta or AWS?")))
        column.addWidget(_label("hint", _(_HINT)))
        column.addWidget(_label("", _("&Documents"), self.list))
        column.addWidget(self.list, 1)
        column.addLayout(_row(self.add, self.remove, None))
        column.addWidget(_label("", _("Or &paste one"), self.box))
        column.addWidget(self.box, 1)
        about = _("A captured sign-in is a credential: keys, roles and accounts are read of it, and nothing is kept.")
        column.addWidget(_label("quiet", about))
        column.addWidget(self.wrong)
        column.addWidget(self.progress)
        column.addLayout(_row(None, self.read, self.cancel))
        self.resize(640, 560)

    def _connect(self) -> None:
        self.add.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        self.read.clicked.connect(self.start)
        self.cancel.clicked.connect(self.reject)
        self.box.file_dropped.connect(lambda file: self.add_files([Path(file)]))
        self.box.held.connect(self._hold)
        self.box.textChanged.connect(self._refresh)
        self.list.currentRowChanged.connect(self._follow)
        follow_selection(self.list)

    def add_files(self, files: Iterable[Path]) -> None:
        """Add files to the documents, each once."""
        for file in files:
            if file not in self._given:
                self._take(file, file.name, str(file))
        self._refresh()

    def start(self) -> None:
        """Read the documents."""
        self.wrong.say("error", "")
        pasted = self.box.text()
        given = [*self._given, *([pasted] if pasted.strip() else [])]

        def work(_course: Course) -> object:
            from wizard.app.adopting import adoption_of  # noqa: PLC0415 - the dialog opens without, and this is a thread

            return adoption_of(given)

        self.worker.start(work, self._finish, self._complain)

    def done(self, result: int) -> None:
        """Close at once, and forget what was given; `heir` waits for a thread that still reads."""
        self.worker.leave_to(self._heir)
        self._given.clear()
        self.box.clear()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that were dropped."""
        event.acceptProposedAction()
        self.add_files(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def _take(self, given: Path | str, name: str, about: str) -> None:
        self._given.append(given)
        self.list.addItem(name)
        self.list.item(self.list.count() - 1).setToolTip(tip(about))
        self.list.setCurrentRow(self.list.count() - 1)

    def _hold(self, text: str) -> None:
        words = ngettext("Pasted text of {count} character", "Pasted text of {count} characters", len(text))
        self._take(text, words.format(count=f"{len(text):,}"), "")
        self._refresh()

    def _remove(self) -> None:
        row = self.list.currentRow()
        del self._given[row]
        self.list.takeItem(row)
        self._refresh()

    def _choose(self) -> None:
        kinds = _("Documents (*.json *.yaml *.yml *.xml *.har *.html *.txt *.pem *.key);;All files (*)")
        chosen, _filter = QFileDialog.getOpenFileNames(self, _("Add documents"), self._folder, kinds)
        if chosen:
            self._folder = str(Path(chosen[0]).parent)
        self.add_files(map(Path, chosen))

    def _refresh(self) -> None:
        """Follow what is given; what was wrong with what was given before is said no more."""
        self.wrong.say("error", "")
        self._follow()
        self.read.setEnabled(bool(self._given) or bool(self.box.text().strip()))

    def _follow(self) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)

    def _finish(self, adoption: object) -> None:
        self.accept()
        self.adopted.emit(adoption)

    def _complain(self, error: Exception) -> None:
        from wizard.adoption import NotReadable  # noqa: PLC0415 - it has been imported where it was raised

        if not isinstance(error, NotReadable):
            raise error
        name = Path(error.source).name if error.source else _("The pasted text")
        words = _("{file}: {reason}").format(file=name, reason=error.text(_))
        self.wrong.say("error", words)
        announce(self, words)


def _label(kind: str, text: str, buddy: QWidget | None = None) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(buddy is None)
    if kind:
        label.setProperty("kind", kind)
    if buddy is not None:
        label.setBuddy(buddy)
    return label


def _row(*buttons: QPushButton | None) -> QHBoxLayout:
    """Return buttons in a row; None stands for the room between them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        if button is None:
            row.addStretch(1)
        else:
            row.addWidget(button)
    return row
