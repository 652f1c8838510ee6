"""The command palette: everything by keyboard, from anywhere."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.named import PLANS
from tests.ui.at_work import CTRL, AtWork
from wizard.app import flow
from wizard.app.palette import Kind
from wizard.ui.palette import Palette, PaletteDialog

Open = Callable[..., AtWork]
PLAN = PLANS["team-project"]


def palette(app: AtWork) -> PaletteDialog:
    """Open the palette by its key."""
    app.press(Qt.Key.Key_K, CTRL)
    dialog = app.dialog()
    assert isinstance(dialog, PaletteDialog)
    app.qtbot.waitUntil(lambda: app.app.focusWidget() is dialog.line)
    return dialog


def pick(app: AtWork, asked: str) -> None:
    """Find an entry and take the first."""
    palette(app)
    app.type(asked)
    app.press(Qt.Key.Key_Return)
    app.qtbot.waitUntil(lambda: app.app.activeWindow() is app.window)
    app.settle()


def test_a_step_a_view_a_tag_and_a_file_are_gone_to(at_work: Open) -> None:
    """Some letters and Enter lead there, with the keyboard in the right place."""
    app = at_work(PLAN)
    pick(app, "review")
    assert flow.current(app.session).id == "review"
    pick(app, "who can")
    assert app.session.view == "matrix"
    pick(app, "project tag")
    assert (app.session.view, flow.current(app.session).id) == ("", "tags")
    assert app.frame.page.isAncestorOf(app.focus)
    pick(app, "runbook")
    assert app.desk.shell.previews.kind == "README.md"
    assert app.focus is app.frame.preview.text


def test_a_file_is_shown_from_a_view_too(at_work: Open) -> None:
    """The preview steps aside for a view, and comes back when it is asked for."""
    app = at_work(PLAN)
    app.session.look("people")
    app.settle()
    pick(app, "manifest")
    assert app.frame.preview.isVisible()
    assert app.desk.shell.previews.kind == "manifest.json"


def test_an_action_is_done_by_its_words(at_work: Open) -> None:
    """Undo is in it with what it undoes, and is done."""
    app = at_work(PLAN)
    app.session.set("name", "Other", "change the plan's name")
    app.settle()
    pick(app, "undo change")
    assert app.plan.name == "Team and project access"


def test_a_problem_leads_to_its_field(at_work: Open) -> None:
    """Its rule's id is enough to find it."""
    app = at_work(PLAN)
    app.session.set("tags[1].key", "proj&ct", "change the key")
    app.settle()
    pick(app, "TAG103")
    assert flow.current(app.session).id == "tags"


def test_the_arrows_walk_while_the_line_keeps_the_keyboard_and_escape_leaves(at_work: Open) -> None:
    """Nothing is done by leaving, and the keyboard is back where it was."""
    app = at_work(PLAN)
    before = app.focus
    dialog = palette(app)
    app.press(Qt.Key.Key_Down, times=3)
    assert dialog.list.currentRow() == 3
    app.press(Qt.Key.Key_Up)
    assert dialog.list.currentRow() == 2
    assert app.focus is dialog.line
    app.press(Qt.Key.Key_Escape)
    app.qtbot.waitUntil(lambda: app.app.focusWidget() is before)


def test_what_is_not_there_is_said_and_enter_does_nothing(at_work: Open) -> None:
    """An empty list says so in words."""
    app = at_work(PLAN)
    dialog = palette(app)
    app.type("qqqq")
    assert dialog.none.isVisible()
    app.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    app.press(Qt.Key.Key_Escape)


def test_what_was_used_last_is_first_and_names_of_the_plan_are_not_kept(at_work: Open) -> None:
    """The settings remember steps and actions, and nothing of the plan."""
    app = at_work(PLAN)
    pick(app, "access")
    pick(app, "tag project")
    dialog = palette(app)
    first = dialog.list.item(0).text()
    assert first == "Access"
    app.press(Qt.Key.Key_Escape)
    assert "project" not in app.desk.settings.text("palette/lately", "")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_deed(at_work: Open, kind: Kind) -> None:
    """Whatever stands in the palette can be taken."""
    app = at_work(PLAN)
    menus = app.desk.menus
    known = Palette(app.desk.shell, menus.commands(), app.desk.settings)
    entry = next(entry for entry in known.known() if entry.kind is kind and entry.title != "Quit")
    if kind is not Kind.ACTION:
        known.do(entry)
    app.settle()


def test_every_menu_entry_is_in_the_palette(at_work: Open) -> None:
    """What a menu can do is found by its words, and no name is there twice."""
    app = at_work(PLAN)
    titles = [title for _action, title in app.desk.menus.commands()]
    assert "Theme › Dark" in titles
    assert "Save as…" in titles
    assert "Open recent › Clear this list" in titles
    assert len(set(titles)) == len(titles)
    names = [action.data() for action, _title in app.desk.menus.commands()]
    assert len(set(names)) == len(names)


def test_the_languages_are_found_though_their_menu_is_filled_late(at_work: Open) -> None:
    """Their menu opens in the window, with every language in it."""
    app = at_work(PLAN)
    palette(app)
    app.type("language")
    app.press(Qt.Key.Key_Return)
    app.qtbot.waitUntil(lambda: app.app.activePopupWidget() is app.desk.menus.languages)
    assert "Deutsch" in {action.text() for action in app.desk.menus.languages.actions()}
    app.desk.menus.languages.close()
