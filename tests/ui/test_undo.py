"""Undo in words, wherever the keyboard is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from tests.named import PLANS
from tests.ui.at_work import ALT, CTRL, SHIFT, AtWork
from wizard.plan.edit import inserted
from wizard.plan.model import Tag

Open = Callable[..., AtWork]
PLAN = PLANS["team-project"]


def add_by_key(app: AtWork, key: Qt.Key) -> None:
    """Press the key of a button that adds; Qt shows it pressed for a moment before it does."""
    app.press(key, ALT)
    app.qtbot.waitUntil(lambda: app.session.undo_words is not None)
    app.settle()


def test_undo_is_the_plans_own_in_every_field(at_work: Open) -> None:
    """The keys of undo take back the plan's edit, worded in the menu, not the letters of one field."""
    app = at_work(PLAN)
    app.retype("Teams")
    assert app.plan.name == "Teams"
    undo = app.action("Undo")
    assert undo.isEnabled()
    app.press(Qt.Key.Key_Z, CTRL)
    assert app.plan.name == "Team and project access"
    assert app.focus.property("text") == "Team and project access"
    app.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert app.plan.name == "Teams"


def test_the_menu_of_a_field_undoes_the_plans_edit_in_words(at_work: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """A field has no history of its own: its menu, too, says which edit is taken back."""
    app = at_work(PLAN)
    app.retype("Teams")
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: opened.append(menu))
    for name in ("Plan name", "Notes"):
        field = app.tab_to(name)
        target = field.viewport() if isinstance(field, QPlainTextEdit) else field
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), target.mapToGlobal(QPoint(5, 5)))
        app.app.sendEvent(target, asked)
        words = [action.text() for action in opened[-1].actions()]
        assert words[:2] == ["&Undo change Plan name", "&Redo"]
        assert "Select All" in words[-1]
    opened[-1].actions()[0].trigger()
    assert app.plan.name == "Team and project access"


def test_undo_says_what_it_took_back(at_work: Open) -> None:
    """What is undone may lie on another step, so it is said."""
    app = at_work(PLAN)
    app.session.edit(inserted(app.plan, "tags", Tag("added", "user.added")), "add tag added")
    app.settle()
    assert app.action("Undo").text() == "&Undo add tag added"
    app.press(Qt.Key.Key_Z, CTRL)
    assert app.frame.foot.told.text() == "Undone: add tag added"
    app.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert app.frame.foot.told.text() == "Done again: add tag added"


def test_what_can_be_undone_is_named_on_one_line(at_work: Open) -> None:
    """The words of an edit hold a name as it is written, whatever signs are in it."""
    app = at_work(PLANS["team-project"])
    app.session.edit(inserted(app.plan, "tags", Tag("a", "b")), "add tag te\u202eam\n")
    app.settle()
    assert app.action("Undo").text() == "&Undo add tag te<U+202E>am<U+000A>"
    app.press(Qt.Key.Key_Z, CTRL)
    assert app.frame.foot.told.text() == "Undone: add tag te<U+202E>am<U+000A>"


def test_undo_names_a_tag_that_was_just_added(at_work: Open) -> None:
    """The addition and the typing of its key are undone together, by the key."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_2, CTRL)
    add_by_key(app, Qt.Key.Key_A)
    app.type("department")
    assert app.action("Undo").text() == "&Undo add tag department"
    app.press(Qt.Key.Key_Return)
    assert app.action("Undo").text() == "&Undo add tag department"
    app.press(Qt.Key.Key_Z, CTRL)
    assert app.frame.foot.told.text() == "Undone: add tag department"
    assert not app.session.unsaved


def test_escape_in_the_key_of_a_new_tag_leaves_the_tag(at_work: Open) -> None:
    """The cell is empty again, and the tag waits for its key."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_2, CTRL)
    add_by_key(app, Qt.Key.Key_A)
    app.type("dep")
    app.press(Qt.Key.Key_Escape)
    assert [tag.key for tag in app.plan.tags] == ["team", "project", ""]
    assert app.action("Undo").text() == "&Undo add a tag"


@pytest.mark.parametrize(
    ("step", "add", "words"),
    [
        (Qt.Key.Key_4, Qt.Key.Key_R, "&Undo add role new"),
        (Qt.Key.Key_5, Qt.Key.Key_G, "&Undo add grant new"),
        (Qt.Key.Key_3, Qt.Key.Key_A, "&Undo add person new"),
    ],
)
def test_undo_names_an_entry_that_was_just_added(at_work: Open, step: Qt.Key, add: Qt.Key, words: str) -> None:
    """So it is with roles, grants and people, wherever the focus was before."""
    app = at_work(PLAN)
    app.press(step, CTRL)
    add_by_key(app, add)
    app.type("new")
    assert app.action("Undo").text() == words
    app.press(Qt.Key.Key_Tab)
    assert app.action("Undo").text() == words
    app.press(Qt.Key.Key_Z, CTRL)
    assert not app.session.unsaved
