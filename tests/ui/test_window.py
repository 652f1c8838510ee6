"""The window: steps, problems, preview, theme, menus."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.named import PLANS
from tests.ui.at_work import ALT, CTRL, NONE, SHIFT, AtWork, name_of
from wizard import __version__
from wizard.app import flow
from wizard.app.steps.registry import all_steps
from wizard.ui.steps.tag_table.view import TagTable
from wizard.ui.theme import Theme

Open = Callable[..., AtWork]
PLAN = PLANS["team-project"]


def spoken(app: AtWork) -> list[str]:
    """Return what assistive technology says of each step."""
    steps = app.frame.steps
    return [steps.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(all_steps()))]


def test_a_new_window_shows_the_first_step_and_puts_the_keyboard_into_its_first_field(at_work: Open) -> None:
    """The window opens where the work begins."""
    app = at_work()
    assert app.frame.page.heading.text() == all_steps()[0].question
    assert app.frame.page.isAncestorOf(app.focus)
    assert spoken(app) == [f"{step.title}, not answered yet" for step in all_steps()]
    assert not app.frame.foot.back.isEnabled()


def test_the_sketch_is_replaced_by_what_it_stands_for(at_work: Open) -> None:
    """What the first paint showed stands where it stood."""
    app = at_work()
    assert app.window.centralWidget() is app.frame
    assert app.frame.foot.next.text() == f"&Next: {all_steps()[1].title}"


def test_the_step_list_says_state_and_count_in_words(at_work: Open) -> None:
    """No state is told by colour alone."""
    app = at_work(PLAN)
    states = {state.step.title: state for state in flow.states(app.session)}
    for sentence in spoken(app):
        title, _comma, words = sentence.rpartition(", ")
        count = states[title].problems
        assert words in {"fine", "not answered yet", "1 problem", f"{count} problems"}
        assert (count > 0) == ("problem" in words)


@pytest.mark.parametrize("number", range(1, 7))
def test_control_and_a_number_go_to_a_step(at_work: Open, number: int) -> None:
    """Each step has its key, and the keyboard comes along."""
    app = at_work(PLAN)
    app.press(Qt.Key(Qt.Key.Key_0 + number), CTRL)
    assert app.frame.page.heading.text() == all_steps()[number - 1].question
    assert app.frame.page.isAncestorOf(app.focus)


@pytest.mark.parametrize(
    ("forward", "back"),
    [((Qt.Key.Key_Right, ALT), (Qt.Key.Key_Left, ALT)), ((Qt.Key.Key_PageDown, CTRL), (Qt.Key.Key_PageUp, CTRL))],
)
def test_keys_go_to_the_next_step_and_back(
    at_work: Open, forward: tuple[Qt.Key, Qt.KeyboardModifier], back: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    """Next and Back have keys, which stop at the ends."""
    app = at_work(PLAN)
    app.press(*forward, times=10)
    assert flow.current(app.session).id == "review"
    app.press(*back, times=10)
    assert flow.current(app.session).id == "okta"


def test_the_buttons_say_where_they_lead(at_work: Open) -> None:
    """Next names the next step, and is gone at the last one, where the page exports."""
    app = at_work(PLAN)
    foot = app.frame.foot
    for step in all_steps()[1:]:
        assert foot.next.text() == f"&Next: {step.title}"
        app.qtbot.mouseClick(foot.next, Qt.MouseButton.LeftButton)
        app.settle()
        assert flow.current(app.session) is step
    assert not foot.next.isVisible()
    assert not foot.export.isVisible()


def test_f6_walks_the_panes_and_comes_back_to_the_same_field(at_work: Open) -> None:
    """Every pane is reached in the order of the eye, and the page is found as it was left."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_Tab, times=2)
    field = app.focus
    panes = (app.frame.preview, app.frame.problems, app.frame.foot, app.frame.steps, app.frame.page)
    for pane in panes:
        app.press(Qt.Key.Key_F6)
        assert pane is app.focus or pane.isAncestorOf(app.focus)
    assert app.focus is field
    app.press(Qt.Key.Key_F6, SHIFT)
    assert app.focus is app.frame.steps


def test_arrows_in_the_step_list_change_the_step_and_stay(at_work: Open) -> None:
    """Who walks the list keeps the keyboard in it."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_F6, SHIFT)
    app.press(Qt.Key.Key_Down, times=2)
    assert flow.current(app.session) is all_steps()[2]
    assert app.focus is app.frame.steps


@pytest.mark.parametrize(("theme", "dark"), [(Theme.LIGHT, False), (Theme.DARK, True), (Theme.HIGH_CONTRAST, True)])
def test_a_theme_holds_at_once_and_at_the_next_start(at_work: Open, theme: Theme, dark: bool) -> None:
    """The menu changes the look of the open window, and the choice is remembered."""
    app = at_work(PLAN, None)
    words = {Theme.LIGHT: "Light", Theme.DARK: "Dark", Theme.HIGH_CONTRAST: "High contrast"}[theme]
    app.action(words).trigger()
    app.settle()
    background = app.window.palette().color(QPalette.ColorRole.Window).lightness()
    assert (background < 128) == dark
    app.window.close()
    again = at_work(PLAN, None)
    assert again.action(words).isChecked()
    assert (again.window.palette().color(QPalette.ColorRole.Window).lightness() < 128) == dark


def test_everything_is_in_sight_in_a_small_window(at_work: Open) -> None:
    """At 1024 by 640 no button and no pane is cut off."""
    app = at_work(PLAN)
    app.window.resize(1024, 640)
    app.settle()
    whole = app.window.rect()
    parts = (app.frame.foot.next, app.frame.foot.export, app.frame.preview.copy, app.frame.problems, app.frame.steps)
    for part in parts:
        corner = part.mapTo(app.window, part.rect().bottomRight())
        assert whole.contains(corner)
    assert app.window.minimumWidth() <= 1024
    assert app.window.minimumHeight() <= 640


def test_f1_lists_every_key_of_the_menus(at_work: Open) -> None:
    """The sheet of shortcuts is made from the menus, so that none is forgotten; the keys of lists are there too."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_F1)
    from PySide6.QtWidgets import QTableWidget

    table = app.dialog().findChild(QTableWidget)
    listed = {table.item(row, 0).text() for row in range(table.rowCount())}
    assert {action.text().replace("&", "") for action in app.desk.menus.actions()} <= listed
    assert [item.row() for item in table.selectedItems()] == [0, 0], "the keyboard has no row to begin from"
    keys = {key for row in range(table.rowCount()) for key in table.item(row, 1).text().split(", ")}
    assert {"Ins", "Del", "Alt+Up", "Alt+Down", "Ctrl+Space", "Tab", "Return"} <= keys
    app.press(Qt.Key.Key_Escape)


def test_everything_outside_the_pages_has_a_name(at_work: Open) -> None:
    """What takes the keyboard says what it is."""
    app = at_work(PLANS["many-roles"])
    app.desk.shell.previews.choose("trust")
    for _press in range(30):
        app.press(Qt.Key.Key_Tab)
        if not app.frame.page.isAncestorOf(app.focus):
            assert name_of(app.focus) not in {"", type(app.focus).__name__}


def test_the_title_names_the_file_and_marks_what_is_not_saved(at_work: Open) -> None:
    """The title follows the plan."""
    app = at_work(PLAN)
    assert app.window.windowTitle() == "team-project.yaml[*] — Session Tag Wizard"
    assert not app.window.isWindowModified()
    app.session.set("notes", "x", "change the notes")
    app.settle()
    assert app.window.isWindowModified()
    app.press(Qt.Key.Key_Z, CTRL | NONE)
    assert not app.window.isWindowModified()


def test_the_title_waits_while_the_plan_is_named(at_work: Open) -> None:
    """A screen reader speaks each title: one for every letter would drown the letters."""
    app = at_work()
    first = app.window.windowTitle()
    app.type("abc")
    assert app.plan.name == "abc"
    assert app.window.windowTitle() == first
    assert app.window.isWindowModified()
    app.qtbot.waitUntil(lambda: app.window.windowTitle().startswith("abc[*]"), timeout=10_000)


def test_the_page_is_heard_by_its_question(at_work: Open) -> None:
    """It is a group of that name to assistive technology, and no layered pane."""
    app = at_work(PLAN)
    heard = QAccessible.queryAccessibleInterface(app.frame.page.pages)
    assert heard.text(QAccessible.Text.Name) == app.frame.page.heading.text()
    assert heard.role() is not QAccessible.Role.LayeredPane


def test_about_names_the_version(at_work: Open) -> None:
    """The person who reports a defect finds the version in the Help menu."""
    app = at_work()
    app.action("About").trigger()
    assert __version__ in app.box().text()
    app.answer("Close")


def test_the_menus_keys_are_the_menus_in_any_field(at_work: Open) -> None:
    """No field takes a menu's keys for itself, as lines of text do with some of them."""
    app = at_work(PLAN)
    actions = [action for action in app.desk.menus.actions() if action.isEnabled()]
    for action in actions:
        action.triggered.disconnect()
    ran: list[str] = []
    for action in actions:
        action.triggered.connect(partial(ran.append, action.text()))
    app.tab_to("Notes")
    for field in (app.focus, app.frame.page.pages.currentWidget().findChild(QLineEdit)):
        field.setFocus()
        for action in actions:
            for keys in action.shortcuts():
                ran.clear()
                combination = keys[0]
                QTest.keyClick(app.window.windowHandle(), combination.key(), combination.keyboardModifiers())
                app.settle()
                assert ran == [action.text()], keys.toString()


@pytest.mark.parametrize("width", [960, 1000, 1280])
def test_the_headers_of_the_tag_table_are_whole(at_work: Open, width: int) -> None:
    """In the smallest window too, every column of the tag table can be seen without scrolling, with its whole title."""
    app = at_work(PLANS["team-project"])
    app.window.resize(width, 700)
    app.press(Qt.Key(Qt.Key.Key_1 + [step.id for step in all_steps()].index("tags")), CTRL)
    (table,) = app.frame.findChildren(TagTable)
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    for column in table.seen_columns():
        assert header.sectionSize(column) >= header.sectionSizeHint(column)
