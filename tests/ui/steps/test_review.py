"""The last page: what the rules say, and the export."""

import gc
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from tests import named
from tests.ui.steps.stage import Show, Stage
from wizard.app.session import Milestone
from wizard.bundle.registry import bundle_files
from wizard.okta.feature import support_request
from wizard.plan.edit import replaced
from wizard.plan.model import FeatureState, Plan
from wizard.ui.export_dialog import ExportDialog
from wizard.ui.job import Course, Worker
from wizard.ui.steps.export_job import Export, Stopped
from wizard.ui.steps.export_panel import ExportPanel
from wizard.ui.steps.review import ReviewPage
from wizard.ui.widgets.progress import Progress

Key = Qt.Key
ERROR = "version: 1\ntags: [{key: 'te&am', value: user.team}]\n"


def panel(stage: Stage) -> ExportPanel:
    """Return the page's export."""
    assert isinstance(stage.page, ReviewPage)
    return stage.page.panel


@pytest.fixture
def stage(show: Show) -> Stage:
    """Show the page of the example plan, with the files that it would write."""
    shown = show("review", named.plan("team-project"), size=(700, 900))
    listed(shown)
    return shown


def listed(stage: Stage) -> None:
    """Wait until the page lists the files of the plan as it stands now."""
    known = panel(stage)
    stage.qtbot.waitUntil(lambda: known._plan is stage.session.plan and not known.lister.busy)


def exported(stage: Stage, target: Path) -> bool:
    """Export to the target by keyboard, and tell whether it was written."""
    panel(stage).place.line.setFocus()
    stage.retype(str(target))
    panel(stage).export.setFocus()
    with stage.qtbot.waitSignal(panel(stage).done) as done:
        stage.press(Key.Key_Space)
    return bool(done.args[0])


def texts(folder: Path) -> dict[str, str]:
    """Return the files under a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in files}


def expected(plan: Plan) -> dict[str, str]:
    """Return the files of the plan's bundle."""
    return {file.path: file.text for file in bundle_files(plan)}


def test_the_bundle_is_the_commands(stage: Stage, tmp_path: Path) -> None:
    """What the page writes is the same, byte for byte, as what the command writes."""
    assert exported(stage, tmp_path / "bundle")
    assert texts(tmp_path / "bundle") == expected(stage.plan)
    assert str(tmp_path / "bundle") in panel(stage).result.text.text()
    assert stage.told[-1].startswith("Exported ")


def test_a_zip_is_made_by_its_ending(stage: Stage, tmp_path: Path) -> None:
    """A name that ends in .zip makes a zip, and its button is the one that is chosen."""
    assert exported(stage, tmp_path / "bundle.zip")
    assert panel(stage).place.zip.isChecked()
    assert (tmp_path / "bundle.zip").read_bytes()[:2] == b"PK"


def test_the_buttons_change_the_ending(stage: Stage, tmp_path: Path) -> None:
    """To choose zip or folder changes the name accordingly."""
    place = panel(stage).place
    place.aim(tmp_path / "bundle")
    place.zip.click()
    assert place.target() == tmp_path / "bundle.zip"
    place.folder.click()
    assert place.target() == tmp_path / "bundle"


@pytest.fixture
def heir(qapp: QApplication) -> Iterator[Worker]:
    """Give a worker that outlives the dialogs."""
    owner = QObject()
    made = Worker(owner)
    yield made
    made.end()


def test_what_is_written_is_listed_before(stage: Stage) -> None:
    """The tree holds every file of the bundle."""
    assert {item.toolTip(0) for item in panel(stage).tree.leaves()} == set(expected(stage.plan))


def test_the_list_follows_the_plan(stage: Stage) -> None:
    """A further account adds its trust policy to the tree."""
    stage.session.set("aws.accounts", ("111122223333", "444455556666"), "add account")
    listed(stage)
    assert {item.toolTip(0) for item in panel(stage).tree.leaves()} == set(expected(stage.plan))


def test_an_error_stops_the_export(show: Show) -> None:
    """With an error the button is dead and says why, and another leads to the first problem."""
    stage = show("review", ERROR)
    assert not panel(stage).export.isEnabled()
    assert "error" in panel(stage).stop.text.text()
    assert panel(stage).export.toolTip() == panel(stage).stop.text.text()
    panel(stage).first.click()
    assert stage.asked == [next(f.path for f in stage.session.findings if f.severity.value == "error")]


def test_a_mended_plan_can_be_exported(show: Show) -> None:
    """The button comes to life with the last error."""
    stage = show("review", ERROR)
    stage.session.edit(named.plan("team-project"), "mend")
    assert panel(stage).export.isEnabled()
    assert not panel(stage).stop.isVisible()


def test_the_features_are_warned_of(stage: Stage) -> None:
    """Both features are named in full, and the request can be copied."""
    words = panel(stage).features.text.text()
    assert "Without them, AWS" in words
    assert "OIN_SAML2_DYNAMIC_ATTRIBUTES" in words
    assert "SAML_SUPPORT_ARRAY_ATTRIBUTES" in words
    panel(stage).copy.click()
    assert QGuiApplication.clipboard().text() == support_request(stage.plan)


def test_one_feature_is_warned_of_as_one(stage: Stage) -> None:
    """Once one of the two is known to be on, the sentence is about the other alone."""
    stage.session.set("okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES", FeatureState.ENABLED)
    words = panel(stage).features.text.text()
    assert "OIN_SAML2_DYNAMIC_ATTRIBUTES" not in words
    assert "SAML_SUPPORT_ARRAY_ATTRIBUTES. Without it, AWS" in words


def test_a_foreign_folder_is_refused(stage: Stage, tmp_path: Path) -> None:
    """A folder with other things in it stays as it is, and the page says so before and after."""
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    assert not exported(stage, tmp_path)
    assert "other things" in panel(stage).place.there.text()
    assert panel(stage).result.icon.name == "error"
    assert texts(tmp_path) == {"letter.txt": "dear"}


def answer(stage: Stage, words: str) -> None:
    """Press a button of the open question."""
    box = stage.area.findChild(QMessageBox)
    assert box is not None
    next(button for button in box.buttons() if button.text().replace("&", "") == words).click()


def test_a_changed_bundle_is_asked_about(stage: Stage, tmp_path: Path) -> None:
    """A bundle that was changed is replaced only on the person's word."""
    target = tmp_path / "bundle"
    assert exported(stage, target)
    (target / "README.md").write_text("mine", encoding="utf-8")
    panel(stage).export.click()
    answer(stage, "Keep it")
    assert (target / "README.md").read_text(encoding="utf-8") == "mine"
    panel(stage).export.click()
    with stage.qtbot.waitSignal(panel(stage).done):
        answer(stage, "Replace")
    assert texts(target) == expected(stage.plan)


def test_an_unchanged_bundle_is_replaced_unasked(stage: Stage, tmp_path: Path) -> None:
    """A second export to the same place needs no word."""
    assert exported(stage, tmp_path / "bundle")
    stage.session.set("name", "Another", "change name")
    assert exported(stage, tmp_path / "bundle")
    assert texts(tmp_path / "bundle") == expected(stage.plan)


def test_the_path_is_copied(stage: Stage, tmp_path: Path) -> None:
    """The button copies where the bundle lies."""
    assert exported(stage, tmp_path / "bundle")
    panel(stage).copy_path.click()
    assert QGuiApplication.clipboard().text() == str(tmp_path / "bundle")


def test_the_target_is_proposed_beside_the_plan(show: Show, tmp_path: Path) -> None:
    """A plan that has a file proposes a folder of its name beside it."""
    stage = show("review", named.plan("team-project"))
    stage.session.begin(stage.plan, tmp_path / "team.session-tags.yaml")
    assert panel(stage).place.target() == tmp_path / "team-bundle"


def test_the_last_target_is_proposed_again(stage: Stage, tmp_path: Path, heir: Worker) -> None:
    """The dialog proposes where the page has written."""
    assert exported(stage, tmp_path / "elsewhere")
    dialog = ExportDialog(stage.session, heir, stage.area)
    assert dialog.panel.place.target() == tmp_path / "elsewhere"
    dialog.reject()


def test_the_page_sees_what_the_dialog_has_written(stage: Stage, tmp_path: Path, heir: Worker) -> None:
    """The dialog writes to the place that the page proposes, too; back at the page, it says that a bundle is there."""
    stage.session.saved(tmp_path / "plan.yaml")
    place = panel(stage).place
    assert place.target() == tmp_path / "plan-bundle"
    assert place.there.text() == "Nothing is there yet."
    dialog = ExportDialog(stage.session, heir, stage.area)
    dialog.open()
    with stage.qtbot.waitSignal(dialog.panel.done):
        dialog.panel.export.click()
    dialog.reject()
    stage.qtbot.waitUntil(lambda: place.there.text().startswith("An earlier bundle"), timeout=10_000)


def test_a_finding_leads_to_its_field(show: Show) -> None:
    """Enter on a finding of the list asks for its path; errors come first."""
    stage = show("review", ERROR)
    assert isinstance(stage.page, ReviewPage)
    stage.page.findings.setFocus()
    stage.page.findings.setCurrentRow(0)
    stage.press(Key.Key_Return)
    assert stage.asked == ["tags[0].key"]


def test_the_first_finding_is_chosen_when_the_keyboard_comes(show: Show) -> None:
    """Where the keyboard is can be seen and heard at once; the mouse chooses for itself."""
    stage = show("review", ERROR)
    assert isinstance(stage.page, ReviewPage)
    findings = stage.page.findings
    stage.page.panel.first.setFocus()
    findings.setFocus(Qt.FocusReason.TabFocusReason)
    assert findings.currentRow() == 0
    assert stage.page.explain.isVisible()


def test_the_dialog_exports_too(stage: Stage, tmp_path: Path, heir: Worker) -> None:
    """The dialog writes the same bundle, and stays open to say where."""
    dialog = ExportDialog(stage.session, heir, stage.area)
    dialog.open()
    dialog.panel.place.aim(tmp_path / "bundle")
    with stage.qtbot.waitSignal(dialog.panel.done):
        dialog.panel.export.click()
    assert texts(tmp_path / "bundle") == expected(stage.plan)
    assert dialog.isVisible()
    dialog.reject()


def test_the_dialog_leads_to_the_first_problem(show: Show, heir: Worker) -> None:
    """The dialog closes before the field is shown."""
    stage = show("review", ERROR)
    dialog = ExportDialog(stage.session, heir, stage.area)
    asked: list[str] = []
    dialog.path_asked.connect(asked.append)
    dialog.open()
    dialog.panel.first.click()
    assert asked == ["tags[0].key"]
    assert not dialog.isVisible()


def test_a_problem_is_cured_where_it_is_listed(show: Show) -> None:
    """The chosen finding's own cure, and all that are safe; each is one edit."""
    plan = replaced(named.plan("team-project"), "aws.accounts", ("111122223333", "111122223333", "4444-5555-6666"))
    stage = show("review", plan, size=(700, 900))
    page = stage.page
    assert isinstance(page, ReviewPage)
    assert page.cure_all.text() == "Fix all &safe ones"
    row = next(at for at in range(page.findings.count()) if "4444-5555-6666" in page.findings.item(at).text())
    page.findings.setCurrentRow(row)
    assert page.cure.isVisible()
    stage.qtbot.mouseClick(page.cure, Qt.MouseButton.LeftButton)
    assert stage.plan.aws.accounts[2] == "444455556666"
    stage.session.undo()
    stage.qtbot.mouseClick(page.cure_all, Qt.MouseButton.LeftButton)
    assert stage.plan.aws.accounts == ("111122223333", "444455556666")
    assert not page.cure_all.isVisible()
    stage.session.undo()
    assert stage.plan == plan


def test_a_long_export_shows_how_far_it_is_and_can_be_stopped(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After half a second there is a bar and a way out; then nothing was written, and what was there is whole."""
    assert exported(stage, tmp_path / "bundle")
    before = texts(tmp_path / "bundle")
    held = Event()

    def slow(path: Path, data: bytes) -> None:
        path.write_bytes(data)
        held.wait(10)

    monkeypatch.setattr("wizard.bundle.ready._write", slow)
    stage.session.set("name", "Other", "change the name")
    box = panel(stage)
    progress = box.foot.findChild(Progress)
    with stage.qtbot.waitSignal(box.done, timeout=20_000) as done:
        box.export.click()
        stage.qtbot.waitUntil(progress.isVisible, timeout=5_000)
        assert not box.export.isEnabled()
        progress.cancel.click()
        held.set()
    assert done.args == [False]
    assert "stopped" in box.result.text.text()
    assert texts(tmp_path / "bundle") == before
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]
    assert box.export.isEnabled()


def test_an_export_that_is_ready_is_told_as_it_went(stage: Stage, tmp_path: Path) -> None:
    """Stopping comes too late once the last file is ready: then it is written, and so it is said."""
    files = bundle_files(stage.plan)
    work = Export(files, tmp_path / "bundle", force=False)
    told: list[float] = []
    course = Course(told.append, lambda: False)
    assert work(course).target == tmp_path / "bundle"
    work.stop()
    assert told == sorted(told)
    assert len(told) == len(files)
    again = Export(files, tmp_path / "other", force=False)
    again.stop()
    with pytest.raises(Stopped):
        again(course)
    assert not (tmp_path / "other").exists()


def test_what_was_exported_is_what_changes_are_counted_from(stage: Stage, tmp_path: Path) -> None:
    """The plan as it was when the export began is what the previews compare with."""
    stage.session.set("name", "Other", "change the name")
    plan = stage.plan
    assert exported(stage, tmp_path / "bundle")
    assert stage.session.kept is plan
    assert stage.session.milestone is Milestone.EXPORTED


def test_a_page_that_ends_waits_for_its_export(stage: Stage, tmp_path: Path) -> None:
    """A window that closes leaves no thread behind, and what was being written is whole."""
    panel(stage).place.aim(tmp_path / "bundle")
    panel(stage).export.click()
    stage.page.end()
    assert texts(tmp_path / "bundle") in ({}, expected(stage.plan))


def test_the_files_take_the_room_of_the_dialog(stage: Stage, heir: Worker) -> None:
    """Nothing gapes between what is asked and the button, however large the dialog is."""
    dialog = ExportDialog(stage.session, heir, stage.area)
    dialog.open()
    stage.qtbot.waitUntil(lambda: dialog.panel.tree.topLevelItemCount() > 0)
    for height in (560, 900):
        dialog.resize(680, height)
        QApplication.processEvents()
        place, button = dialog.panel.place, dialog.panel.export
        above = place.mapTo(dialog, place.rect().bottomLeft()).y()
        assert button.mapTo(dialog, button.rect().topLeft()).y() - above < 32
    dialog.reject()


def test_the_dialog_closes_at_once_while_the_files_are_listed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, heir: Worker
) -> None:
    """A large plan's list takes its time, and nobody will read it; the heir waits for its thread."""
    begun, may_end = Event(), Event()

    def slow(*_asked: object) -> tuple[object, ...]:
        begun.set()
        assert may_end.wait(10)
        return ()

    monkeypatch.setattr("wizard.ui.steps.export_panel.bundle_files", slow)
    dialog = ExportDialog(stage.session, heir, stage.area)
    dialog.open()
    stage.qtbot.waitUntil(begun.is_set)
    dialog.reject()
    assert not dialog.isVisible()
    assert [job.isRunning() for job in heir._running] == [True]
    may_end.set()
    stage.qtbot.waitUntil(lambda: not heir._running)
    assert gc.isenabled()
