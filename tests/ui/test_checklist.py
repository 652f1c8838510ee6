"""KeePassXC's issues of accessibility, as a checklist that every step, view and dialog passes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from tests import named
from tests.evidence import okta
from tests.ui.at_work import AtWork
from tests.ui.checklist import (
    CHECKS,
    against_the_eye,
    clashing,
    clashing_entries,
    context_menus,
    menus,
    unseen_focus,
)
from tests.ui.test_pseudo import DIALOGS
from tools.pictures import troubled
from wizard.app.steps.registry import all_steps
from wizard.app.views.registry import all_views
from wizard.language import speak
from wizard.plan.writer import write_plan
from wizard.ui.preview_text import PreviewText
from wizard.ui.theme import Theme
from wizard.ui.verify.evidence_box import EvidenceBox
from wizard.ui.widgets.text_input import Line

Open = Callable[..., AtWork]
Walk = Callable[[AtWork], Iterator[tuple[str, QWidget]]]

PEOPLE = "login,team,project\nada@example.com,platform,apollo\nbob@example.com,R&D,apollo\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Give a plan with mistakes of each kind."""
    path = tmp_path / "plan.session-tags.yaml"
    write_plan(troubled(named.plan("team-project")), path)
    return path


def places(app: AtWork) -> Iterator[tuple[str, QWidget]]:
    """Go to every step and view, and give each view what it asks for; yield each with its window."""
    for step in all_steps():
        app.desk.shell.go(step.id)
        app.settle()
        yield step.id, app.window
    for view in all_views():
        app.desk.shell.look(view.id)
        rest(app, view.id)
        yield view.id, app.window
        for give in GIVEN.get(view.id, ()):
            give(app)
            rest(app, view.id)
            yield f"{view.id}, {give.__name__}", app.window


def rest(app: AtWork, view_id: str) -> None:
    """Wait until the view works at nothing."""
    worker = getattr(app.desk.shell.views.page(view_id), "worker", None)
    app.qtbot.waitUntil(lambda: worker is None or not worker.busy, timeout=20_000)
    app.settle()


def unfold(app: AtWork) -> None:
    """Show what evidence is judged by."""
    app.desk.shell.views.page("verify").asking.options.unfold()


def verify(app: AtWork) -> None:
    """Compare a sign-in that differs."""
    page = app.desk.shell.views.page("verify")
    page.asking.box.setPlainText(okta.response(okta.ada(team=["data"])).decode())
    page.asking.compare.click()


def judge(app: AtWork) -> None:
    """Judge a list of people."""
    people = app.places.state / "people.csv"
    people.write_text(PEOPLE)
    app.desk.shell.views.page("people").judge(people)


def values(app: AtWork) -> None:
    """Show the values of the list instead of its people."""
    app.desk.shell.views.page("people").tables.kinds.setCurrentIndex(1)


def compare(app: AtWork) -> None:
    """Compare with a plan that differs."""
    app.desk.shell.views.page("compare").take(named.PLANS["team-project"])


def gain(app: AtWork) -> None:
    """Ask who gains and loses."""
    app.desk.shell.views.page("compare").kinds.setCurrentIndex(1)


GIVEN: dict[str, tuple[Callable[[AtWork], None], ...]] = {
    "verify": (unfold, verify),
    "people": (judge, values),
    "compare": (compare, gain),
}


def dialogs(app: AtWork) -> Iterator[tuple[str, QWidget]]:
    """Open every dialog on its own; yield each with its window."""
    app.desk.shell.go("tags")
    for name, show in DIALOGS.items():
        show(app)
        app.settle()
        for dialog in app.window.findChildren(QDialog):
            if dialog.isVisible():
                app.qtbot.waitUntil(dialog.isActiveWindow, timeout=10_000)
                app.settle()
                yield name, dialog
                dialog.close()
        app.settle()


@pytest.mark.parametrize("walk", [places, dialogs])
def test_the_checklist_is_passed(at_work: Open, plan: Path, walk: Walk) -> None:
    """Names, buddies, Tab, reach, order, wheel, headings, words beside colours."""
    found = [
        f"{place}: {wrong}" for place, window in walk(at_work(plan)) for check in CHECKS for wrong in check(window)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_no_keys_clash(at_work: Open, plan: Path, language: str, request: pytest.FixtureRequest) -> None:
    """In no language do two things of a window have the same mnemonic or shortcut."""
    request.addfinalizer(speak)
    speak(language)
    app = at_work(plan)
    walks = (places(app), dialogs(app))
    seen: dict[type[QWidget], list[str]] = {}
    found = []
    for place, window in (each for walk in walks for each in walk):
        found += [f"{place}: {wrong}" for wrong in clashing(window)]
        entries = ((name, wrong) for name, menu in context_menus(window, seen) for wrong in clashing_entries(menu))
        found += [f"{place}, menu of {name}: {wrong}" for name, wrong in entries]
    found += [f"{name}: {wrong}" for name, menu in menus(app.window) for wrong in clashing_entries(menu)]
    assert not found, "\n".join(found)
    assert all(seen[kind] for kind in (PreviewText, EvidenceBox, Line, QLineEdit))


def test_tab_follows_the_eye_from_right_to_left(
    at_work: Open, plan: Path, qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    """Where a language is read from the right, the window is mirrored, and Tab goes the way of the eye there too."""
    request.addfinalizer(lambda: qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    app = at_work(plan)
    assert app.frame.steps.mapTo(app.window, QPoint(0, 0)).x() > app.window.width() // 2
    walks = (places(app), dialogs(app))
    found = [f"{place}: {wrong}" for walk in walks for place, window in walk for wrong in against_the_eye(window)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_the_keyboard_is_seen_wherever_it_is(at_work: Open, plan: Path, theme: Theme) -> None:
    """In every theme, each kind of control looks otherwise when it has the keyboard."""
    seen: set[tuple[str, ...]] = set()
    app = at_work(plan, theme)
    walks = (places(app), dialogs(app))
    found = [f"{place}: {wrong}" for walk in walks for place, window in walk for wrong in unseen_focus(window, seen)]
    assert not found, "\n".join(found)
