"""The view of a list of people: judged beside the window's thread, filtered, saved; stopped when it takes too long."""

import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests import named
from tests.ui.views.stage import Show, ViewStage
from wizard.app.people_list import PeopleList
from wizard.plan.edit import replaced
from wizard.ui.people.tables import BROKEN, PEOPLE, VALUES

PLAN = named.plan("team-project")
HEAD = "login,team,project\n"
MIXED = HEAD + (
    "ada@example.com,platform,apollo\nbob@example.com,R&D,apollo\ncho@example.com,Platform,\n"
    '=cmd@example.com,"a""b,c",x\ndee@example.com,platform\n'
)
LONG = HEAD + "ada@example.com,R&D,apollo\n" * 400_000


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Give what shows the view of a plan."""
    return partial(ViewStage, qtbot)


@pytest.fixture
def stage(show: Show) -> ViewStage:
    """Show the view of the example plan."""
    return show("people", PLAN)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a list with people of each kind."""
    path = tmp_path / "people.csv"
    path.write_text(MIXED, encoding="utf-8")
    return path


def judge(stage: ViewStage, file: Path) -> None:
    """Judge a list, and wait for the outcome."""
    stage.page.judge(file)
    stage.rested()


def shown(stage: ViewStage, kind: int = PEOPLE) -> list[tuple[str, ...]]:
    """Return what the table of a kind shows."""
    stage.page.tables.kinds.setCurrentIndex(kind)
    return stage.cells(stage.page.tables.table)


def test_who_would_fail_stands_there_with_the_reason(stage: ViewStage, file: Path) -> None:
    """The outcome in a sentence, the people in a table, the whole of it in the pane; the list of views counts them."""
    judge(stage, file)
    page = stage.page
    assert page.verdict.text.text() == "3 of 4 people would fail"
    assert page.verdict.icon.name == "error"
    assert [cells[:3] for cells in shown(stage)] == [
        ("Fails", "bob@example.com", "3"),
        ("Fails", "cho@example.com", "4"),
        ("Fails", "=cmd@example.com", "5"),
    ]
    text = page.tables.details.toPlainText()
    assert "bob@example.com, line 3" in text
    assert "Error PRE103" in text
    assert 'Value: "R&D"' in text
    assert "https://docs.aws.amazon.com/" in text
    assert stage.told == ["3 of 4 people would fail"]
    assert stage.counts[-1] == ("3", "3 people would fail")
    assert stage.focus is page.tables.table


def test_the_model_keeps_qts_rules(stage: ViewStage, file: Path) -> None:
    """Qt's own tester finds no fault while other content comes and goes."""
    table = stage.page.tables.table
    QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Warning, table)
    judge(stage, file)
    for kind in (VALUES, BROKEN, PEOPLE):
        shown(stage, kind)


def test_values_that_only_look_alike_are_flagged(stage: ViewStage, file: Path) -> None:
    """Each says from which it differs; who has no value is counted."""
    judge(stage, file)
    values = shown(stage, VALUES)
    alike = [cells for cells in values if cells[3].startswith("Differs only")]
    assert [(cells[0], cells[1]) for cells in alike] == [("team", '"Platform"'), ("team", '"platform"')]
    assert alike[0][3].endswith('from "platform"')
    assert ("project", "no value", "1", "") in values
    assert "Values that only look alike: 1" in stage.page.remarks.text()
    assert not stage.page.tables.details.isVisible()


def test_values_that_aws_refuses_are_marked(stage: ViewStage, file: Path) -> None:
    """By an icon and in words, of which every cell speaks; those that are too long to be listed are counted."""
    file.write_text(f"{HEAD}ada,platform,apollo\nbob,R&D,apollo\ncho,{'x' * 257},apollo\n", encoding="utf-8")
    judge(stage, file)
    assert shown(stage, VALUES)[:3] == [
        ("team", "–", "1", "Error: longer than 256 characters; AWS refuses the sign-in"),
        ("team", '"R&D"', "1", 'Error: Tag "team": "&" cannot stand in a tag value'),
        ("team", '"platform"', "1", ""),
    ]
    model = stage.page.tables.table.model()
    assert [row.icon for row in model.rows[:3]] == ["error", "error", ""]
    said = 'Error: Tag "team": "&" cannot stand in a tag value'
    for column in range(3):
        assert model.index(1, column).data(Qt.ItemDataRole.AccessibleDescriptionRole) == said
        assert model.index(1, column).data(Qt.ItemDataRole.ToolTipRole).endswith(said)
        assert model.index(2, column).data(Qt.ItemDataRole.AccessibleDescriptionRole) is None
    assert model.index(1, 3).data(Qt.ItemDataRole.ToolTipRole) == said


def test_a_value_that_looks_like_another_and_is_refused_says_both(stage: ViewStage, file: Path) -> None:
    """What is wrong with it comes first, and weighs more."""
    file.write_text(f"{HEAD}ada,R&D,apollo\nbob,r&d,apollo\n", encoding="utf-8")
    judge(stage, file)
    about = shown(stage, VALUES)[0][3]
    assert about.startswith("Error: ")
    assert about.endswith('Differs only in case, white space or accents from "r&d"')
    assert stage.page.tables.table.model().rows[0].icon == "error"


def test_lines_that_could_not_be_read_are_named(stage: ViewStage, file: Path) -> None:
    """By number, in a table that is there only then."""
    judge(stage, file)
    assert [cells[0] for cells in shown(stage, BROKEN)] == ["6"]
    file.write_text(HEAD + "ada@example.com,platform,apollo\n")
    judge(stage, file)
    kinds = stage.page.tables.kinds
    assert not kinds.isTabVisible(BROKEN)
    assert kinds.currentIndex() != BROKEN
    assert stage.page.verdict.icon.name == "fine"
    assert stage.counts[-1] == ("", "")
    assert not stage.page.save.isEnabled()


def test_people_are_filtered(stage: ViewStage, file: Path) -> None:
    """By words, after a moment or at once on Enter, and by a reason."""
    judge(stage, file)
    filters = stage.page.tables.filters
    stage.qtbot.keyClicks(filters.text, "bob")
    stage.qtbot.waitUntil(lambda: len(shown(stage)) == 1)
    filters.text.setText("example r&d nobody")
    stage.press(filters.text, Qt.Key.Key_Return)
    assert shown(stage) == []
    assert stage.page.tables.details.toPlainText() == ""
    assert stage.page.tables.note.text() == "Nothing here matches the filter."
    filters.text.clear()
    missing = next(
        row
        for row in range(filters.reason.count())
        if "no value" in filters.reason.itemText(row).lower() or "required" in filters.reason.itemText(row).lower()
    )
    filters.reason.setCurrentIndex(missing)
    filters.reason.activated.emit(missing)
    assert [cells[1] for cells in shown(stage)] == ["cho@example.com"]
    assert not stage.page.tables.note.isVisible()


def test_the_plan_is_followed(stage: ViewStage, file: Path) -> None:
    """The list is judged anew when the plan changes; the reason that was chosen stays, as long as it is there."""
    judge(stage, file)
    stage.session.edit(replaced(PLAN, "tags", PLAN.tags[:1]), "remove project")
    stage.rested()
    assert [cells[1] for cells in shown(stage)] == ["bob@example.com", "=cmd@example.com"]
    stage.session.undo()
    stage.rested()
    assert len(shown(stage)) == 3


def test_another_plan_begins_anew(stage: ViewStage, file: Path) -> None:
    """The list belonged to the plan that was open."""
    judge(stage, file)
    stage.session.begin(named.plan("full"), None)
    assert stage.page.path is None
    assert not stage.page.tables.isVisible()
    assert stage.page.guide.isVisible()
    assert stage.counts[-1] == ("", "")


def test_what_cannot_be_read_is_told(stage: ViewStage, file: Path, tmp_path: Path) -> None:
    """With the file's name and the reason; the next file is judged as if nothing had been."""
    judge(stage, tmp_path / "nobody.csv")
    assert stage.page.verdict.text.text() == "nobody.csv: It cannot be read: No such file or directory"
    assert not stage.page.tables.isVisible()
    judge(stage, file)
    assert stage.page.verdict.text.text() == "3 of 4 people would fail"


def test_a_list_is_opened_and_dropped(stage: ViewStage, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the button, and anywhere on the view."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(file), ""))
    stage.press(stage.page.open)
    stage.rested()
    assert stage.page.name.text() == "people.csv"
    assert len(shown(stage)) == 3
    other = file.with_name("others.csv")
    other.write_text(HEAD + "zoe@example.com,,apollo\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    where = QPointF(QPoint(10, 10))
    stage.page.dropEvent(
        QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    stage.rested()
    assert [cells[1] for cells in shown(stage)] == ["zoe@example.com"]


def test_it_is_judged_on_a_thread(stage: ViewStage, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's own thread only shows the outcome."""
    threads = []
    judged = PeopleList.outcome

    def outcome(self: PeopleList, *given: object) -> object:
        threads.append(threading.current_thread() is threading.main_thread())
        return judged(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(PeopleList, "outcome", outcome)
    judge(stage, file)
    assert threads == [False]


def test_a_long_list_shows_progress_and_is_stopped(stage: ViewStage, file: Path) -> None:
    """The bar comes, says how many people there were, and its button leaves what came before."""
    file.write_text(LONG)
    page = stage.page
    page.worker._clock.setInterval(1)
    page.judge(file)
    stage.qtbot.waitUntil(lambda: page.progress.isVisible() and "people" in page.progress.words.text(), timeout=20_000)
    stage.qtbot.waitUntil(lambda: page._run.people > 2_000, timeout=20_000)
    assert not page.again.isEnabled()
    stage.press(page.progress.cancel)
    stage.rested()
    assert not page.progress.isVisible()
    assert page.remarks.text().startswith("Stopped before the end of the list")
    assert 0 < page.outcome.summary.people < 400_000
    assert f"Of each reason the first people are listed, {len(page.outcome.people):,}" in page.tables.note.text()
    assert page.outcome.people
    stage.session.edit(replaced(PLAN, "notes", "x"), "note")
    page.leave()
    assert not page.worker.busy


def test_what_is_left_is_begun_anew(stage: ViewStage, file: Path) -> None:
    """Nobody waits for a view that is not seen; when it is opened again, the list is judged."""
    file.write_text(LONG)
    stage.page.judge(file)
    stage.page.leave()
    assert not stage.page.worker.busy
    file.write_text(MIXED)
    stage.page.refresh()
    stage.rested()
    assert len(shown(stage)) == 3
    stage.page.leave()
    stage.page.refresh()
    assert not stage.page.worker.busy


def test_the_table_is_saved(stage: ViewStage, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is to be said, whatever is filtered; no cell is taken for a formula."""
    judge(stage, file)
    stage.page.tables.filters.text.setText("bob")
    target = file.with_name("out.csv")
    proposed = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    stage.press(stage.page.save)
    stage.rested()
    assert proposed == [str(file.with_name("who-would-fail.csv"))]
    lines = target.read_bytes().decode().splitlines()
    assert len(lines) == 4
    assert "'=cmd@example.com" in lines[3]
    assert stage.told[-1].startswith("Saved 3 people to ")


def test_the_list_itself_is_not_written_over(stage: ViewStage, file: Path, tmp_path: Path) -> None:
    """Nothing is saved there, nor in a folder that is not there; the outcome stays."""
    judge(stage, file)
    stage.page.write(file)
    assert "That file is the list itself" in stage.page.verdict.text.text()
    stage.page.write(tmp_path / "nowhere" / "out.csv")
    stage.rested()
    assert "The folder does not exist" in stage.page.verdict.text.text()
    assert file.read_text() == MIXED
    assert len(shown(stage)) == 3
