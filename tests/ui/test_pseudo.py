"""In a language that nobody speaks, nothing in the windows reads like English, and nothing is cut."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from tests import named
from tests.evidence import okta
from tests.pseudo import prose
from tests.ui.at_work import AtWork
from tests.ui.visible_texts import cut, texts, words
from tools.pictures import gifts, troubled
from wizard.app.adopting import adoption_of
from wizard.app.steps.registry import all_steps
from wizard.app.views.registry import all_views
from wizard.plan.edit import replaced
from wizard.plan.writer import write_plan
from wizard.ui.job import Worker
from wizard.ui.start.remarks_dialog import RemarksDialog

pytestmark = pytest.mark.usefixtures("pseudo_language")

OF_QT = {"Close", "Cancel", "Show Details...", "Hide Details..."}
"""Qt's own words, which Qt translates."""

THEIR_WORDS = ("not authorized to perform",)
"""What AWS and Okta say themselves."""

SIZES = {"wide": (1280, 800), "narrow": (1024, 640)}


@pytest.fixture(params=["example", "troubled"])
def plan(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give the example as it is, and with mistakes of each kind, under a name that reads like no language."""
    path = tmp_path / "plan.session-tags.yaml"
    example = replaced(named.plan("team-project"), "name", "⟦⟧")
    write_plan(example if request.param == "example" else troubled(example), path)
    return path


def wrong(window: QWidget) -> list[str]:
    """Return what of a window reads like English, and what is cut."""
    english = [text for text in texts(window) if prose(text)]
    single = [text for text in words(window) if re.search("[a-z]{2}", text) and "⟦" not in text and text not in OF_QT]
    return [*english, *single, *cut(window)]


def places(app: AtWork) -> Iterator[str]:
    """Go to every step and view, one after the other."""
    for step in all_steps():
        app.desk.shell.go(step.id)
        yield step.id
    for view in all_views():
        app.desk.shell.look(view.id)
        app.qtbot.wait(50)
        yield view.id


@pytest.mark.parametrize("size", SIZES)
def test_every_step_and_view_is_translated_and_whole(at_work: Callable[..., AtWork], plan: Path, size: str) -> None:
    """Texts, tooltips, menus, headings, and what is told to a screen reader, a third longer than English."""
    app = at_work(plan)
    app.window.resize(*SIZES[size])
    found = {}
    for place in places(app):
        app.settle()
        if bad := wrong(app.window):
            found[place] = bad
    assert found == {}


def test_every_view_is_translated_and_whole_with_what_it_is_given(at_work: Callable[..., AtWork], plan: Path) -> None:
    """What a view tells of people, of evidence and of another plan says nothing in English either."""
    app = at_work(plan)
    example = replaced(named.plan("team-project"), "name", "⟦⟧")
    write_plan(troubled(example), plan.with_name("troubled.session-tags.yaml"))
    write_plan(example, plan.with_name("example.session-tags.yaml"))
    app.window.resize(*SIZES["narrow"])
    found = {}
    for view, given in gifts(app.desk, plan.parent).items():
        for name, give in given.items():
            app.desk.shell.look(view)
            give()
            rest(app)
            if bad := [text for text in wrong(app.window) if not any(own in text for own in THEIR_WORDS)]:
                found[f"{view} {name}"] = bad
    assert found == {}


def rest(app: AtWork) -> None:
    """Wait until nothing is worked at beside the window any more."""
    app.settle()
    app.qtbot.waitUntil(lambda: not any(worker.busy for worker in app.window.findChildren(Worker)))
    app.settle()


DIALOGS = {
    "export": lambda app: app.desk.shell.export(),
    "guide": lambda app: app.desk.menus.action("Ctrl+F1").trigger(),
    "shortcuts": lambda app: app.desk.menus.action("F1").trigger(),
    "unreadable": lambda app: app.desk.files.read(Path(__file__)),
    "unsaved": lambda app: (app.session.set("name", "⟦", "⟦"), app.desk.files.new()),
    "start": lambda app: app.desk.shell.starting.offer(),
    "palette": lambda app: app.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
    "explanation": lambda app: (app.desk.frame.problems.list.setFocus(), app.desk.shell.explain()),
    "import": lambda app: app.desk.shell.starting.take_in(),
    "remarks": lambda app: RemarksDialog(adoption_of([okta.response().decode()]), app.window).show(),
    "person": lambda app: app.desk.shell.previews.person.ask(),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_is_translated_and_whole(at_work: Callable[..., AtWork], plan: Path, name: str) -> None:
    """Dialogs and messages say nothing in English and cut nothing."""
    app = at_work(plan)
    app.desk.shell.go("tags")
    app.settle()
    DIALOGS[name](app)
    app.settle()
    open_now = [dialog for dialog in app.window.findChildren(QDialog) if dialog.isVisible()]
    found = [bad for dialog in open_now for bad in wrong(dialog)]
    for dialog in open_now:
        dialog.close()
    assert open_now
    assert found == []
