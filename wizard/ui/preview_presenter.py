"""Writes the session's previews into the preview pane, and copies them."""

from collections.abc import Callable
from time import thread_time
from typing import Final

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip

from wizard.app.previews import Part, Shown, all_previews, preview_of
from wizard.app.session import Session
from wizard.language import _
from wizard.ui.preview_changes import PreviewChanges
from wizard.ui.preview_origin import PreviewOrigin, Sight
from wizard.ui.preview_pane import PreviewPane
from wizard.ui.preview_person import PreviewPerson
from wizard.ui.tip import folded
from wizard.ui.widgets.progress import Progress

FIRST: Final = "assertion"
_SLOW: Final = 0.008
"""Seconds of rendering from which a text follows only when the typing rests: it would take the keys their time.

Twice in a row, since the first time may fill what is remembered; and of this thread's own time, whatever else runs."""
_REST: Final = 150
"""Milliseconds without an edit that count as a rest."""


class PreviewPresenter:
    """What the pane shows: which preview, which part of it."""

    def __init__(
        self, session: Session, pane: PreviewPane, told: Callable[[str], None], asked: Callable[[str], None]
    ) -> None:
        self._session = session
        self.pane = pane
        self._told = told
        self._asked = asked
        self._parts: dict[str, str] = {}
        self._where: tuple[int, str, str, str] | None = None
        self.kind = FIRST
        self.part = ""
        self._offered: tuple[Part, ...] = ()
        self.shown = Shown("")
        self._slow = self._was_slow = False
        self._resting = QTimer(pane, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self.refresh)
        self.changes = PreviewChanges(session, pane.text, pane.changes)
        self.origin = PreviewOrigin(pane)
        self.person = PreviewPerson(session, pane)
        pane.show_progress(Progress(self.origin.worker, _("Looking for the field")))
        self._connect()

    def _connect(self) -> None:
        pane = self.pane
        pane.kind_chosen.connect(self.choose)
        pane.part_chosen.connect(self._choose_part)
        self.person.taken.connect(self._show_person)
        self.person.told.connect(self._told)
        pane.copy_asked.connect(self.copy)
        pane.text.line_asked.connect(self._ask)
        pane.text.explanation_asked.connect(self.explain)
        pane.text.explain = self._words
        pane.told.connect(self._told)
        self.changes.told.connect(self._told)
        self.origin.found.connect(self._asked)
        self.origin.told.connect(self._told)

    def choose(self, kind: str) -> None:
        """Show another preview; an unknown one changes nothing."""
        if any(kind == known.id for known in all_previews()):
            self.kind = kind
            self._was_slow = False
            self.refresh()

    def follow(self) -> None:
        """Write what the session says after a change: at once, or when the typing rests where that takes long."""
        self.origin.worker.cancel()
        if self._slow:
            self._resting.start()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Write what the session says."""
        self._resting.stop()
        plan, pane = self._session.plan, self.pane
        preview = preview_of(self.kind)
        person = self._session.person
        begun = thread_time()
        opened = preview.opened(plan, person, self._parts.get(self.kind, ""))
        is_slow = thread_time() - begun > _SLOW
        self._slow, self._was_slow = is_slow and self._was_slow, is_slow
        self.shown = opened.shown
        self.part = opened.part
        self._offered = opened.parts
        pane.fill(pane.kind, [(known.id, _(known.title)) for known in all_previews()], self.kind)
        pane.show_parts([(known.id, known.label) for known in opened.parts], opened.part)
        people = self.person.entries
        pane.fill(pane.person, people, self.person.entry)
        pane.show_choices(parts=len(opened.parts) > 1, people=bool(people), personal=preview.personal)
        pane.show_note(self.shown.note)
        pane.copy.setEnabled(bool(self.shown.text))
        where = (self._session.begun, self.kind, opened.part, self.person.entry if preview.personal else "")
        pane.text.show_text(self.shown.text, self.shown.syntax, marked=where == self._where)
        self._where = where
        self.changes.show(self.kind, opened.part, person if preview.personal else None)

    def copy(self) -> None:
        """Copy the text, and say what was copied."""
        if self.shown.text:
            QGuiApplication.clipboard().setText(self.shown.copied)
            self._told(_("Copied: {what}").format(what=self._described()))

    def _described(self) -> str:
        title = _(preview_of(self.kind).title)
        part = next((known.label for known in self._offered if known.id == self.part), "")
        return _("{title}, {part}").format(title=title, part=part) if part else title

    def _choose_part(self, part: str) -> None:
        self._parts[self.kind] = part
        self.refresh()

    def _show_person(self) -> None:
        """Show a preview in which a person can be seen, instead of one that is the same for everybody."""
        if not preview_of(self.kind).personal:
            self.kind = FIRST

    def _ask(self, line: int) -> None:
        """Look for the field that made a line."""
        plan, person = self._session.plan, self._session.person
        self.origin.look(Sight(preview_of(self.kind), self.part, plan, person, self.shown), line)

    def find(self) -> None:
        """Open the search."""
        if self._is_seen():
            self.pane.search.open()

    def find_next(self, *, forward: bool) -> None:
        """Go to the next hit of the search, or the one before."""
        if self._is_seen():
            self.pane.search.go(forward=forward)

    def _is_seen(self) -> bool:
        if not self.pane.isVisible():
            self._told(_("The preview is not in sight beside a view"))
        return self.pane.isVisible()

    def explain(self, line: int, column: int) -> None:
        """Show at the cursor, and say, what the name at a place means."""
        words = self._words(line, column)
        text = self.pane.text
        place = text.cursorRect().bottomLeft() + QPoint(0, 4)
        QToolTip.showText(text.viewport().mapToGlobal(place), folded(words) if words else "", text.viewport())
        self._told(words or _("There is no name to explain in this line"))

    def _words(self, line: int, column: int) -> str:
        from wizard.app.explained_name import explained_name  # noqa: PLC0415 - not before a name is pointed at

        found = explained_name(self._session.plan, self.pane.text.document().findBlockByNumber(line).text(), column)
        return f"{found.name}\n{found.text}" if found else ""

    def end(self) -> None:
        """End what still runs; the window closes."""
        self.origin.worker.end()
