"""Chooses somebody of a file for the previews: open the file, look for the login, be there a million people in it."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wizard.access.person import ListedPerson
from wizard.app.people_file import NotRead
from wizard.app.person_choice import FoundLogins, ListedLogins, listed_logins, read_person
from wizard.language import _, ngettext
from wizard.plan.model import Plan
from wizard.quoting.line_text import one_line
from wizard.quoting.wording import seen
from wizard.ui.icon import icon
from wizard.ui.job import Worker
from wizard.ui.tip import tip
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.chosen_row import follow_selection
from wizard.ui.widgets.notice import Notice
from wizard.ui.widgets.progress import Progress

_REST: Final = 150
"""Milliseconds without a key after which the list follows what was typed."""
_BROKEN: Final = 3
"""Broken lines that are named."""
_ROWS: Final = 8
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PersonDialog(QDialog):
    """The file, the words that are looked for, and the logins in which they stand.

    Signals:
        chosen: the person of the list, and whether to add that person to the plan.
    """

    chosen = Signal(object, bool)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Person from a file"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._plan = plan
        self._listed: ListedLogins | None = None
        self._found = FoundLogins((), 0)
        self._wanted = False
        self.path: Path | None = None
        self.worker = Worker(self)
        self.open_file = _button(_("&Open people…"), "open", self)
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(_("a part of the login"))
        self.text.setClearButtonEnabled(True)
        self.logins = _Logins(self)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("kind", "quiet")
        self.broken = Notice()
        self.progress = Progress(self.worker, _("Reading people"), self)
        self.add = QCheckBox(_("&Add to the plan's sample people, with what the plan reads of the profile"), self)
        self.show_person = _button(_("&Show this person"), "", self)
        self.show_person.setProperty("kind", "primary")
        self.cancel = _button(_("Cancel"), "", self)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._lay_out()
        self._connect()
        self._enable()

    def _lay_out(self) -> None:
        label = QLabel(_("&Login"), self)
        label.setBuddy(self.text)
        head, line, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.open_file)
        head.addWidget(self.name, 1)
        line.addWidget(label)
        line.addWidget(self.text, 1)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.show_person)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addLayout(line)
        column.addWidget(self.logins, 1)
        for part in (self.count, self.broken, self.add):
            column.addWidget(part)
        column.addLayout(foot)
        self.resize(560, 480)

    def _connect(self) -> None:
        self.open_file.clicked.connect(self._choose_file)
        self.text.textChanged.connect(self._rest.start)
        self.text.returnPressed.connect(self._enter)
        self._rest.timeout.connect(self._search)
        self.logins.currentRowChanged.connect(lambda _row: self._enable())
        follow_selection(self.logins)
        self.logins.itemActivated.connect(lambda _item: self._choose())
        self.show_person.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        self.worker.rested.connect(self._enable)

    def read(self, path: Path) -> None:
        """Read the logins of a file."""
        self.path = path
        self.name.setText(seen(path.name, 60))
        self.name.setToolTip(tip(str(path)))
        self._listed = None
        self._show_found(FoundLogins((), 0))
        self.broken.say("", "")
        plan = self._plan
        self.worker.start(lambda course: listed_logins(path, plan, course.go_on), self._take, self._fail)
        self._enable()

    def _take(self, listed: ListedLogins) -> None:
        self._listed = listed
        self.broken.say("warning", _broken_words(listed))
        self._enable()
        self.text.setFocus()
        self._search()

    def _search(self) -> None:
        self._rest.stop()
        listed, text = self._listed, self.text.text()
        if listed is not None:
            self.worker.start(lambda course: listed.found(text, course.go_on), self._show_found, self._fail)

    def _show_found(self, found: FoundLogins) -> None:
        self._found = found
        self.logins.clear()
        self.logins.addItems([seen(login, 120) for login in found.logins])
        if found.logins:
            self.logins.setCurrentRow(0)
        self.count.setText(self._count_words())
        announce(self.count, self.count.text())
        wanted, self._wanted = self._wanted, False
        self._enable()
        if wanted and found.count == 1:
            self._choose()

    def _count_words(self) -> str:
        if self._listed is None:
            return ""
        found, people, listed = self._found.count, self._listed.people, len(self._found.logins)
        template = ngettext("{found} of {people} person", "{found} of {people} people", people)
        words = template.format(found=f"{found:,}", people=f"{people:,}")
        if listed < found:
            return _("{found}; the first {listed} are listed").format(found=words, listed=listed)
        return words

    def _enter(self) -> None:
        """Choose; where the list does not yet follow what was typed, as soon as it names one person alone."""
        if self._rest.isActive():
            self._wanted = True
            self._search()
        else:
            self._choose()

    def _choose(self) -> None:
        row = self.logins.currentRow()
        if self.path is None or not 0 <= row < len(self._found.logins) or self.worker.busy:
            return
        work = partial(read_person, self.path, self._plan, self._found.logins[row])
        self.worker.start(lambda course: work(course.go_on), self._give, self._fail)
        self._enable()

    def _give(self, person: ListedPerson) -> None:
        self.chosen.emit(person, self.add.isChecked())
        self.accept()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, NotRead):
            raise error
        words = _("{file}: {reason}").format(file=self.name.text(), reason=error)
        self.broken.say("error", words)
        announce(self.broken, words)

    def _enable(self) -> None:
        self.show_person.setEnabled(self.logins.currentRow() >= 0 and not self.worker.busy)
        for widget in (self.text, self.logins):
            widget.setEnabled(self._listed is not None)

    def _choose_file(self) -> None:
        folder = str(self.path.parent) if self.path else ""
        kinds = _("Lists (*.csv *.json *.jsonl *.ndjson *.txt);;All files (*)")
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Open people: CSV, JSON or JSON lines"), folder, kinds)
        if chosen:
            self.read(Path(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while the words are typed; Enter is the business of what has the keyboard."""
        if self.text.hasFocus() and event.key() in _MOVES:
            QApplication.sendEvent(self.logins, QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers()))
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Wait for the thread, and close."""
        self.worker.end()
        super().done(result)


class _Logins(QListWidget):
    """The logins that were found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("People found"))
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setMinimumHeight(_ROWS * (self.fontMetrics().height() + 4))


def _button(words: str, name: str, parent: QWidget) -> QPushButton:
    """Return a button that Enter elsewhere in the dialog does not press."""
    button = QPushButton(icon(name), words, parent) if name else QPushButton(words, parent)
    button.setAutoDefault(False)
    return button


def _broken_words(listed: ListedLogins) -> str:
    """Return the first broken lines in words, and how many more there are."""
    line = _("line {line}: {message}")
    words = [line.format(line=f"{each.line:,}", message=one_line(each.message)) for each in listed.broken[:_BROKEN]]
    more = listed.broken_count - len(words)
    if more:
        words.append(_("… and {count} more").format(count=f"{more:,}"))
    return "\n".join(words)
