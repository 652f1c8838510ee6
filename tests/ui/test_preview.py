"""The preview pane: what can be chosen, searched, explained, and where a line leads."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.named import PLANS
from tests.ui.at_work import CTRL, SHIFT, AtWork, name_of
from wizard.app import flow
from wizard.app.line_changes import Sign
from wizard.app.previews import all_previews
from wizard.frozen import replace
from wizard.ui.preview_changes import PreviewChanges
from wizard.ui.preview_gutter import Gutter
from wizard.ui.preview_text import PreviewText

Open = Callable[..., AtWork]
PLAN = PLANS["team-project"]


def text_of(app: AtWork) -> PreviewText:
    """Return the preview's text."""
    return app.frame.preview.text


def line_with(app: AtWork, words: str) -> int:
    """Return the first line that holds the words."""
    return next(at for at, line in enumerate(text_of(app).toPlainText().split("\n")) if words in line)


def rest(app: AtWork) -> None:
    """Wait until the signs are drawn."""
    app.qtbot.wait(PreviewChanges.REST + 50)
    app.settle()


def click(app: AtWork, line: int) -> None:
    """Click on a line, at its end."""
    text = text_of(app)
    text.go_to_line(line)
    app.settle()
    place = text.cursorRect().center() + QPoint(3, 0)
    app.qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_every_file_of_the_bundle_is_in_the_choice(at_work: Open) -> None:
    """Whatever is exported can be looked at first, and its colours follow its kind."""
    app = at_work(PLAN)
    kind = app.frame.preview.kind
    assert [kind.itemData(row) for row in range(kind.count())] == [preview.id for preview in all_previews()]
    for preview in all_previews():
        app.desk.shell.previews.choose(preview.id)
        app.settle()
        assert text_of(app).toPlainText() or app.frame.preview.note.isVisible()


def test_a_click_on_a_line_leads_to_the_field_that_made_it(at_work: Open) -> None:
    """The step is opened and the keyboard is in the field."""
    app = at_work(PLAN)
    app.desk.shell.previews.choose("trust")
    app.settle()
    click(app, line_with(app, "saml-provider/Okta"))
    app.qtbot.waitUntil(lambda: flow.current(app.session).id == "aws", timeout=5000)
    app.settle()
    assert app.frame.page.isAncestorOf(app.focus)
    assert app.focus.property("text") == "Okta"


def test_enter_on_a_line_leads_to_the_field_too(at_work: Open) -> None:
    """The keyboard goes the same way as the mouse."""
    app = at_work(PLAN)
    text_of(app).setFocus()
    text_of(app).go_to_line(line_with(app, "PrincipalTag:project"))
    app.press(Qt.Key.Key_Return)
    app.qtbot.waitUntil(lambda: flow.current(app.session).id == "tags", timeout=5000)
    assert app.frame.page.isAncestorOf(app.focus)


def test_a_line_that_no_field_makes_says_so_and_leads_nowhere(at_work: Open) -> None:
    """A checksum and a bracket are nobody's field."""
    app = at_work(PLAN)
    app.desk.shell.previews.choose("manifest.json")
    app.settle()
    at = flow.current(app.session)
    click(app, 3)
    app.settle()
    assert app.frame.foot.told.text() == "No field of the plan makes this line"
    assert flow.current(app.session) is at


def test_dragging_over_a_line_selects_and_leads_nowhere(at_work: Open) -> None:
    """Whoever wants to copy a part is not sent away."""
    app = at_work(PLAN)
    text = text_of(app)
    asked: list[int] = []
    text.line_asked.connect(asked.append)
    app.qtbot.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
    app.qtbot.mouseMove(text.viewport(), QPoint(120, 8))
    app.qtbot.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, 8))
    assert text.textCursor().hasSelection()
    assert asked == []


def test_the_search_follows_what_changes_while_a_view_is_looked_at(at_work: Open) -> None:
    """Back from the view F3 goes to what is there now; places of the text before would lie beyond its end."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_F, CTRL)
    app.type("project")
    search, text = app.frame.preview.search, app.frame.preview.text
    app.desk.shell.look("matrix")
    app.settle()
    app.session.edit(replace(app.plan, tags=()), "remove the tags")
    app.settle()
    app.desk.shell.go("tags")
    app.settle()
    app.press(Qt.Key.Key_F3)
    assert "project" not in text.toPlainText()
    assert search.count.text() == "not found"
    assert not text.textCursor().hasSelection()


def test_control_f_finds_counts_goes_around_and_escape_leads_back(at_work: Open) -> None:
    """The search is used without the mouse, and says where it is."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_F, CTRL)
    search = app.frame.preview.search
    assert app.focus is search.line
    app.type("principaltag")
    assert search.count.text() == "1 of 2"
    app.press(Qt.Key.Key_Return)
    assert search.count.text() == "2 of 2"
    app.press(Qt.Key.Key_F3)
    assert search.count.text() == "1 of 2"
    assert app.frame.foot.told.text() == "1 of 2; the search began again at the top"
    app.press(Qt.Key.Key_F3, SHIFT)
    assert search.count.text() == "2 of 2"
    app.press(Qt.Key.Key_Escape)
    assert not search.isVisible()
    assert app.focus is text_of(app)
    assert text_of(app).textCursor().selectedText() == "PrincipalTag"
    assert text_of(app).extraSelections() == []


def test_what_is_not_there_is_said(at_work: Open) -> None:
    """The count says that nothing was found, and the buttons lead nowhere."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_F, CTRL)
    app.type("nowhere")
    search = app.frame.preview.search
    assert search.count.text() == "not found"
    assert not search.next.isEnabled()


def test_the_search_follows_the_text(at_work: Open) -> None:
    """What an edit brings into the preview is counted."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_F, CTRL)
    app.type("gemini")
    assert app.frame.preview.search.count.text() == "not found"
    app.session.set("people[0].profile.team", "gemini", "change the profile")
    app.settle()
    assert app.frame.preview.search.count.text() == "1"


def test_changed_lines_have_a_sign_and_say_what_stood_there(at_work: Open, tmp_path: Path) -> None:
    """Since the plan was opened or saved, whichever was later; saving takes the signs away."""
    app = at_work(PLAN)
    text, line = text_of(app), app.frame.preview.changes
    assert not text.marks
    app.session.set("people[0].profile.team", "data", "change the profile")
    rest(app)
    [(number, mark)] = text.marks.items()
    assert mark.sign is Sign.CHANGED
    assert ">data<" in text.document().findBlockByNumber(number).text()
    assert line.words.text() == "1 line changed since the plan was opened"
    assert text.words_of(mark).startswith("Changed since the plan was opened. Before:\n<saml2:AttributeValue")
    assert ">platform<" in text.words_of(mark)
    app.session.saved(tmp_path / "plan.yaml")
    app.settle()
    assert not text.marks
    assert not line.isVisible()


def test_changes_count_from_the_export_too(at_work: Open, tmp_path: Path) -> None:
    """After an export the signs begin anew, and a new tag's lines are added ones."""
    app = at_work(PLAN)
    app.session.set("people[0].profile.team", "data", "change the profile")
    app.session.bundled(app.plan, tmp_path / "bundle")
    rest(app)
    assert not text_of(app).marks
    tag = replace(app.plan.tags[0], key="cost-centre")
    app.session.edit(replace(app.plan, tags=(*app.plan.tags, tag)), "add tag")
    rest(app)
    assert {mark.sign for mark in text_of(app).marks.values()} == {Sign.ADDED}
    assert app.frame.preview.changes.words.text() == "4 lines changed since the bundle was exported"


def test_the_keyboard_goes_from_change_to_change_and_hears_them(at_work: Open) -> None:
    """A sign is found and read without the mouse."""
    app = at_work(PLAN)
    app.session.set("people[0].profile.project", "gemini", "change the profile")
    app.session.set("people[0].profile.team", "data", "change the profile")
    rest(app)
    first, second = sorted(text_of(app).marks)
    app.frame.preview.changes.next.click()
    assert text_of(app).textCursor().blockNumber() == first
    assert "Before:" in app.frame.foot.told.text()
    app.frame.preview.changes.next.click()
    assert text_of(app).textCursor().blockNumber() == second
    app.frame.preview.changes.next.click()
    assert text_of(app).textCursor().blockNumber() == first
    app.frame.preview.changes.before.click()
    assert text_of(app).textCursor().blockNumber() == second


def point_at(text: PreviewText, place: QPoint) -> None:
    """Bring the pointer over the text, to a place in it."""
    for at in (place - QPoint(1, 0), place):
        QTest.mouseMove(text.viewport(), at)
        QApplication.processEvents()


def test_resting_on_a_name_explains_it(at_work: Open, qapp: QApplication) -> None:
    """The tooltip says what AWS does with the attribute, and where the plan gets it from."""
    app = at_work(PLAN)
    text = text_of(app)
    text.go_to_line(line_with(app, "PrincipalTag:team"))
    place = text.cursorRect().center() + QPoint(40, 0)
    point_at(text, place)
    qapp.sendEvent(text.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, text.viewport().mapToGlobal(place)))
    assert "The session tag “team”" in QToolTip.text()
    assert "user.team" in QToolTip.text()
    QToolTip.hideText()


def test_resting_on_a_sign_tells_what_stood_there(at_work: Open) -> None:
    """The tooltip beside a changed line says what the line was before, and there is none beside any other."""
    app = at_work(PLAN)
    text = text_of(app)
    app.session.set("people[0].profile.team", "data", "change the profile")
    rest(app)
    text.go_to_line(min(text.marks))
    gutter = next(child for child in text.children() if isinstance(child, Gutter))
    for height, said in ((text.cursorRect().center().y(), "platform"), (3, "")):
        for step in (1, 0):
            QTest.mouseMove(gutter, QPoint(4, height + step))
            QApplication.processEvents()
        assert said in gutter.toolTip()
        assert bool(gutter.toolTip()) is bool(said)


def test_a_preview_that_takes_long_follows_when_the_typing_rests(
    at_work: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long runbook does not hold up the keys, and is right a moment later."""
    app = at_work(PLAN)
    app.desk.shell.previews.choose("README.md")
    monkeypatch.setattr(app.desk.shell.previews, "_slow", True)
    app.session.set("name", "Renamed", "change the name")
    app.settle()
    assert "Renamed" not in text_of(app).toPlainText()
    app.qtbot.waitUntil(lambda: "# Renamed" in text_of(app).toPlainText(), timeout=3000)


def test_everything_new_in_the_pane_is_reached_by_tab_and_has_a_name(at_work: Open) -> None:
    """The search and the way from change to change need no mouse."""
    app = at_work(PLAN)
    app.session.set("people[0].profile.team", "data", "change the profile")
    rest(app)
    app.press(Qt.Key.Key_F, CTRL)
    app.type("team")
    names = []
    for _press in range(6):
        app.press(Qt.Key.Key_Tab)
        names.append(name_of(app.focus))
    assert names[:5] == [
        "Find the one before (Shift+F3)",
        "Find the next one (F3)",
        "Close the search (Esc)",
        "Change before",
        "Next change",
    ]


def test_every_person_to_choose_stands_on_one_line(at_work: Open) -> None:
    """A login with line ends, or with signs that are not seen, is shown as it is written."""
    app = at_work(PLANS["hostile"])
    person = app.frame.preview.person
    entries = [person.itemText(row) for row in range(person.count())]
    assert "<U+202E>" in entries[0]
    assert all(text.isprintable() for text in entries)
