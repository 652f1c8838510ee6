"""What the main window and the page of a view owe each other.

A view is two files: ``wizard/app/views/ID.py`` says what it is called, ``wizard/ui/views/ID.py`` shows it and defines
``VIEW = ViewWidget(ID, build)``. The list under the steps, the menu, its keys and F6 find it by themselves.

The window draws the heading and the hint. The page fills the rest, without a margin of its own; it scrolls only where
the window is too small for its least size, so what may grow long (a table) scrolls by itself. The preview steps aside.

A page is made when its view is first opened and lives as long as the window. The window calls `refresh` when the view
is opened and inside every change of the session while it is seen; a page that is not seen hears nothing. What takes
longer than a blink runs on a thread. `leave` is called when another step or view is shown: what must not stay in memory
goes there. `end` is called when the window closes: threads must have ended when it returns.
"""

from importlib import import_module
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.app.session import Session
from wizard.frozen import Frozen


class ViewPage(QWidget):
    """The page of one view.

    Signals:
        path_asked: show the field of this place of the plan, on whatever step it is.
        told: a sentence for the person, shown and announced ("Copied the table").
        counted: a short text that stands beside the view's name in the list ("3"), and what it says in words; both
            empty for none.
        plan_dropped: the file of a plan was dropped on the page, which has other uses for files; it is to be opened.
    """

    path_asked = Signal(str)
    told = Signal(str)
    counted = Signal(str, str)
    plan_dropped = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def refresh(self) -> None:
        """Write what the session says into the widgets."""
        raise NotImplementedError

    def take(self, file: Path) -> None:
        """Take a file that was dropped on the window; a view that has no use for files does nothing."""

    def leave(self) -> None:
        """Let go of what must not stay once the view is not seen."""

    def end(self) -> None:
        """End what still runs; the window closes."""


class ViewWidget(Frozen):
    """What one module of :mod:`wizard.ui.views` defines, as ``VIEW``: how the page of a view is made."""

    view_id: str
    build: type[ViewPage]


def page_of(view_id: str, session: Session, parent: QWidget | None = None) -> ViewPage:
    """Return a new page of the view; LookupError where its module defines none."""
    found = getattr(import_module(f"wizard.ui.views.{view_id}"), "VIEW", None)
    if not isinstance(found, ViewWidget) or found.view_id != view_id:
        raise LookupError(view_id)
    return found.build(session, parent)
