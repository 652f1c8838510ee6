"""The view of people against resources."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests import named
from tests.ui.views.stage import Show, ViewStage
from wizard.app.matrix.listing import Filter
from wizard.app.matrix.listing import Show as Listed
from wizard.plan.edit import replaced
from wizard.plan.model import Plan
from wizard.ui.matrix.model import MAY, MAY_NOT, PEOPLE, RESOURCES, ROLE
from wizard.ui.views.matrix import MatrixPage

Shown = Callable[..., MatrixPage]
PLAN = named.plan("team-project")


@pytest.fixture
def shown(show: Show, qtbot: QtBot) -> Shown:
    """Give what shows the view of a plan, decided."""

    def decided(plan: Plan = PLAN) -> MatrixPage:
        page = page_of(show("matrix", plan))
        settle(qtbot, page)
        return page

    return decided


def page_of(stage: ViewStage) -> MatrixPage:
    """Return the page."""
    assert isinstance(stage.page, MatrixPage)
    return stage.page


def settle(qtbot: QtBot, page: MatrixPage) -> None:
    """Wait for what is being decided."""
    qtbot.waitUntil(lambda: not page._later.isActive() and not page.worker.busy, timeout=20_000)


def ask(qtbot: QtBot, page: MatrixPage, **asked: object) -> None:
    """Filter."""
    page.filters.ask(Filter(**asked))  # type: ignore[arg-type]
    settle(qtbot, page)


def cell(page: MatrixPage, row: int, column: int) -> str:
    """Return what a cell says."""
    return str(page.model.index(row, column).data())


def cells(page: MatrixPage, column: int) -> list[str]:
    """Return what a column says."""
    return [cell(page, row, column) for row in range(page.model.rowCount())]


def test_a_plan_is_decided_as_it_is_opened(shown: Shown) -> None:
    """Sample people stand against suggested examples, with what they may do, at once."""
    page = shown()
    assert cell(page, 0, PEOPLE) == "ada@example.com (team=platform, project=apollo)"
    assert cell(page, 0, RESOURCES) == "ec2:instance, team=platform, project=apollo"
    assert "ec2:StartInstances" in page.details.toPlainText()
    assert page.summary.text().startswith("People: 1, resources: ")


def test_the_reason_stands_under_the_cursor(shown: Shown, qtbot: QtBot) -> None:
    """Arrows move through the rows, and beside them stands why something is refused."""
    page = shown()
    ask(qtbot, page, show=Listed.ALL, actions="StartInstances", resources="ec2:instance")
    assert (cell(page, 0, MAY), cell(page, 0, MAY_NOT)) == ("all 1: ec2:StartInstances", "nothing")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert (cell(page, 1, MAY), cell(page, 1, MAY_NOT)) == ("nothing", "all 1: ec2:StartInstances")
    text = page.details.toPlainText()
    assert "May not (1): " in text
    assert "aws:ResourceTag/team" in text
    assert "aws:ResourceTag/team" in page.model.index(1, MAY_NOT).data(Qt.ItemDataRole.ToolTipRole)


def test_a_cell_speaks_its_heading(shown: Shown) -> None:
    """Assistive technology hears which column a cell belongs to."""
    page = shown()
    assert page.model.index(0, PEOPLE).data(Qt.ItemDataRole.AccessibleTextRole).startswith("People: ada@")


def test_the_role_is_shown_where_there_are_several(shown: Shown) -> None:
    """One role in one account needs no column."""
    assert shown().table.isColumnHidden(ROLE)
    assert not shown(named.plan("full")).table.isColumnHidden(ROLE)


def test_people_who_reach_nothing_are_counted_beside_the_views_name(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    """The list under the steps says that somebody would stand before closed doors."""
    stage = show("matrix", PLAN)
    page, told = page_of(stage), stage.counts
    settle(qtbot, page)
    path = tmp_path / "people.csv"
    path.write_text("login,team,project\nbob,data,gemini\n")
    page.sources.people.take(path)
    settle(qtbot, page)
    assert told[-1] == ("1", "people who reach nothing: 1")
    ask(qtbot, page, show=Listed.PEOPLE_WITHOUT)
    assert set(cells(page, PEOPLE)) == {"team=data, project=gemini"}
    assert told[0] == ("", "")


def test_typed_examples_are_decided_as_they_are_typed(shown: Shown, qtbot: QtBot) -> None:
    """The box shows what the plan suggests; another line is another resource; an empty box suggests again."""
    page = shown()
    suggested = page.sources.lines.text.toPlainText()
    assert suggested.startswith("ec2:instance, team=platform")
    page.sources.edit.click()
    page.sources.lines.text.setPlainText("secretsmanager:Secret, team=platform, project=apollo")
    settle(qtbot, page)
    assert set(cells(page, RESOURCES)) == {"secretsmanager:Secret, team=platform, project=apollo"}
    page.sources.lines.text.setPlainText("")
    settle(qtbot, page)
    assert page.sources.lines.text.toPlainText() == suggested


def test_a_type_that_no_grant_is_about_says_so(shown: Shown, qtbot: QtBot) -> None:
    """It is listed with all else, and nothing is claimed about it."""
    page = shown()
    page.sources.lines.text.setPlainText("sqs:queue, team=platform, project=apollo")
    ask(qtbot, page, show=Listed.ALL)
    assert (cell(page, 0, MAY), cell(page, 0, MAY_NOT)) == ("no action of the plan", "no action of the plan")
    assert "No action of the plan's grants" in page.details.toPlainText()


def test_a_wrong_example_is_named_by_its_line(shown: Shown, qtbot: QtBot) -> None:
    """The line, what is wrong with it, and what is near."""
    page = shown()
    page.sources.lines.text.setPlainText("ec2:instance\nec2:instanse")
    settle(qtbot, page)
    assert page.broken.text.text().startswith("Examples, line 2: ec2 has no resource type")
    page.sources.lines.text.setPlainText("ec2:instance")
    settle(qtbot, page)
    assert page.broken.isHidden()


def test_a_file_that_cannot_be_used_is_left_out(shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    """The person hears why, and the rest stays decided."""
    page = shown()
    told: list[str] = []
    page.told.connect(told.append)
    page.sources.people.take(tmp_path / "gone.csv")
    qtbot.waitUntil(lambda: page.sources.people.path is None)
    settle(qtbot, page)
    assert told[0].startswith("gone.csv: it cannot be read")
    assert page.model.rowCount() > 0


def test_a_change_of_the_plan_is_decided(shown: Shown, qtbot: QtBot) -> None:
    """Undo while looking changes what is seen; the cursor stays on its row."""
    page = shown()
    ask(qtbot, page, show=Listed.ALL)
    page.table.choose(1)
    place = page.model.place(1)
    page.session.edit(replaced(PLAN, "access[0].match", ("team",)), "change the match")
    settle(qtbot, page)
    page.session.undo()
    settle(qtbot, page)
    assert page.model.place(page.table.currentIndex().row()) == place


def test_what_stands_in_the_way_leads_to_its_field(shown: Shown, qtbot: QtBot) -> None:
    """A plan without accounts says so, and where they are named."""
    page = shown(replaced(PLAN, "aws.accounts", ()))
    asked: list[str] = []
    page.path_asked.connect(asked.append)
    assert "no AWS account" in page.notice.text.text()
    page.mend.click()
    assert asked == ["aws.accounts"]


def test_an_empty_table_says_why(shown: Shown, qtbot: QtBot) -> None:
    """Where nobody may do anything, and where nothing fits what is looked for, the view says so."""
    page = shown(replaced(PLAN, "people[0].profile", (("team", "nobody"), ("project", ""))))
    assert page.model.rowCount() == 0
    assert "“What is refused” says why" in page.notice.text.text()
    ask(qtbot, page, show=Listed.ALL, people="somebody else")
    assert page.notice.text.text() == "Nothing fits what is looked for."
    ask(qtbot, page, show=Listed.ALL)
    assert page.notice.isHidden()


def test_a_plan_whose_policies_iam_would_refuse_lets_nobody_in(shown: Shown, qtbot: QtBot) -> None:
    """A plan with errors in its ARNs allows nothing, and each row says why."""
    plan = replaced(named.plan("hostile"), "aws.accounts", PLAN.aws.accounts)
    page = shown(plan)
    assert page.model.rowCount() == 0
    ask(qtbot, page, show=Listed.PEOPLE_WITHOUT)
    assert page.model.rowCount() > 0
    assert "sign-in: " in page.details.toPlainText()


def test_resources_of_other_accounts_are_told(shown: Shown) -> None:
    """Where no account of the plan is one, nothing lies in it, and the view leads to the accounts."""
    page = shown(named.plan("hostile"))
    assert page.notice.text.text() == "None of these resources lies in an account of the plan."


def test_copy_and_export_write_what_is_listed(shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    """Both hold the rows of the filter as CSV; the window says how many and where."""
    page = shown()
    told: list[str] = []
    page.told.connect(told.append)
    ask(qtbot, page, show=Listed.ALL)
    page.copy.click()
    settle(qtbot, page)
    copied = QGuiApplication.clipboard().text()
    rows = list(csv.reader(io.StringIO(copied, newline="")))
    assert len(rows) == 1 + page.model.rowCount()
    path = tmp_path / "who.csv"
    page.write(path)
    settle(qtbot, page)
    assert path.read_bytes().decode() == copied
    assert told == [f"Copied {len(rows) - 1} rows as CSV", f"Exported {len(rows) - 1} rows to {path}"]
    page.write(tmp_path / "no" / "such" / "folder.csv")
    settle(qtbot, page)
    assert told[-1].startswith("Nothing was exported.")


def test_rows_are_found_as_far_as_somebody_looks(shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    """Of a thousand people against a thousand resources the first rows are there, and more come with scrolling."""
    people, resources = tmp_path / "people.csv", tmp_path / "resources.json"
    people.write_text("login,team,project\n" + "".join(f"p{at},t{at},apollo\n" for at in range(1000)))
    arn = f"arn:aws:ec2:us-east-1:{PLAN.aws.accounts[0]}:instance/i-"
    items = [{"arn": f"{arn}{at}", "tags": {"team": f"t{at}", "project": "apollo"}} for at in range(1000)]
    resources.write_text(json.dumps(items))
    page = shown()
    page.sources.people.take(people)
    page.sources.resources.take(resources)
    settle(qtbot, page)
    ask(qtbot, page, show=Listed.ALL)
    first = page.model.rowCount()
    assert first < 2000
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.rowCount() > first, timeout=20_000)
    settle(qtbot, page)
    assert "so far" in page.summary.text()


def test_a_view_that_is_left_works_no_more_and_asks_anew(shown: Shown, qtbot: QtBot) -> None:
    """Leaving in the middle cancels; coming back decides again."""
    page = shown()
    page.session.edit(replaced(PLAN, "access[0].match", ("team",)), "change the match")
    qtbot.waitUntil(lambda: page.worker.busy or not page._later.isActive())
    page.leave()
    assert not page.worker.busy
    page.refresh()
    settle(qtbot, page)
    assert page.model.rowCount() > 0


def test_another_plan_forgets_the_files(shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    """The people of one plan are not asked about under the next."""
    page = shown()
    path = tmp_path / "people.csv"
    path.write_text("login,team,project\nbob,data,gemini\n")
    page.sources.people.take(path)
    page.sources.lines.text.setPlainText("ec2:volume")
    settle(qtbot, page)
    page.session.begin(named.plan("full"), None)
    settle(qtbot, page)
    assert page.sources.people.path is None
    assert len(page.sources.lines.text.toPlainText().split("\n")) > 2
