"""The problems: where and when they are listed, and how they are cured."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.named import PLANS
from tests.ui.at_work import CTRL, SHIFT, AtWork
from wizard.app import flow
from wizard.app.cures import safe_cures
from wizard.ui.problem_pane import ProblemPane, ProblemRow
from wizard.ui.problem_presenter import AT_ONCE, summary
from wizard.ui.tip import tip

Open = Callable[..., AtWork]
PLAN = PLANS["team-project"]


def texts(app: AtWork) -> list[str]:
    """Return the rows of the problem list."""
    rows = app.frame.problems.list
    return [rows.item(row).text() for row in range(rows.count())]


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
    assert app.action("Undo").text() == '&Undo “Use "project"”'
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
    assert problems.fix_all.text() == "Fix all &safe ones"
    app.qtbot.mouseClick(problems.fix_all, Qt.MouseButton.LeftButton)
    app.settle()
    assert app.plan.aws.accounts == ("111122223333", "444455556666")
    assert app.plan.tags[1].key == "proj&ct"
    assert app.frame.foot.told.text() == "Applied 2 fixes; undo takes them back"
    assert app.action("Undo").text() == "&Undo apply 2 fixes"
    app.press(Qt.Key.Key_Z, CTRL)
    assert app.plan == before


def test_what_was_applied_is_what_is_told(at_work: Open) -> None:
    """Two problems take three fixes where one brings up another: nothing promises two, and three are told."""
    app = at_work(PLAN)
    app.session.set("aws.accounts", ("1111-2222-3333", "111122223333", "111122223333"))
    app.settle()
    assert len(safe_cures(app.session.findings)) == 2
    assert not any(sign.isdigit() for sign in app.frame.problems.fix_all.text())
    app.qtbot.mouseClick(app.frame.problems.fix_all, Qt.MouseButton.LeftButton)
    app.settle()
    assert app.plan.aws.accounts == ("111122223333",)
    assert app.frame.foot.told.text() == "Applied 3 fixes; undo takes them back"


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


def test_a_new_error_stands_in_sight_unless_another_problem_was_chosen(at_work: Open) -> None:
    """What came up above the first problem is the first now; a problem that the person went to stays chosen."""
    app = at_work(PLAN)
    rows = app.frame.problems.list
    app.session.set("tags[1].key", "proj&ct", "change the key")
    app.settle()
    assert rows.currentRow() == 0
    assert rows.currentItem().text().startswith("Tags › proj&ct")
    rows.setCurrentRow(2)
    chosen = rows.currentItem().text()
    app.session.set("tags[0].key", "te&m", "change the key")
    app.settle()
    assert rows.currentItem().text() == chosen


def test_thousands_of_problems_are_listed_in_several_turns(at_work: Open) -> None:
    """The first rows stand there at once, the rest comes in order, and a chosen row stays chosen while it comes."""
    app = at_work(PLAN)
    app.session.set("aws.accounts", tuple(f"{number:04d}" for number in range(AT_ONCE * 2)), "change the accounts")
    app.desk.shell.refresh()
    problems = app.frame.problems
    first = texts(app)
    assert AT_ONCE <= len(first) < len(app.session.told_findings)
    assert problems.summary.text() == summary(app.session.told_findings)
    problems.list.setCurrentRow(7)
    app.qtbot.waitUntil(lambda: problems.list.count() == len(app.session.told_findings))
    assert texts(app)[: len(first)] == first
    assert problems.list.currentRow() == 7
    assert [app.desk.shell.problems._row(each).text for each in app.desk.shell.problems._findings] == texts(app)


_ROWS = st.lists(st.sampled_from([ProblemRow("info", "Note", text, text) for text in "abcdef"]), max_size=8)


@given(before=_ROWS, after=_ROWS)
@settings(max_examples=200, deadline=None)
def test_rows_follow_whatever_changes(qapp: QApplication, before: list[ProblemRow], after: list[ProblemRow]) -> None:
    """The list says what it was last told, in that order, and tooltips and spoken words go along."""
    del qapp
    pane = ProblemPane()
    for rows in (before, after, before):
        pane.show_rows(rows, "")
        shown = [pane.list.item(at) for at in range(pane.list.count())]
        said = [(item.text(), item.toolTip(), item.data(Qt.ItemDataRole.AccessibleTextRole)) for item in shown]
        assert said == [(row.text, tip(row.about), f"Note: {row.text}") for row in rows]
    pane.deleteLater()


def test_rows_that_stay_are_not_written_anew(qtbot: QtBot) -> None:
    """Of a long list a key press writes what it changes; what has gone between two rows takes neither along."""
    pane = ProblemPane()
    qtbot.addWidget(pane)
    one, two, three = (ProblemRow("info", "Note", text, text) for text in ("one", "two", "three"))
    pane.show_rows((one, two, three), "")
    first, last = pane.list.item(0), pane.list.item(2)
    pane.show_rows((one, three), "")
    assert (pane.list.item(0), pane.list.item(1)) == (first, last)
