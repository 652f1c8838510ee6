"""Whom the previews show: one of the plan's sample people, or somebody of a file, who is no part of the plan."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from wizard.app.session import Session
from wizard.language import _
from wizard.quoting.wording import seen
from wizard.ui.preview_pane import PreviewPane

if TYPE_CHECKING:
    from wizard.access.person import ListedPerson

_SAMPLE: Final = "sample {login}"
_LISTED: Final = "listed"
"""What stands for a sample person, and for the one of a file, in the choice of a person."""


class PreviewPerson(QObject):
    """The choice of a person, and the dialog for a file of people.

    Signals:
        taken: somebody of a file will be shown. told: a sentence for the person at the keyboard.
    """

    taken = Signal()
    told = Signal(str)

    def __init__(self, session: Session, pane: PreviewPane) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._file: tuple[int, Path | None] | None = None
        pane.person_chosen.connect(self._choose)
        pane.file_asked.connect(self.ask)

    @property
    def entries(self) -> list[tuple[str, str]]:
        """Return those to choose from: an id, and the words."""
        entries = [(_SAMPLE.format(login=known.login), seen(known.login, 80)) for known in self._session.plan.people]
        listed = self._session.listed
        if listed is not None:
            entries.append((_LISTED, _("{login} (from a file)").format(login=seen(listed.login, 80))))
        return entries

    @property
    def entry(self) -> str:
        """Return the id of whom the previews show; an empty text for nobody."""
        person = self._session.person
        if self._session.shows_listed:
            return _LISTED
        return _SAMPLE.format(login=person.login) if person else ""

    def ask(self) -> None:
        """Let somebody be chosen from a file of people; the file that was open before is open again."""
        from wizard.ui.person_dialog import PersonDialog  # noqa: PLC0415 - not before it is asked for

        begun = self._session.begun
        dialog = PersonDialog(self._session.plan, self._pane.window())
        dialog.chosen.connect(lambda person, add: self._take(person, (begun, dialog.path), add=add))
        dialog.open()
        if self._file is not None and self._file[0] == begun and self._file[1] is not None:
            dialog.read(self._file[1])

    def _take(self, person: "ListedPerson", file: tuple[int, Path | None], *, add: bool) -> None:
        from wizard.app.person_choice import with_listed  # noqa: PLC0415 - with the dialog

        session, login = self._session, seen(person.login, 80)
        if file[0] != session.begun:
            return
        self._file = file
        self.taken.emit()
        if add:
            words = _("add {login}").format(login=login)
            session.edit(with_listed(session.plan, person), words)
            session.choose_person(person.login)
            self.told.emit(_("Done: {edit}; undo takes it back").format(edit=words))
        else:
            session.choose_listed(person)
            self.told.emit(_("The preview shows {login}").format(login=login))

    def _choose(self, entry: str) -> None:
        if entry == _LISTED:
            self._session.choose_listed()
        else:
            self._session.choose_person(entry.removeprefix(_SAMPLE.format(login="")))
