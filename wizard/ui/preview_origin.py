"""From a line of the preview to the field that made it; looked for beside the window's thread."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from wizard.app.previews import Preview, Shown
from wizard.language import _
from wizard.plan.model import Person, Plan
from wizard.ui.job import Course, Worker


class Sight(NamedTuple):
    """What the pane shows: one file of a preview, of a plan, for a person."""

    preview: Preview
    part: str
    plan: Plan
    person: Person | None
    shown: Shown

    def text(self, plan: Plan) -> str:
        """Return the same file of another plan, for the same person."""
        person = self.person
        same = plan.person(person.login) if person is not None and person in self.plan.people else person
        return self.preview.exactly(plan, same, self.part)


class PreviewOrigin(QObject):
    """Looks for one field at a time; whoever asks again, or edits, no longer waits for the one before.

    Signals:
        found: the field's place. told: a sentence for the person, where there is no field.
    """

    found = Signal(str)
    told = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.worker = Worker(self)

    def look(self, sight: Sight, line: int) -> None:
        """Find the field that made a line, counted from 0: at once where the text knows it."""
        self.worker.cancel()
        known = sight.shown.path(line + 1)
        if known is not None:
            self.found.emit(known)
        elif sight.preview.made_of_fields and sight.shown.text:
            self.worker.start(_search(sight, line), self._answer, self._fail)
        else:
            self._answer(None)

    def _answer(self, path: str | None) -> None:
        if path is None:
            self.told.emit(_("No field of the plan makes this line"))
        else:
            self.found.emit(path)

    @staticmethod
    def _fail(error: Exception) -> None:
        raise error


def _search(sight: Sight, line: int) -> Callable[[Course], str | None]:
    from wizard.app.origin import origin  # noqa: PLC0415 - not before a line is asked about

    return lambda course: origin(sight.plan, sight.text, line, course.go_on)
