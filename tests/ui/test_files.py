"""Opening, saving, and what becomes of what is not saved."""

import os
import subprocess
import sys
import textwrap
import threading
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton, QWidget

from tests.evidence import okta
from tests.named import PLANS
from tests.ui.at_work import CTRL, AtWork
from tests.ui.dragging import dragged_files, drop, is_taken
from wizard.app.recovery import Recovery
from wizard.plan.model import Plan
from wizard.plan.reader import read_plan
from wizard.plan.writer import write_plan
from wizard.rules.finding import Finding

Open = Callable[..., AtWork]
PLAN = PLANS["team-project"]


@pytest.fixture
def own_plan(tmp_path: Path) -> Path:
    """Give a plan file that the test may write."""
    path = tmp_path / "plans" / "team.session-tags.yaml"
    path.parent.mkdir()
    write_plan(read_plan(PLAN), path)
    return path


def choose(monkeypatch: pytest.MonkeyPatch, dialog: str, path: Path | None) -> list[str]:
    """Let a file dialog return that path; return the names and folders that it proposes."""
    proposed: list[str] = []

    def chosen(_parent: object, _title: str, start: str, _filter: str) -> tuple[str, str]:
        proposed.append(start)
        return str(path or ""), ""

    monkeypatch.setattr(QFileDialog, dialog, chosen)
    return proposed


def test_saving_writes_the_plan_into_its_file(at_work: Open, own_plan: Path) -> None:
    """Ctrl+S writes what is on the screen, and says so."""
    app = at_work(own_plan)
    app.retype("Teams")
    app.press(Qt.Key.Key_S, CTRL)
    assert read_plan(own_plan).name == "Teams"
    assert not app.session.unsaved
    assert app.frame.foot.told.text() == "Saved team.session-tags.yaml"


def test_a_plan_without_a_file_asks_for_one(at_work: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first save proposes the plan's name, and gives it the plan's ending."""
    proposed = choose(monkeypatch, "getSaveFileName", tmp_path / "chosen")
    app = at_work()
    app.retype("Team & Project")
    app.press(Qt.Key.Key_S, CTRL)
    assert Path(proposed[0]).name == "team-project.session-tags.yaml"
    assert app.session.path == tmp_path / "chosen.session-tags.yaml"
    assert read_plan(app.session.path).name == "Team & Project"


def test_a_save_that_fails_says_what_is_safe_and_loses_nothing(at_work: Open, own_plan: Path) -> None:
    """A folder that is gone costs the file, not the plan."""
    app = at_work(own_plan)
    app.retype("Teams")
    own_plan.unlink()
    own_plan.parent.rmdir()
    app.press(Qt.Key.Key_S, CTRL)
    box = app.box()
    assert "was not saved" in box.text()
    assert "The folder does not exist" in box.informativeText()
    assert "still open here" in box.informativeText()
    app.answer("Close")
    assert app.session.unsaved
    assert app.plan.name == "Teams"


@pytest.mark.parametrize(
    ("text", "words"),
    [("version: 1\ntags:\n  - key: [", "Line 4, column 1: "), ("version: 7\ntags: []\n", "7"), ("\x00", "U+0000")],
)
def test_a_file_that_is_no_plan_leaves_the_open_plan_alone(
    at_work: Open, own_plan: Path, tmp_path: Path, text: str, words: str
) -> None:
    """What the reader says stands in the dialog, the places can be copied, and nothing else happens."""
    bad = tmp_path / "bad.yaml"
    bad.write_text(text, encoding="utf-8")
    app = at_work(own_plan)
    before = app.plan
    app.desk.files.open_path(bad)
    box = app.box()
    assert box.text() == "“bad.yaml” cannot be opened as a plan"
    assert words in box.informativeText()
    assert "the plan that is open here stays open" in box.informativeText()
    copy = next(each for each in box.findChildren(QPushButton) if each.text() == "&Copy details")
    app.qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "PlanError" in QGuiApplication.clipboard().text()
    assert str(tmp_path) not in QGuiApplication.clipboard().text()
    assert box.isVisible()
    app.press(Qt.Key.Key_Escape)
    assert app.plan is before


def test_opening_reads_a_plan_and_forgets_the_history(
    at_work: Open, own_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another plan takes the place of one that is saved, without a question."""
    choose(monkeypatch, "getOpenFileName", own_plan)
    app = at_work()
    app.press(Qt.Key.Key_O, CTRL)
    assert app.plan == read_plan(own_plan)
    assert app.session.path == own_plan
    assert not app.action("Undo").isEnabled()


@pytest.mark.parametrize("way", ["chosen", "dropped"])
def test_opening_asks_once_about_what_is_not_saved(
    at_work: Open, own_plan: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Whoever has discarded the changes is not asked again when the other plan has been read."""
    choose(monkeypatch, "getOpenFileName", own_plan)
    app = at_work()
    app.retype("Mine")
    if way == "chosen":
        app.press(Qt.Key.Key_O, CTRL)
    else:
        drop(app.window, dragged_files(own_plan), QPointF(400, 300))
    app.answer("Discard changes")
    app.settle()
    assert app.session.path == own_plan
    assert not any(each.isVisible() for each in app.window.findChildren(QMessageBox))


def test_a_plan_is_read_beside_the_window(at_work: Open, own_plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading and judging happen on another thread, and neither is done again for the window."""
    app = at_work()
    threads: list[int] = []

    def judged(path: Path) -> tuple[Plan, tuple[Finding, ...]]:
        threads.append(threading.get_ident())
        return read_plan(path), ()

    monkeypatch.setattr("wizard.ui.files.judged", judged)
    app.desk.files.open_path(own_plan)
    app.settle()
    assert app.session.path == own_plan
    assert app.session.findings == ()
    assert threads
    assert threads[0] != threading.get_ident()


def test_what_is_typed_while_a_plan_is_read_is_asked_about(
    at_work: Open, own_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan in memory is not lost to one that was asked for before it was typed."""
    app = at_work()
    going = threading.Event()

    def judged(path: Path) -> tuple[Plan, tuple[Finding, ...]]:
        going.wait(20)
        return read_plan(path), ()

    monkeypatch.setattr("wizard.ui.files.judged", judged)
    app.desk.files.open_path(own_plan)
    app.session.set("name", "typed", "change the name")
    going.set()
    app.settle()
    assert "Save the changes" in app.box().text()
    app.answer("Cancel")
    assert app.plan.name == "typed"


def test_a_dropped_plan_is_opened(at_work: Open, own_plan: Path) -> None:
    """A file from the desktop opens where it is dropped."""
    app = at_work()
    data, place = dragged_files(own_plan), QPointF(400, 300)
    assert is_taken(app.window, data, place)
    drop(app.window, data, place)
    app.settle()
    assert app.session.path == own_plan


@pytest.mark.parametrize("step", range(1, 7))
def test_a_file_that_is_dropped_on_a_field_is_opened(at_work: Open, own_plan: Path, step: int) -> None:
    """No text field takes the file's address for text; a dropped text it does take."""
    app = at_work(PLANS["team-project"])
    app.press(Qt.Key(Qt.Key.Key_0 + step), CTRL)
    dropped: list[list[str]] = []
    app.window.dropped.disconnect()
    app.window.dropped.connect(dropped.append)
    page = app.frame.page.pages.currentWidget()
    assert page is not None
    fields = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    fields = [field for field in fields if field.isVisible() and field.isEnabled() and not field.isReadOnly()]
    before = app.plan
    for field in fields:
        target = field.viewport() if isinstance(field, QPlainTextEdit) else field
        drop_file(app, target, own_plan)
    assert dropped == [[str(own_plan)]] * len(fields)
    assert app.plan is before
    assert fields or step == 6


def test_dropped_evidence_is_compared_with_the_plan(at_work: Open, tmp_path: Path) -> None:
    """A captured sign-in goes to Verify and is compared at once; the plan stays as it is."""
    app = at_work(PLANS["team-project"])
    before = app.plan
    evidence = tmp_path / "captured.txt"
    evidence.write_bytes(b64encode(okta.response()))
    drop_file(app, app.window, evidence)
    assert app.session.view == "verify"
    page = app.desk.shell.views.page("verify")
    app.qtbot.waitUntil(lambda: page.pages.currentWidget() is page.results, timeout=10_000)
    assert app.plan is before


@pytest.mark.parametrize("view", ["verify", "people"])
def test_a_plan_that_is_dropped_on_a_view_is_opened(at_work: Open, own_plan: Path, tmp_path: Path, view: str) -> None:
    """It is no evidence and no list of people, whatever it is called; unsaved changes are asked about first."""
    app = at_work(PLANS["full"])
    before = app.plan
    for name in ("mine.session-tags.yaml", "mine.txt"):
        app.desk.shell.look(view)
        app.session.set("name", f"Before {name}")
        dropped = own_plan.rename(tmp_path / name)
        drop_file(app, app.desk.shell.views.page(view), dropped)
        app.answer("Discard changes")
        app.settle()
        assert (app.session.path, app.session.view) == (dropped, "")
        own_plan = dropped
    assert app.plan is not before


def test_a_plan_that_is_dropped_on_a_view_and_not_opened_leaves_the_view(at_work: Open, own_plan: Path) -> None:
    """Whoever cancels has lost neither the plan nor what the view showed."""
    app = at_work(PLANS["team-project"])
    app.desk.shell.look("verify")
    page = app.desk.shell.views.page("verify")
    page.asking.box.insertPlainText("what was pasted")
    app.session.set("name", "Changed")
    drop_file(app, page, own_plan)
    app.answer("Cancel")
    assert app.plan.name == "Changed"
    assert page.asking.box.text() == "what was pasted"


def drop_file(app: AtWork, target: QWidget, file: Path) -> None:
    """Drag a file onto a widget, as a file manager does, and let it go."""
    drop(target, dragged_files(file, text=str(file)), QPointF(8, 8))
    app.settle()


def test_a_dropped_text_is_not_taken(at_work: Open) -> None:
    """What is no file is not for the window."""
    app = at_work()
    data = QMimeData()
    data.setText("team")
    assert not is_taken(app.window, data, QPointF(400, 300))


def test_recent_plans_are_opened_from_the_menu(at_work: Open, own_plan: Path) -> None:
    """What was opened before stands in the menu; a plan that is gone says so, once."""
    at_work(own_plan).window.close()
    app = at_work()
    app.desk.menus.recent.aboutToShow.emit()
    entry = app.desk.menus.recent.actions()[0]
    assert entry.text() == f"team — {own_plan.parent}"
    entry.trigger()
    app.settle()
    assert app.session.path == own_plan
    own_plan.unlink()
    app.desk.menus.recent.actions()[0].trigger()
    assert "There is no such file" in app.box().informativeText()
    assert "open it where it is now. The plan that is open here stays open." in app.box().informativeText()
    app.answer("Close")
    assert app.desk.files.recent.paths() == ()


def test_a_template_starts_a_plan_without_a_file(at_work: Open) -> None:
    """New from a template shows the template's plan, not saved anywhere."""
    app = at_work()
    app.desk.files.new_from("team-project")
    app.settle()
    assert app.plan.tags
    assert app.session.path is None


@pytest.mark.parametrize("answer", ["Save", "Discard changes", "Cancel"])
def test_unsaved_changes_are_asked_about_before_another_plan(at_work: Open, own_plan: Path, answer: str) -> None:
    """Save saves and goes on, Discard goes on, Cancel stays."""
    app = at_work(own_plan)
    app.retype("Teams")
    app.desk.files.new()
    assert app.box().text() == "Save the changes to “team.session-tags.yaml”?"
    app.answer(answer)
    assert (app.plan == Plan()) == (answer != "Cancel")
    assert (read_plan(own_plan).name == "Teams") == (answer == "Save")


@pytest.mark.parametrize("answer", ["Save", "Discard changes", "Cancel"])
def test_closing_asks_about_unsaved_changes(at_work: Open, own_plan: Path, answer: str) -> None:
    """The window closes once it is known what becomes of the changes, and leaves nothing to recover."""
    app = at_work(own_plan)
    app.retype("Teams")
    app.desk.keep()
    app.window.close()
    assert app.window.isVisible()
    app.answer(answer)
    assert app.window.isVisible() == (answer == "Cancel")
    assert (read_plan(own_plan).name == "Teams") == (answer == "Save")
    kept = list((app.places.state / "unsaved").glob("*.json"))
    assert bool(kept) == (answer == "Cancel")


def test_a_save_that_fails_while_closing_keeps_the_window(at_work: Open, own_plan: Path) -> None:
    """Who chose to save and could not is not left with nothing."""
    app = at_work(own_plan)
    app.retype("Teams")
    own_plan.unlink()
    own_plan.mkdir()
    app.window.close()
    app.answer("Save")
    assert "was not saved" in app.box().text()
    app.answer("Close")
    assert app.window.isVisible()
    assert app.plan.name == "Teams"


def test_an_unsaved_plan_is_kept_while_one_rests(at_work: Open) -> None:
    """A moment after the last key the plan is on the disk, and after saving it is not."""
    app = at_work()
    app.retype("Teams")
    folder = app.places.state / "unsaved"
    app.qtbot.waitUntil(lambda: bool(list(folder.glob("*.json"))), timeout=app.desk.KEEP_AFTER * 3)
    app.press(Qt.Key.Key_Z, CTRL)
    app.qtbot.waitUntil(lambda: not list(folder.glob("*.json")), timeout=app.desk.KEEP_AFTER * 3)


@pytest.mark.parametrize("answer", ["Open what was kept", "Discard it", "Decide at the next start"])
def test_a_plan_that_was_not_saved_is_offered_at_the_next_start(at_work: Open, tmp_path: Path, answer: str) -> None:
    """After a kill the next start asks; what is opened is unsaved, what is put off is asked again."""
    folder = tmp_path / "own" / "state" / "unsaved"
    kill_after_keeping(folder, "Kept")
    app = at_work()
    assert "“Kept” was not saved" in app.box().text()
    app.answer(answer)
    opened = answer == "Open what was kept"
    assert (app.plan.name == "Kept") == opened
    assert app.session.unsaved == opened
    app.desk.keep()
    assert bool(list(folder.glob("*.json"))) == (answer != "Discard it")


def test_what_was_put_off_survives_the_work_on_another_plan(at_work: Open, tmp_path: Path) -> None:
    """A plan that is to be decided about later is not written over by the one that is worked on meanwhile."""
    folder = tmp_path / "own" / "state" / "unsaved"
    kill_after_keeping(folder, "Kept")
    app = at_work()
    app.answer("Decide at the next start")
    app.window.activateWindow()
    app.retype("Other")
    app.desk.keep()
    app.window.close()
    app.answer("Discard changes")
    assert "“Kept” was not saved" in at_work().box().text()


def kill_after_keeping(folder: Path, name: str) -> None:
    """Let a process keep a plan and die."""
    program = """
        import os, sys
        from datetime import UTC, datetime
        from pathlib import Path
        from wizard.app.recovery import Recovery
        from wizard.plan.model import Plan
        assert Recovery(Path(sys.argv[1]), lambda: datetime.now(UTC)).keep(Plan(name=sys.argv[2]), None)
        os.kill(os.getpid(), 9)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(program), str(folder), name], check=False)


def test_the_killed_app_itself_leaves_its_plan(own_plan: Path, tmp_path: Path) -> None:
    """The program as it is started, killed in the midst of the work, leaves what was typed."""
    program = """
        import os, sys
        from pathlib import Path
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from wizard.app.folders import Folders
        from wizard.ui.boot import Boot
        own = Path(sys.argv[2])
        app = QApplication([])
        boot = Boot(app, Folders(own / "config", own / "state"), Path(sys.argv[1]), None)
        boot.show()
        def work():
            if boot.desk is None:
                return
            if not boot.desk.session.unsaved:
                boot.desk.session.set("name", "Typed", "change the name")
            elif list((own / "state" / "unsaved").glob("*.json")):
                os.kill(os.getpid(), 9)
        timer = QTimer(interval=50)
        timer.timeout.connect(work)
        timer.start()
        app.exec()
    """
    own = tmp_path / "own"
    arguments = [sys.executable, "-c", textwrap.dedent(program), str(own_plan), str(own)]
    subprocess.run(arguments, check=False, timeout=60, env=dict(os.environ))
    kept = Recovery(own / "state" / "unsaved", lambda: datetime.now(UTC)).left_behind()
    assert kept is not None
    assert (kept.plan.name, kept.path) == ("Typed", own_plan)
    assert read_plan(own_plan).name == "Team and project access"
