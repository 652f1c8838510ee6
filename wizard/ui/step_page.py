"""What the main window and the page of a step owe each other.

``wizard/ui/steps/ID.py`` defines ``VIEW = StepView(ID, build)``; `build` makes the page when its step is first shown.
The window draws the heading, the hint and the scrolling; a page is the form alone, without a margin of its own, and
grows with its content. It is refreshed before it is shown, and what is long (a table's findings, a person's attributes)
it makes by :class:`wizard.ui.widgets.portions.Portions`: opening a page never holds the window.

The window calls `refresh` of the visible page inside every change of the session, so a slot may call a verb of
the session and then put the focus into a widget that the change has made. A page that is not visible is refreshed
when it is shown. `refresh` must leave the text cursor of a field that already says the right thing where it is.

Texts take their look from the property ``kind``, which the theme knows: a QLabel may be ``section``, ``quiet`` or
``mono``; a QPushButton ``primary`` or ``inline``; a QFrame ``card``; a QLineEdit or QPlainTextEdit ``mono``.
"""

import sys
from collections.abc import Iterable
from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.app.session import Session
from wizard.frozen import Frozen


class StepPage(QWidget):
    """The form of one step. It shows the session and holds no state of its own.

    Signals:
        path_asked: show the field of this place of the plan, on whatever step it is.
        export_asked: open the export.
        told: a sentence for the person, shown and announced ("Copied the support request").
    """

    path_asked = Signal(str)
    export_asked = Signal()
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def refresh(self) -> None:
        """Write what the session says into the widgets."""
        raise NotImplementedError

    def show_path(self, path: str) -> bool:
        """Put the focus into the field for that place of the plan; False where the page has none."""
        raise NotImplementedError

    def end(self) -> None:
        """End what still runs; the window closes."""


class StepView(Frozen):
    """What one module of :mod:`wizard.ui.steps` defines, as ``VIEW``: how the page of a step is made."""

    step_id: str
    build: type[StepPage]


def import_next(step_ids: Iterable[str]) -> bool:
    """Import the first of these steps' modules that is not there yet; tell whether others wait."""
    missing = [name for step_id in step_ids if (name := _module(step_id)) not in sys.modules]
    if missing:
        import_module(missing[0])
    return len(missing) > 1


def _module(step_id: str) -> str:
    return f"wizard.ui.steps.{step_id}"


def page_of(step_id: str, session: Session, parent: QWidget | None = None) -> StepPage:
    """Return a new page of the step; LookupError where its module defines none."""
    found = getattr(import_module(_module(step_id)), "VIEW", None)
    if not isinstance(found, StepView) or found.step_id != step_id:
        raise LookupError(step_id)
    return found.build(session, parent)
