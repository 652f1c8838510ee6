"""What evidence is judged by, all of it optional: the certificate, the key, the person, the time."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wizard.app.verification import moment
from wizard.language import _
from wizard.plan.model import Plan
from wizard.quoting.wording import seen
from wizard.ui.icon import icon
from wizard.ui.verify.file_line import FileLine
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.choice import QuietComboBox
from wizard.ui.widgets.lines import row_in
from wizard.ui.widgets.notice import Notice
from wizard.ui.widgets.text_input import Line


class Options(QWidget):
    """A fold with four fields.

    Signals:
        edited: something is judged otherwise.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logins: tuple[str, ...] = ()
        self.fold = QPushButton(icon("right"), _("&Judge by more: certificate, key, person, time"), self)
        self.fold.setProperty("kind", "inline")
        self.fold.setCheckable(True)
        self.fields = QWidget(self)
        self.certificate = FileLine(
            _("Certificate or metadata"),
            _("Open the certificate or the metadata of Okta's app"),
            _("Certificates and metadata (*.cert *.crt *.pem *.xml *.der);;All files (*)"),
            self,
        )
        self.key = FileLine(_("Private key"), _("Open the private key"), _("Keys (*.pem *.key);;All files (*)"), self)
        self.person = QuietComboBox(self)
        self.person.setAccessibleName(_("Person"))
        self.person.addItem(_("whom the evidence names"))
        self.time = Line(self)
        self.time.setAccessibleName(_("Time"))
        self.time.setPlaceholderText("2026-11-24T10:00:00Z")
        self.now = QPushButton(_("&Now"), self)
        self.wrong = Notice()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        time = QWidget(self.fields)
        row = row_in(time)
        row.addWidget(self.time, 1)
        row.addWidget(self.now)
        time.setFocusProxy(self.time)
        grid = QGridLayout(self.fields)
        grid.setContentsMargins(24, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        asked: tuple[tuple[str, str, QWidget], ...] = (
            (_("Cer&tificate or metadata"), _("Then only what Okta signed counts."), self.certificate),
            (_("Private &key"), _("Opens an encrypted assertion. PEM, without a passphrase."), self.key),
            (_("Pe&rson"), _("With whose values of the plan it is compared."), self.person),
            (_("T&ime"), _("When it should be valid; without one, its time is only told."), time),
        )
        for at, (words, about, widget) in enumerate(asked):
            grid.addLayout(_asked(words, about, widget), at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        grid.addWidget(self.wrong, 2, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.fold)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.fields)
        self.fields.hide()

    def _connect(self) -> None:
        self.fold.toggled.connect(self._unfold)
        self.now.clicked.connect(lambda: self.time.setText(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"))
        for signal in (self.certificate.changed, self.key.changed, self.time.textChanged, self.person.activated):
            signal.connect(lambda *_told: self._edit())
        self.time.editingFinished.connect(self._judge_time)

    @property
    def login(self) -> str | None:
        """Return whose sign-in it is, None for whom the evidence names."""
        row = self.person.currentIndex()
        return self._logins[row - 1] if row > 0 else None

    @property
    def sound(self) -> bool:
        """Whether the time is a time, or there is none."""
        try:
            moment(self.time.text())
        except ValueError:
            return False
        return True

    def at(self) -> datetime | None:
        """Return the time, None for none; ValueError where it is none."""
        return moment(self.time.text())

    def show_plan(self, plan: Plan) -> None:
        """Offer the plan's people; whoever was chosen stays so."""
        logins = tuple(dict.fromkeys(person.login for person in plan.people))
        if logins == self._logins:
            return
        chosen, self._logins = self.login, logins
        while self.person.count() > 1:
            self.person.removeItem(1)
        self.person.addItems([seen(login, 80) for login in logins])
        self.person.setCurrentIndex(logins.index(chosen) + 1 if chosen in logins else 0)

    def unfold(self) -> None:
        """Show the fields."""
        self.fold.setChecked(True)

    def complain(self) -> None:
        """Say that the time is none, and go there."""
        self.unfold()
        self._judge_time()
        self.time.setFocus()

    def _unfold(self, shown: bool) -> None:
        self.fields.setVisible(shown)
        self.fold.setIcon(icon("expand" if shown else "right"))

    def _edit(self) -> None:
        if self.sound:
            self.wrong.say("error", "")
        self.edited.emit()

    def _judge_time(self) -> None:
        words = "" if self.sound else _("A time with its zone is expected, such as 2026-11-24T10:00:00Z")
        self.wrong.say("error", words)
        announce(self.time, words)


def _asked(words: str, about: str, widget: QWidget) -> QVBoxLayout:
    label = QLabel(words)
    label.setBuddy(widget.focusProxy() or widget)
    help_text = QLabel(about)
    help_text.setProperty("kind", "quiet")
    help_text.setWordWrap(True)
    (widget.focusProxy() or widget).setAccessibleDescription(about)
    column = QVBoxLayout()
    column.setSpacing(4)
    for part in (label, widget, help_text):
        column.addWidget(part)
    return column
