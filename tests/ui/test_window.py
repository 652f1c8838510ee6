"""The window: steps, problems, preview, theme, menus."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from tests.named import PLANS
from tests.ui.at_work import ALT, CTRL, NONE, SHIFT, AtWork, name_of
from wizard import __version__
from wizard.app import flow
from wizard.app.steps.registry import all_steps
from wizard.frozen import replace
from wizard.plan.edit import inserted
from wizard.plan.model import Person, Tag
from wizard.ui.steps.tag_table.view import TagTable
from wizard.ui.theme import Theme

Open = Callable[..., AtWork]
PLAN = PLANS["team-project"]


def texts(app: AtWork) -> list[str]:
    """Return the rows of the problem list."""
    rows = app.frame.problems.list
    return [rows.item(row).text() for row in range(rows.count())]


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
    assert app.frame.foot.next.text() == "&Next: Tags"


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
    assert flow.current(app.session).id == "profile"
    assert app.focus is app.frame.steps


def test_enter_on_a_problem_leads_to_its_field(at_work: Open, tmp_path: Path) -> None:
    """A problem is one key away from where it is mended."""
    app = at_work(PLAN)
    app.session.set("tags[1].key", "proj&ct", "change the key")
    app.settle()
    row = next(at for at, text in enumerate(texts(app)) if text.startswith("Tags › proj&ct"))
    app.frame.problems.list.setFocus()
    app.frame.problems.list.setCurrentRow(row)
    app.press(Qt.Key.Key_Return)
    assert flow.current(app.session).id == "tags"
    assert app.frame.page.isAncestorOf(app.focus)


def test_fix_applies_the_cure_and_can_be_undone(at_work: Open) -> None:
    """The cure of the chosen problem is one press, and one undo takes it back."""
    app = at_work(PLAN)
    app.session.set("tags[1].key", "proj&ct", "change the key")
    app.settle()
    problems = app.frame.problems
    row = next(at for at, text in enumerate(texts(app)) if text.startswith("Tags › proj&ct"))
    problems.list.setCurrentRow(row)
    app.settle()
    assert problems.fix.isVisible()
    before = len(texts(app))
    app.qtbot.mouseClick(problems.fix, Qt.MouseButton.LeftButton)
    app.settle()
    assert app.plan.tags[1].key != "proj&ct"
    assert len(texts(app)) < before
    app.press(Qt.Key.Key_Z, CTRL)
    assert app.plan.tags[1].key == "proj&ct"


def test_all_safe_cures_are_one_press_and_one_undo(at_work: Open) -> None:
    """What may have been meant otherwise stays; the words of undo tell how many there were."""
    app = at_work(PLAN)
    problems = app.frame.problems
    assert not problems.fix_all.isVisible()
    app.session.set("aws.accounts", ("111122223333", "111122223333", "4444-5555-6666"), "change the accounts")
    app.session.set("tags[1].key", "proj&ct", "change the key")
    app.settle()
    before = app.plan
    assert problems.fix_all.text() == "Fix all 2 &safe ones"
    app.qtbot.mouseClick(problems.fix_all, Qt.MouseButton.LeftButton)
    app.settle()
    assert app.plan.aws.accounts == ("111122223333", "444455556666")
    assert app.plan.tags[1].key == "proj&ct"
    assert app.frame.foot.told.text() == "Fixed 2 problems; undo takes them back"
    assert app.action("Undo").text() == "&Undo fix 2 problems"
    app.press(Qt.Key.Key_Z, CTRL)
    assert app.plan == before


def test_all_safe_cures_have_keys_and_say_where_there_is_none(at_work: Open) -> None:
    """Ctrl+Shift+P on a plan without a safe cure changes nothing."""
    app = at_work(PLAN)
    before = app.plan
    app.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert app.plan is before
    assert app.frame.foot.told.text() == "No problem has a fix that is safe to apply unasked"


def test_problems_come_weightiest_first_with_a_word(at_work: Open) -> None:
    """The list begins with what stops the export, and says each weight in a word."""
    app = at_work(PLANS["hostile"])
    rows = app.frame.problems.list
    words = [rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole).partition(":")[0] for row in range(rows.count())]
    order = {"Error": 0, "Warning": 1, "Note": 2}
    assert words == sorted(words, key=order.__getitem__)
    assert words[0] == "Error"


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


def test_wrapping_is_turned_off_by_key_and_remembered(at_work: Open) -> None:
    """Alt+Z lets long lines run out of sight, now and at the next start."""
    app = at_work(PLAN)
    assert app.action("Wrap lines").isChecked()
    app.press(Qt.Key.Key_Z, ALT)
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
    """The sheet of shortcuts is made from the menus, so that none is forgotten."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_F1)
    from PySide6.QtWidgets import QTableWidget

    table = app.dialog().findChild(QTableWidget)
    listed = {table.item(row, 0).text() for row in range(table.rowCount())}
    assert {action.text().replace("&", "") for action in app.desk.menus.actions()} <= listed
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


def test_about_names_the_version(at_work: Open) -> None:
    """The person who reports a defect finds the version in the Help menu."""
    app = at_work()
    app.action("About").trigger()
    assert __version__ in app.box().text()
    app.answer("Close")


def test_the_problem_pane_gives_way_to_the_review(at_work: Open) -> None:
    """The review lists the findings itself, so they do not stand there twice."""
    app = at_work(PLAN)
    assert app.frame.problems.isVisible()
    app.press(Qt.Key.Key_6, CTRL)
    assert not app.frame.problems.isVisible()
    app.press(Qt.Key.Key_1, CTRL)
    assert app.frame.problems.isVisible()


def test_export_opens_from_any_step_and_leads_to_the_first_problem(at_work: Open) -> None:
    """What stops the export is one press away from its field."""
    app = at_work(PLAN)
    app.session.set("tags[1].key", "proj&ct", "change the key")
    app.settle()
    app.press(Qt.Key.Key_E, CTRL)
    app.answer("Show first problem")
    assert flow.current(app.session).id == "tags"
    assert app.frame.page.isAncestorOf(app.focus)


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
    app.press(Qt.Key.Key_2, CTRL)
    (table,) = app.frame.findChildren(TagTable)
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    for column in table.seen_columns():
        assert header.sectionSize(column) >= header.sectionSizeHint(column)


def test_what_can_be_undone_is_named_on_one_line(at_work: Open) -> None:
    """The words of an edit hold a name as it is written, whatever signs are in it."""
    app = at_work(PLANS["team-project"])
    app.session.edit(inserted(app.plan, "tags", Tag("a", "b")), "add tag te\u202eam\n")
    app.settle()
    assert app.action("Undo").text() == "&Undo add tag te<U+202E>am<U+000A>"
    app.press(Qt.Key.Key_Z, CTRL)
    assert app.frame.foot.told.text() == "Undone: add tag te<U+202E>am<U+000A>"


def test_a_problem_is_listed_when_its_field_is_left_and_goes_when_it_is_mended(at_work: Open) -> None:
    """The list and the step's mark wait as the field does; what is mended is gone while one is still in it."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_1, CTRL)
    app.tab_to("Okta org")
    before = texts(app)
    app.retype("https://acme.okta.com/")
    assert texts(app) == before
    app.press(Qt.Key.Key_Tab)
    assert len(texts(app)) == len(before) + 1
    app.desk.shell.show_path("okta.org")
    app.retype("acme.okta.com")
    assert texts(app) == before


def test_a_problem_of_a_cell_is_listed_when_the_cell_is_left(at_work: Open) -> None:
    """So it is in the table of tags."""
    app = at_work(PLAN)
    app.press(Qt.Key.Key_2, CTRL)
    before = texts(app)
    app.press(Qt.Key.Key_F2)
    app.retype("te&am")
    assert texts(app) == before
    app.press(Qt.Key.Key_Return)
    assert any("te&am" in text for text in texts(app))
