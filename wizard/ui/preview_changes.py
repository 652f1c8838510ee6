"""Marks in the preview what changed since the plan was last opened, saved or exported, once the typing rests."""

from functools import cached_property

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from wizard.app.line_changes import Mark, Sign, marks
from wizard.app.previews import preview_of
from wizard.app.session import Milestone, Session
from wizard.language import _, ngettext
from wizard.plan.model import Person
from wizard.ui.preview_text import PreviewText
from wizard.ui.tip import tip
from wizard.ui.widgets.icon_button import icon_button

_MOST_SHOWN = 6
"""Old lines that a tooltip shows."""


class ChangeLine(QWidget):
    """Says how many lines changed, and leads from one to the next; its parts are made when there is a change.

    Signals:
        step_asked: go to the next change, 1, or to the one before, -1.
    """

    step_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.hide()

    @cached_property
    def _parts(self) -> tuple[QLabel, QToolButton, QToolButton]:
        words = QLabel()
        words.setProperty("kind", "quiet")
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        before = icon_button("up", _("Change before"))
        after = icon_button("down", _("Next change"))
        before.clicked.connect(lambda: self.step_asked.emit(-1))
        after.clicked.connect(lambda: self.step_asked.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(words, 1)
        row.addWidget(before)
        row.addWidget(after)
        return words, before, after

    @property
    def words(self) -> QLabel:
        """How many lines changed."""
        return self._parts[0]

    @property
    def before(self) -> QToolButton:
        """Leads to the change before."""
        return self._parts[1]

    @property
    def next(self) -> QToolButton:
        """Leads to the next change."""
        return self._parts[2]

    def say(self, words: str, *, steps: bool) -> None:
        """Show the words, nothing for none; `steps`: whether there are changes to go to."""
        self.setVisible(bool(words))
        if words:
            self.words.setText(words)
            self.words.setToolTip(tip(words))
            for button in (self.before, self.next):
                button.setVisible(steps)


class PreviewChanges(QObject):
    """Compares what is shown with the same file of the plan as it was kept.

    Signals:
        told: a sentence for the person: what changed in the line that was gone to.
    """

    told = Signal(str)

    REST = 150
    """Milliseconds of rest after which the signs are drawn anew: they are not worth a wait at a key press."""

    def __init__(self, session: Session, text: PreviewText, line: ChangeLine) -> None:
        super().__init__(text)
        self._session = session
        self._text = text
        self._line = line
        self._asked: tuple[str, str, Person | None] = ("", "", None)
        self._before: tuple[object, ...] = ()
        self._old: list[str] = []
        self._later = QTimer(text, singleShot=True)
        self._later.timeout.connect(self.refresh)
        text.words_of = self.words_of
        line.step_asked.connect(self.step)

    def show(self, kind: str, part: str, person: Person | None) -> None:
        """Follow the preview: in the next turn where another file is shown, else when the typing rests."""
        asked, before = (kind, part, person), self._asked
        self._asked = asked
        if self._session.plan is self._session.kept:
            self.refresh()
        elif asked[:2] != before[:2]:
            self._say({}, "")
            self._later.start(0)
        else:
            self._later.start(self.REST)

    def refresh(self) -> None:
        """Draw the signs."""
        self._later.stop()
        kind, part, person = self._asked
        session = self._session
        if session.plan is session.kept or not kind:
            self._say({}, "")
            return
        before = (session.kept, kind, part, person)
        if [*map(id, before)] != [*map(id, self._before)]:
            self._before = before
            then = session.kept.person(person.login) if person and person in session.plan.people else person
            self._old = _lines(preview_of(kind).exactly(session.kept, then, part))
        new = _lines(self._text.toPlainText())
        if self._old == [""]:
            self._say({}, "" if new == [""] else _("New {since}").format(since=self._since()))
            return
        found = marks(self._old, new)
        count = len(found)
        words = ngettext("{count} line changed {since}", "{count} lines changed {since}", count)
        self._say(found, words.format(count=count, since=self._since()) if found else "")

    def step(self, distance: int) -> None:
        """Put the cursor into the next changed line, or the one before, around the end too."""
        marked = self._text.marks
        runs = sorted(line for line in marked if line - 1 not in marked)
        if not runs:
            return
        here = self._text.textCursor().blockNumber()
        if distance > 0:
            target = next((line for line in runs if line > here), runs[0])
        else:
            target = next((line for line in reversed(runs) if line < here), runs[-1])
        self._text.go_to_line(target)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(self.words_of(marked[target]))

    def words_of(self, mark: Mark) -> str:
        """Return what a sign says, with the lines that stood there before."""
        since = self._since()
        before = [line.strip() for line in mark.before[:_MOST_SHOWN]]
        more = ["…"] if len(mark.before) > _MOST_SHOWN else []
        if mark.sign is Sign.ADDED:
            return _("Added {since}").format(since=since)
        head = _("Changed {since}. Before:") if mark.sign is Sign.CHANGED else _("Removed here {since}:")
        return "\n".join([head.format(since=since), *before, *more])

    def _since(self) -> str:
        return {
            Milestone.OPENED: _("since the plan was opened"),
            Milestone.SAVED: _("since the plan was saved"),
            Milestone.EXPORTED: _("since the bundle was exported"),
        }[self._session.milestone]

    def _say(self, found: dict[int, Mark], words: str) -> None:
        self._text.show_marks(found)
        self._line.say(words, steps=bool(found))


def _lines(text: str) -> list[str]:
    return text.rstrip("\n").split("\n")
