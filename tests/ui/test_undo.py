"""Undo in words, wherever the keyboard is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from tests.named import PLANS
from tests.ui.at_work import CTRL, SHIFT, AtWork
from wizard.plan.edit import inserted
from wizard.plan.model import Tag

Open = Callable[..., AtWork]
PLAN = PLANS["team-project"]


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
