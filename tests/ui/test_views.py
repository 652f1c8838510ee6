"""The views beside the steps: how they are opened, where they stand, how they are left."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.named import PLANS
from tests.ui.at_work import ALT, CTRL, NONE, SHIFT, AtWork
from wizard.app import flow
from wizard.app.session import Session
from wizard.app.steps.registry import all_steps
from wizard.app.views.registry import all_views
from wizard.ui.view_page import ViewPage, page_of

Open = Callable[..., AtWork]
PLAN = PLANS["team-project"]
Key = Qt.Key


def row_of(app: AtWork, view_id: str) -> int:
    """Return where a view stands in the list."""
    return len(all_steps()) + [view.id for view in all_views()].index(view_id)


@pytest.mark.parametrize("number", range(1, len(all_views()) + 1))
def test_control_shift_and_a_number_open_a_view(at_work: Open, number: int) -> None:
    """Each view has its key; its question stands above it, the keyboard comes along, the preview steps aside."""
    app = at_work(PLAN)
    view = all_views()[number - 1]
    app.press(Key(Key.Key_0 + number), CTRL | SHIFT)
    assert app.session.view == view.id
    assert app.frame.page.heading.text() == view.question
    assert app.frame.page.isAncestorOf(app.focus)
    assert not app.frame.preview.isVisible()
    assert app.frame.steps.currentRow() == row_of(app, view.id)


def test_views_stand_below_the_steps_and_say_what_they_are(at_work: Open) -> None:
    """The list holds the steps and then the views; assistive technology hears which is which."""
    app = at_work(PLAN)
    steps = app.frame.steps
    titles = [steps.item(row).text() for row in range(steps.count())]
    assert titles == [known.title for known in (*all_steps(), *all_views())]
    spoken = [steps.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(all_steps()), len(titles))]
    assert spoken == [f"{view.title}, view" for view in all_views()]


def test_back_leads_to_the_step_where_the_view_was_opened(at_work: Open) -> None:
    """The button names the step, and the keys of Back do the same."""
    app = at_work(PLAN)
    app.press(Key.Key_2, CTRL)
    app.press(Key.Key_1, CTRL | SHIFT)
    foot = app.frame.foot
    assert foot.back.text() == "&Back to Tags"
    assert not foot.next.isVisible()
    app.qtbot.mouseClick(foot.back, Qt.MouseButton.LeftButton)
    app.settle()
    assert (app.session.view, flow.current(app.session).id) == ("", "tags")
    assert foot.back.text() == "&Back"
    assert app.frame.preview.isVisible()
    app.press(Key.Key_1, CTRL | SHIFT)
    app.press(Key.Key_Left, ALT)
    assert (app.session.view, flow.current(app.session).id) == ("", "tags")


def test_arrows_go_from_the_steps_to_the_views_and_back(at_work: Open) -> None:
    """The list is walked as one, and the keyboard stays in it."""
    app = at_work(PLAN)
    app.press(Key.Key_F6, SHIFT)
    app.press(Key.Key_Down, times=len(all_steps()))
    assert app.session.view == all_views()[0].id
    assert app.focus is app.frame.steps
    app.press(Key.Key_Up)
    assert app.session.view == ""
    assert flow.current(app.session) is all_steps()[-1]


def test_f6_walks_the_panes_that_are_in_sight(at_work: Open) -> None:
    """With a view open, F6 leads through all panes but the preview, and back."""
    app = at_work(PLAN)
    app.press(Key.Key_1, CTRL | SHIFT)
    field = app.focus
    for pane in (app.frame.problems, app.frame.foot, app.frame.steps, app.frame.page):
        app.press(Key.Key_F6, NONE)
        assert pane is app.focus or pane.isAncestorOf(app.focus)
    assert app.focus is field


def test_opening_another_plan_closes_the_view(at_work: Open) -> None:
    """Another plan begins at its first step."""
    app = at_work(PLAN)
    app.press(Key.Key_1, CTRL | SHIFT)
    app.desk.files.read(PLANS["full"])
    app.settle()
    assert app.session.view == ""
    assert app.frame.page.heading.text() == all_steps()[0].question


def test_a_window_closed_at_a_view_remembers_the_preview(at_work: Open) -> None:
    """The panes of the next start are those of the steps."""
    app = at_work(PLAN)
    before = app.frame.across.sizes()
    app.press(Key.Key_1, CTRL | SHIFT)
    app.window.close()
    again = at_work(PLAN)
    assert again.frame.preview.isVisible()
    assert again.frame.across.sizes() == before


@pytest.mark.parametrize("view_id", [view.id for view in all_views()])
def test_every_view_has_a_page(qapp: object, view_id: str) -> None:
    """The module that bears the view's id makes its page."""
    page = page_of(view_id, Session())
    assert isinstance(page, ViewPage)
    page.end()
    page.deleteLater()


def test_no_page_is_imported_before_its_view_is_opened() -> None:
    """Starting the window imports the page of no view."""
    code = (
        "import sys\n"
        "from wizard.ui.desk import Desk\n"
        "import wizard.app.views.registry\n"
        "wizard.app.views.registry.all_views()\n"
        "print([name for name in sys.modules if name.startswith('wizard.ui.views.')])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_the_news_of_a_page_goes_with_the_page(at_work: Open) -> None:
    """What a view or a step has told is not said of the next one; while one stays, it stays."""
    app = at_work(PLAN)
    told = app.frame.foot.told
    app.press(Key.Key_3, CTRL | SHIFT)
    app.desk.shell.views.page(app.session.view).told.emit("Judged")
    app.session.set("name", "Changed")
    app.settle()
    assert (told.text(), told.toolTip()) == ("Judged", "Judged")
    app.press(Key.Key_2, CTRL)
    assert (told.text(), told.toolTip()) == ("", "")
    app.press(Key.Key_3, CTRL)
    app.desk.shell._pages["profile"].told.emit("Copied")
    app.press(Key.Key_1, CTRL | SHIFT)
    assert told.text() == ""


def test_the_news_of_the_whole_program_stays(at_work: Open) -> None:
    """That the plan is saved is true on the next page too."""
    app = at_work(PLAN)
    app.desk.shell.tell("Saved")
    app.press(Key.Key_1, CTRL | SHIFT)
    assert app.frame.foot.told.text() == "Saved"
    app.press(Key.Key_2, CTRL)
    assert app.frame.foot.told.text() == "Saved"
