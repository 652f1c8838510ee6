"""The preview beside the pages: it follows, keeps its place, wraps, copies, and leads to fields."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.named import PLANS
from tests.ui.at_work import CTRL, SHIFT, AtWork
from wizard.app import flow
from wizard.frozen import replace
from wizard.plan.edit import inserted
from wizard.plan.model import Person, Tag

Open = Callable[..., AtWork]
PLAN = PLANS["team-project"]


def test_the_preview_follows_every_key(at_work: Open) -> None:
    """What is typed stands in the preview before the next key."""
    app = at_work(PLAN)
    app.session.set("people[0].profile.team", "plätform", "change the profile")
    app.settle()
    assert ">plätform<" in app.frame.preview.text.toPlainText()


def test_the_preview_marks_what_an_edit_changed_and_nothing_else(at_work: Open) -> None:
    """Only the changed line is marked; opening a plan or another preview marks none."""
    app = at_work(PLAN)
    text = app.frame.preview.text
    assert text.extraSelections() == []
    app.session.set("people[0].profile.team", "data", "change the profile")
    app.settle()
    marked = [selection.cursor.block().text().strip() for selection in text.extraSelections()]
    assert len(marked) == 1
    assert ">data<" in marked[0]
    app.desk.shell.previews.choose("rows")
    assert text.extraSelections() == []


def test_the_preview_keeps_its_place_while_it_changes(at_work: Open) -> None:
    """Typing does not scroll the preview."""
    app = at_work(PLANS["fifty-tags"])
    text = app.frame.preview.text
    text.wrap(wraps=False)
    text.verticalScrollBar().setValue(40)
    text.horizontalScrollBar().setValue(55)
    app.session.edit(inserted(app.plan, "tags", Tag("added", "user.added"), 0), "add tag")
    app.settle()
    assert (text.verticalScrollBar().value(), text.horizontalScrollBar().value()) == (40, 55)


def test_long_lines_of_the_preview_wrap_and_keep_their_numbers(at_work: Open) -> None:
    """A line that is too long goes on below; the next line's number stands beside the next line."""
    app = at_work(PLAN)
    text = app.frame.preview.text
    assert text.wraps
    assert text.horizontalScrollBar().maximum() == 0
    second = text.document().findBlockByNumber(1)
    assert text.document().firstBlock().lineCount() > 1
    top = text.blockBoundingGeometry(second).translated(text.contentOffset()).top()
    picture = text._gutter.grab().toImage()
    rows = [
        row
        for row in range(round(text.fontMetrics().height() * 2))
        if any(picture.pixelColor(column, row) != picture.pixelColor(0, 0) for column in range(picture.width()))
    ]
    assert max(rows) < top


def test_two_previews_stand_below_each_other_and_both_follow(at_work: Open) -> None:
    """What Okta shows, beside what AWS receives: by key, by Copy and search where the keyboard is, by F6."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_D, CTRL | SHIFT)
    first, second = app.frame.preview, app.frame.second
    assert second is not None
    assert second.isVisible()
    assert app.action("Split the preview").isChecked()
    app.session.set("tags[0].key", "squad", "change the key")
    app.settle()
    assert "PrincipalTag:squad" in first.text.toPlainText()
    assert "PrincipalTag:squad" in second.text.toPlainText()
    assert ">user.team<" in second.text.toPlainText()
    assert not second.person.isVisible()
    second.text.setFocus()
    app.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert ">user.team<" in QGuiApplication.clipboard().text()
    app.press(Qt.Key.Key_F, CTRL)
    assert second.search.isVisible()
    assert not first.search.isVisible()
    app.press(Qt.Key.Key_F6, SHIFT)
    assert first.isAncestorOf(app.focus)
    app.press(Qt.Key.Key_F6)
    assert second.isAncestorOf(app.focus)


def test_one_preview_again_has_the_whole_room(at_work: Open) -> None:
    """The same keys take the second away; a view hides both."""
    app = at_work(PLAN)
    keys = (Qt.Key.Key_D, CTRL | SHIFT)
    room = app.frame.preview.height()
    app.press(*keys)
    second = app.frame.second
    assert second is not None
    app.desk.shell.look("diagram")
    app.settle()
    assert not app.frame.preview.isVisible()
    assert not second.isVisible()
    app.desk.shell.go("tags")
    app.press(*keys)
    assert not second.isVisible()
    assert app.frame.preview.height() == room


def test_the_second_preview_is_remembered(at_work: Open) -> None:
    """With what it showed, and without a change of the widths."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert app.desk.shell.second.presenter is not None
    app.desk.shell.second.presenter.choose("trust")
    widths = app.frame.across.sizes()
    app.window.close()
    again = at_work(PLAN)
    assert again.frame.second is not None
    assert '"sts:TagSession"' in again.frame.second.text.toPlainText()
    assert again.frame.across.sizes() == widths
    assert again.action("Split the preview").isChecked()


def test_wrapping_is_turned_off_by_key_and_remembered(at_work: Open) -> None:
    """Its keys let long lines run out of sight, now and at the next start."""
    app = at_work(PLAN)
    assert app.action("Wrap lines").isChecked()
    app.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert app.frame.preview.text.horizontalScrollBar().maximum() > 0
    app.window.close()
    again = at_work(PLAN)
    assert not again.frame.preview.text.wraps
    assert not again.action("Wrap lines").isChecked()


@pytest.mark.parametrize("kind", ["okta-preview", "assertion", "rows", "trust", "permissions"])
def test_the_text_shown_is_the_whole_text_after_any_edit(at_work: Open, kind: str) -> None:
    """Replacing only the changed lines leaves the same text as writing all of it."""
    app = at_work(PLAN)
    presenter = app.desk.shell.previews
    presenter.choose(kind)
    plan = app.plan
    variants = [
        inserted(plan, "tags", Tag("a", "user.a"), 0),
        inserted(plan, "tags", Tag("z", "user.z")),
        replace(plan, tags=plan.tags[:1]),
        replace(plan, tags=()),
        replace(plan, tags=plan.tags[1:]),
        plan,
    ]
    for variant in variants:
        app.session.edit(variant, "change")
        app.settle()
        assert app.frame.preview.text.toPlainText() == presenter.shown.text.rstrip("\n")


def test_copy_copies_and_says_what(at_work: Open) -> None:
    """Ctrl+Shift+C copies the text that is looked at and names it."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == app.desk.shell.previews.shown.copied
    assert app.frame.foot.told.text() == "Copied: SAML as AWS receives it"


def test_the_person_is_chosen_beside_the_preview(at_work: Open) -> None:
    """Another person's values are shown once that person is chosen."""
    app = at_work(PLAN)
    bob = Person("bob@example.com", (("team", "data"), ("project", "gemini")))
    app.session.edit(inserted(app.plan, "people", bob), "add bob")
    app.settle()
    person = app.frame.preview.person
    person.setCurrentIndex(1)
    person.activated.emit(1)
    app.settle()
    assert ">gemini<" in app.frame.preview.text.toPlainText()
    app.desk.shell.previews.choose("okta-preview")
    assert not person.isVisible()


def test_a_role_and_an_account_are_chosen_where_there_are_several(at_work: Open) -> None:
    """A trust policy is that of the chosen account and role."""
    app = at_work(PLANS["many-roles"])
    app.desk.shell.previews.choose("trust")
    part = app.frame.preview.part
    assert part.isVisible()
    part.setCurrentIndex(part.count() - 1)
    part.activated.emit(part.count() - 1)
    assert app.plan.aws.accounts[-1] in app.frame.preview.text.toPlainText()


def test_two_clicks_on_a_line_lead_to_the_field_that_made_it(at_work: Open) -> None:
    """The preview is a way into the plan."""
    app = at_work(PLAN)
    app.desk.shell.previews.choose("okta-preview")
    lines = app.frame.preview.text.toPlainText().split("\n")
    app.frame.preview.text.line_asked.emit(next(at for at, line in enumerate(lines) if "user.project" in line))
    app.settle()
    assert flow.current(app.session).id == "tags"
