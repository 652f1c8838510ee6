"""Writes the session's previews into the preview pane, and copies them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QGuiApplication

from wizard.app.previews import PREVIEWS, Shown, preview_of
from wizard.app.session import Session
from wizard.language import _
from wizard.ui.preview_pane import PreviewPane

FIRST: Final = "assertion"


class PreviewPresenter:
    """What the pane shows: which preview, which part of it."""

    def __init__(
        self, session: Session, pane: PreviewPane, told: Callable[[str], None], asked: Callable[[str], None]
    ) -> None:
        self._session = session
        self._pane = pane
        self._told = told
        self._asked = asked
        self._parts: dict[str, str] = {}
        self._where: tuple[int, str, str, str] | None = None
        self.kind = FIRST
        self.shown = Shown("")
        pane.fill(pane.kind, [(preview.id, _(preview.title)) for preview in PREVIEWS], self.kind)
        pane.kind_chosen.connect(self.choose)
        pane.part_chosen.connect(self._choose_part)
        pane.person_chosen.connect(session.choose_person)
        pane.copy_asked.connect(self.copy)
        pane.text.line_asked.connect(self._ask)

    def choose(self, kind: str) -> None:
        """Show another preview; an unknown one changes nothing."""
        if any(kind == known.id for known in PREVIEWS):
            self.kind = kind
            self.refresh()

    def refresh(self) -> None:
        """Write what the session says."""
        plan, pane = self._session.plan, self._pane
        preview = preview_of(self.kind)
        person = self._session.person
        opened = preview.opened(plan, person, self._parts.get(self.kind, ""))
        self.shown = opened.shown
        pane.fill(pane.kind, [(known.id, _(known.title)) for known in PREVIEWS], self.kind)
        pane.fill(pane.part, [(known.id, known.label) for known in opened.parts], opened.part)
        pane.fill(pane.person, [(known.login, known.login) for known in plan.people], person.login if person else None)
        pane.show_choices(parts=len(opened.parts) > 1, people=preview.personal and bool(plan.people))
        pane.show_note(self.shown.note)
        pane.copy.setEnabled(bool(self.shown.text))
        where = (self._session.begun, self.kind, opened.part, person.login if person and preview.personal else "")
        pane.text.show_text(self.shown.text, self.shown.syntax, marked=where == self._where)
        self._where = where

    def copy(self) -> None:
        """Copy the text, and say what was copied."""
        if self.shown.text:
            QGuiApplication.clipboard().setText(self.shown.copied)
            self._told(_("Copied: {what}").format(what=self._described()))

    def _described(self) -> str:
        title = _(preview_of(self.kind).title)
        part = self._pane.part.currentText()
        return _("{title}, {part}").format(title=title, part=part) if part else title

    def _choose_part(self, part: str) -> None:
        self._parts[self.kind] = part
        self.refresh()

    def _ask(self, line: int) -> None:
        path = self.shown.path(line + 1)
        if path is not None:
            self._asked(path)
