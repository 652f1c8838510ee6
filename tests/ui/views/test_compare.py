"""The view of two plans: what changed since the last save, the last export or in a file, and who gains by it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests import named
from tests.ui.at_work import AtWork
from tests.ui.views.stage import ViewStage
from wizard.app.compare.other import Side
from wizard.bundle.registry import bundle_files
from wizard.bundle.writing import write_bundle
from wizard.plan.edit import replaced
from wizard.plan.writer import write_plan
from wizard.ui.colours import colours

PLAN = named.plan("team-project")
OTHER = replaced(PLAN, "access[0].match", ("team",))
INSTANCE = "arn:aws:ec2:us-east-1:111122223333:instance/i-"


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ViewStage:
    """Show the view of the example plan, which was never exported."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    shown = ViewStage(qtbot, "compare", PLAN)
    shown.rested()
    return shown


def choose(stage: ViewStage, side: Side) -> None:
    """Choose what to compare with, as a person does."""
    box = stage.page.choice.box
    box.setCurrentIndex(stage.page.choice._sides.index(side))
    box.activated.emit(box.currentIndex())
    stage.rested()


def verdict(stage: ViewStage) -> str:
    """Return what the view says."""
    return str(stage.page.verdict.text.text())


def test_a_plan_that_was_not_changed_is_the_same(stage: ViewStage) -> None:
    """Nothing differs, and there is no table to look at."""
    assert verdict(stage) == "Nothing differs from the plan as it was begun."
    assert not stage.page.changes.isVisible()
    assert stage.counts[-1] == ("", "")


def test_an_edit_is_listed_and_leads_to_its_field(stage: ViewStage) -> None:
    """The change with both values; Enter on it, and the button, ask for the field."""
    stage.session.edit(OTHER, "match on less")
    stage.rested()
    table = stage.page.changes.table
    QAbstractItemModelTester(table.model())
    assert stage.cells(table) == [("Access › own-resources", "Matched tags: removed", "project", "")]
    assert stage.counts[-1] == ("1", "1 change")
    assert "Before:\nproject" in stage.page.changes.details.toPlainText()
    stage.press(table, Qt.Key.Key_Return)
    stage.press(stage.page.changes.go)
    assert stage.asked == ["access[0].match"] * 2


def test_a_place_that_is_repeated_is_quiet_and_spoken_all_the_same(stage: ViewStage) -> None:
    """The eye finds where the next place begins; assistive technology hears the place with every change."""
    stage.session.edit(replaced(PLAN, "access[0].match", ()), "match on nothing")
    stage.rested()
    first, second = (stage.page.changes.table.model().index(row, 0) for row in (0, 1))
    assert first.data() == second.data()
    assert first.data(Qt.ItemDataRole.ForegroundRole) is None
    assert second.data(Qt.ItemDataRole.ForegroundRole) == colours(stage.page.palette()).of("quiet")
    assert second.data(Qt.ItemDataRole.AccessibleTextRole) == "Place: Access › own-resources"


def test_without_an_export_the_view_says_what_to_do(stage: ViewStage) -> None:
    """There is no last export yet."""
    choose(stage, Side.EXPORTED)
    assert verdict(stage).startswith("This plan has not been exported yet. Export it, or open a plan")


def test_the_last_export_is_compared_and_a_change_by_hand_is_told(stage: ViewStage, tmp_path: Path) -> None:
    """The bundle's plan is the one before; the remark comes from its manifest."""
    bundle = write_bundle(bundle_files(PLAN), tmp_path / "bundle").target
    stage.session.bundled(PLAN, bundle)
    choose(stage, Side.EXPORTED)
    assert verdict(stage) == "Nothing differs from the bundle bundle."
    assert not stage.page.remark.isVisible()
    (bundle / "README.md").write_text("mine")
    stage.session.edit(OTHER, "match on less")
    stage.rested()
    assert verdict(stage) == "1 change against the bundle bundle"
    assert "was changed by hand" in stage.page.remark.text.text()


def test_another_plan_is_dropped(stage: ViewStage, tmp_path: Path) -> None:
    """A plan file that is dropped is the other side, and stands in the choice from then on."""
    path = tmp_path / "other.session-tags.yaml"
    write_plan(OTHER, path)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    stage.page.dropEvent(drop)
    stage.rested()
    assert verdict(stage) == "1 change against other.session-tags.yaml"
    assert stage.page.choice.box.currentText() == "other.session-tags.yaml"


def test_a_file_that_is_no_plan_is_said_with_the_reason(stage: ViewStage, tmp_path: Path) -> None:
    """The error names file, place and reason; what was shown before is gone."""
    path = tmp_path / "broken.yaml"
    path.write_text("version: 1\nname: []\ntags: 3\n")
    stage.page.take(path)
    stage.rested()
    assert "broken.yaml:2:7" in verdict(stage)
    assert "broken.yaml:3:7" in verdict(stage)
    assert "\n" not in stage.told[-1]
    assert stage.page.verdict.icon.name == "error"


def test_people_and_resources_show_who_gains_and_who_loses(stage: ViewStage, tmp_path: Path) -> None:
    """With both files the classes that gain stand there with their actions; without, what is needed."""
    stage.session.edit(OTHER, "match on less")
    stage.rested()
    stage.page.kinds.setCurrentIndex(1)
    pane = stage.page.access
    assert pane.summary.text().startswith("Open a list of people and a list of resources.")
    people, resources = tmp_path / "people.csv", tmp_path / "resources.csv"
    people.write_text("login,team,project\nada,a,x\n")
    resources.write_text(f"arn,team,project\n{INSTANCE}1,a,y\n")
    pane.people.take(people)
    pane.resources.take(resources)
    stage.rested()
    assert pane.summary.text() == "People who gain: 1. People who lose: 0."
    ((change, who, what, _role, actions),) = stage.cells(pane.table)
    assert (change, who, what) == (
        "Gain", "1 person: team=a, project=x", "1 resource: ec2:instance, team=a, project=y",
    )  # fmt: skip
    assert "ec2:StartInstances" in actions
    assert "ec2:StartInstances" in pane.details.toPlainText()
    people.unlink()
    pane.people.take(people)
    stage.rested()
    assert pane.summary.text().startswith("people.csv: It cannot be read")


def test_the_last_export_is_known_at_the_next_start(at_work: Callable[..., AtWork], tmp_path: Path) -> None:
    """Where a plan was exported is remembered with the program's own files, and found when the plan is open again."""
    path = tmp_path / "team.session-tags.yaml"
    write_plan(PLAN, path)
    app = at_work(path)
    app.session.bundled(PLAN, write_bundle(bundle_files(PLAN), tmp_path / "elsewhere").target)
    app.end()
    assert at_work(path).session.exported == tmp_path / "elsewhere"


def test_a_comparison_of_access_that_is_cancelled_says_so(stage: ViewStage, tmp_path: Path) -> None:
    """Cancel ends the work; what was compared before stays, and the sentence says how to begin anew."""
    stage.session.edit(OTHER, "match on less")
    stage.rested()
    people = tmp_path / "people.csv"
    people.write_text("login,team,project\n" + "ada,a,x\n" * 200_000)
    stage.page.access.people.take(people)
    stage.page.access.resources.take(people)
    assert stage.page.worker.busy
    stage.page.progress.cancel.click()
    assert not stage.page.worker.busy
    assert stage.page.access.summary.text() == "Not finished. Open the files again to begin anew."
    assert verdict(stage).startswith("1 change against")
