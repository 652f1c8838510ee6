"""Where evidence is given: the box, a file, what to judge by, and how one comes by a captured sign-in."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wizard.app.verification import Question
from wizard.language import N_, _, ngettext
from wizard.plan.model import Plan
from wizard.quoting.wording import seen
from wizard.ui.icon import icon
from wizard.ui.tip import tip
from wizard.ui.verify.evidence_box import EvidenceBox
from wizard.ui.verify.options import Options
from wizard.ui.widgets.icon_label import IconLabel
from wizard.ui.widgets.measure import in_measure
from wizard.ui.widgets.notice import Notice

_ACCEPTED: Final = N_(
    "A SAMLResponse in base64, the form's body, a HAR, the XML of a response or an assertion, Okta's Preview SAML, a "
    "CloudTrail event; or the text of an error of AWS or Okta"
)
_CREDENTIAL: Final = N_(
    "A captured sign-in is a credential: until it expires, some minutes after it was made, whoever has it can sign in. "
    "It stays in the memory of this view alone; nothing of it is saved, logged or copied, and leaving the view forgets "
    "it. Delete the file that you saved it in."
)
_GUIDE: Final = N_(
    "To capture one: open the browser's developer tools on the page Network, let them preserve the log, start the app "
    "in Okta, and choose the request “saml” to signin.aws.amazon.com. Copy its form data, or save all as HAR."
)
_WIDEST: Final = 840
_BOX: Final = 1
"""Where the box stands in the column: it takes the room, and where it is hidden, the end does."""


class Asking(QWidget):
    """The evidence and what belongs to it.

    Signals:
        asked: compare it now.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: str | Path | None = None
        self.label = QLabel(_("Evi&dence"), self)
        self.box = EvidenceBox(self)
        self.label.setBuddy(self.box)
        self.box.setAccessibleDescription(f"{_(_ACCEPTED)}. {_(_CREDENTIAL)}")
        self.box.setPlaceholderText(_("{accepted}. Paste it, or drop a file.").format(accepted=_(_ACCEPTED)))
        self.box.setMinimumHeight(96)
        self.mark = IconLabel(self)
        self.mark.show_icon("key")
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.remove = QPushButton(icon("close"), _("&Remove"), self)
        self.chip = QWidget(self)
        self.paste = QPushButton(icon("copy"), _("&Paste"), self)
        self.open = QPushButton(icon("open"), _("&Open file…"), self)
        self.compare = QPushButton(_("&Compare with the plan"), self)
        self.compare.setProperty("kind", "primary")
        self.wrong = Notice()
        self.options = Options(self)
        self._lay_out()
        self._connect()
        self._enable()

    def _lay_out(self) -> None:
        chip = QHBoxLayout(self.chip)
        chip.setContentsMargins(0, 0, 0, 0)
        chip.setSpacing(8)
        for widget in (self.mark, self.name, self.remove):
            chip.addWidget(widget)
        chip.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.compare, self.paste, self.open):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.label)
        column.addLayout(in_measure(self.box, _WIDEST), 1)
        column.addWidget(self.chip)
        column.addLayout(buttons)
        column.addWidget(self.wrong)
        column.addLayout(self._note("warning", _(_CREDENTIAL)))
        column.addLayout(self._note("info", _(_GUIDE)))
        column.addSpacing(4)
        column.addLayout(in_measure(self.options, _WIDEST))
        column.addStretch(0)

    def _note(self, name: str, text: str) -> QHBoxLayout:
        notice = Notice()
        notice.say(name, text)
        notice.text.setProperty("kind", "quiet")
        return in_measure(notice, _WIDEST)

    def _connect(self) -> None:
        self.box.textChanged.connect(self._enable)
        self.box.pasted.connect(self.asked)
        self.box.held.connect(self.hold)
        self.remove.clicked.connect(self._remove)
        self.paste.clicked.connect(self._paste)
        self.open.clicked.connect(self._choose)
        self.compare.clicked.connect(self.asked)
        self.options.edited.connect(lambda: self.wrong.say("error", ""))

    def question(self) -> Question | None:
        """Return what is asked; None without evidence, or where the time is none."""
        evidence = self.box.text() if self._held is None else self._held
        if not evidence or not self.options.sound:
            return None
        options = self.options
        return Question(evidence, options.certificate.path, options.key.path, options.login, options.at())

    def show_plan(self, plan: Plan) -> None:
        """Offer the plan's people."""
        self.options.show_plan(plan)

    def hold(self, given: str | Path) -> None:
        """Take a file, or a text that is too long to be shown, and compare it."""
        self._take(given)
        self.asked.emit()

    def forget(self) -> None:
        """Let go of the evidence. What it is judged by stays."""
        self._take(None)

    def complain(self, text: str) -> None:
        """Say what is wrong with a file of the question."""
        self.wrong.say("error", text)

    def _take(self, given: str | Path | None) -> None:
        self._held = given
        self.box.clear()
        self.box.setVisible(given is None)
        self._column.setStretch(_BOX, int(given is None))
        self._column.setStretch(self._column.count() - 1, int(given is not None))
        self.chip.setVisible(given is not None)
        self.label.setBuddy(self.box if given is None else self.remove)
        self.wrong.say("error", "")
        if isinstance(given, Path):
            self.name.setText(seen(given.name, 80))
            self.name.setToolTip(tip(str(given)))
        elif given is not None:
            template = ngettext("A text of {count} character", "A text of {count} characters", len(given))
            self.name.setText(template.format(count=f"{len(given):,}"))
            self.name.setToolTip("")
        self._enable()

    def _remove(self) -> None:
        self._take(None)
        self.box.setFocus()

    def _paste(self) -> None:
        self._take(None)
        clipboard = QGuiApplication.clipboard().mimeData()
        if self.box.canInsertFromMimeData(clipboard):
            self.box.insertFromMimeData(clipboard)

    def _choose(self) -> None:
        kinds = _("Evidence (*.txt *.har *.xml *.json *.html);;All files (*)")
        chosen, _filter = QFileDialog.getOpenFileName(self.window(), _("Open evidence"), "", kinds)
        if chosen:
            self.hold(Path(chosen))

    def _enable(self) -> None:
        self.chip.setVisible(self._held is not None)
        self.compare.setEnabled(self._held is not None or not self.box.document().isEmpty())
