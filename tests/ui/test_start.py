"""What a plan starts from: the chooser, the import, and what is dropped."""

import json
import os
import secrets
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QPushButton

from tests.evidence.okta import ada, response
from tests.evidence.shapes import base64
from tests.named import PLANS, plan
from tests.ui.at_work import ALT, CTRL, AtWork, name_of
from tests.ui.dragging import dragged_files, drop
from tests.ui.views.traces import holders, shown
from wizard.app import adopting
from wizard.app.beginnings import beginnings
from wizard.aws.trust import trust_policy
from wizard.bundle.registry import bundle_files
from wizard.plan.model import Plan
from wizard.ui.start.chooser import StartDialog
from wizard.ui.start.import_dialog import ImportDialog
from wizard.ui.start.remarks_dialog import RemarksDialog

Open = Callable[..., AtWork]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Give the rows of a bundle as a file."""
    path = tmp_path / "attribute-statements.yaml"
    path.write_text(bundle_files(plan("team-project"), only=["okta/attribute-statements.yaml"])[0].text)
    return path


@pytest.fixture
def trust(tmp_path: Path) -> Path:
    """Give a role's trust policy as a file."""
    path = tmp_path / "okta-abac.json"
    given = plan("team-project")
    path.write_text(json.dumps(trust_policy(given, "111122223333", given.aws.roles[0]).value()))
    return path


def chooser(app: AtWork) -> StartDialog:
    """Open the chooser by its keys."""
    app.press(Qt.Key.Key_N, CTRL)
    dialog = app.dialog()
    assert isinstance(dialog, StartDialog)
    app.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def importing(app: AtWork, *files: Path) -> ImportDialog:
    """Open the import."""
    app.desk.shell.starting.take_in(files)
    dialog = app.dialog()
    assert isinstance(dialog, ImportDialog)
    app.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def remarks(app: AtWork) -> RemarksDialog:
    """Wait for what was read."""
    app.qtbot.waitUntil(lambda: bool(app.window.findChildren(RemarksDialog)))
    app.settle()
    (dialog,) = app.window.findChildren(RemarksDialog)
    return dialog


@pytest.mark.parametrize("row", range(6))
def test_a_template_is_taken_by_keys_alone(at_work: Open, row: int) -> None:
    """Down to it, Enter: its plan is there, not saved anywhere."""
    app = at_work()
    chooser(app)
    app.press(Qt.Key.Key_Down, times=row)
    app.press(Qt.Key.Key_Return)
    assert app.plan.name
    assert app.plan.tags
    assert app.session.path is None
    assert not any(each.isVisible() for each in app.window.findChildren(QDialog))


def test_escape_leaves_the_plan_alone(at_work: Open) -> None:
    """Nothing was chosen."""
    app = at_work(PLANS["team-project"])
    before = app.plan
    chooser(app)
    app.press(Qt.Key.Key_Escape)
    assert app.plan is before


def test_the_button_says_what_the_choice_does(at_work: Open) -> None:
    """It follows the list."""
    dialog = chooser(at_work())
    for row, beginning in enumerate(beginnings()):
        dialog.list.setCurrentRow(row)
        assert dialog.take.text() == beginning.deed
    dialog.list.setCurrentRow(-1)
    assert not dialog.take.isEnabled()


def test_a_choice_tells_a_screen_reader_what_it_gives(at_work: Open) -> None:
    """Title and line are one text."""
    item = chooser(at_work()).list.item(1)
    text = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("Cost centre: One tag from Okta's own attribute")


def test_an_empty_plan_asks_about_what_is_not_saved(at_work: Open) -> None:
    """The plan that is open stays until the person has answered."""
    app = at_work()
    app.retype("Mine")
    dialog = chooser(app)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    app.press(Qt.Key.Key_Return)
    assert "Save the changes" in app.box().text()
    app.answer("Discard changes")
    assert app.plan == Plan()


def test_opening_is_a_choice_too(at_work: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """It asks for the file."""
    chosen = str(PLANS["team-project"])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    app = at_work()
    dialog = chooser(app)
    app.qtbot.mouseClick(
        dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=dialog.list.visualItemRect(dialog.list.item(6)).center()
    )
    app.qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    app.settle()
    assert app.plan == plan("team-project")


def test_a_first_start_offers_what_to_start_from(at_work: Open) -> None:
    """No plan is open, and none was before; with a recent plan nothing is asked."""
    app = at_work()
    app.desk.begin(None, offers=True)
    dialog = app.dialog()
    assert isinstance(dialog, StartDialog)
    app.qtbot.waitUntil(dialog.isActiveWindow)
    app.press(Qt.Key.Key_Escape)
    app.desk.files.recent.add(PLANS["team-project"])
    app.desk.begin(None, offers=True)
    assert not any(each.isVisible() for each in app.window.findChildren(QDialog))


def test_a_first_start_with_a_plan_opens_it(at_work: Open) -> None:
    """Whoever names a plan is asked nothing."""
    app = at_work()
    app.desk.begin(PLANS["team-project"], offers=True)
    assert app.plan.tags
    assert not any(each.isVisible() for each in app.window.findChildren(QDialog))


def test_several_documents_become_one_plan(at_work: Open, rows: Path, trust: Path) -> None:
    """It is not saved yet, and what could not be told is said beside it."""
    app = at_work()
    dialog = importing(app, rows, trust)
    app.qtbot.mouseClick(dialog.read, Qt.MouseButton.LeftButton)
    said = remarks(app)
    assert [tag.value for tag in app.plan.tags] == ["user.team", "user.project"]
    assert [role.name for role in app.plan.aws.roles] == ["okta-abac"]
    assert app.session.unsaved
    assert app.session.path is None
    assert said.pane.toPlainText().startswith("Could not be told\n")
    copy = next(each for each in said.findChildren(QPushButton) if name_of(each) == "Copy")
    app.qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == said.pane.toPlainText()


def test_a_sign_in_is_pasted_and_forgotten(at_work: Open) -> None:
    """By keys: Ctrl+I, the box, Import; nothing of it is in the plan, and nothing stays in the box."""
    app = at_work()
    app.press(Qt.Key.Key_I, CTRL)
    dialog = app.dialog()
    assert isinstance(dialog, ImportDialog)
    app.qtbot.waitUntil(dialog.isActiveWindow)
    app.press(Qt.Key.Key_P, ALT)
    QGuiApplication.clipboard().setText(base64(response()))
    app.press(Qt.Key.Key_V, CTRL)
    app.tab_to("Import")
    app.press(Qt.Key.Key_Space)
    said = remarks(app)
    assert [tag.key for tag in app.plan.tags] == ["team", "project"]
    assert "platform" not in repr(app.plan) + said.pane.toPlainText()


def test_a_very_long_text_is_held_and_not_shown(at_work: Open) -> None:
    """It stands among the documents, can be taken away, and is read."""
    app = at_work()
    dialog = importing(app)
    assert not dialog.read.isEnabled()
    data = QMimeData()
    data.setText(base64(response()) + " " * 30_000)
    dialog.box.insertFromMimeData(data)
    assert dialog.list.item(0).text().startswith("Pasted text of ")
    app.qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert not dialog.read.isEnabled()
    dialog.box.insertFromMimeData(data)
    app.qtbot.mouseClick(dialog.read, Qt.MouseButton.LeftButton)
    remarks(app)
    assert app.plan.tags


def test_the_import_closes_at_once_while_it_reads(at_work: Open, rows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Escape waits for no document; what comes of it later is heard by nobody, and the window closes after it."""
    app = at_work()
    begun, may_end = threading.Event(), threading.Event()

    def slow(_given: object) -> object:
        begun.set()
        may_end.wait(5)
        return None

    monkeypatch.setattr(adopting, "adoption_of", slow)
    dialog = importing(app, rows)
    dialog.read.click()
    assert begun.wait(10)
    dialog.reject()
    assert not may_end.is_set()
    assert not dialog.isVisible()
    (job,) = app.desk.files.worker._running
    assert job.isRunning()
    app.settle()
    assert not shiboken6.isValid(dialog)
    threading.Timer(0.1, may_end.set).start()
    app.window.close()
    assert not shiboken6.isValid(job) or job.isFinished()
    assert app.plan == Plan()


def test_what_tells_nothing_is_said_and_the_dialog_stays(at_work: Open, tmp_path: Path) -> None:
    """The file, the reason and the place; the plan is the same."""
    bad = tmp_path / "bad.json"
    bad.write_text('{\n "a": }')
    app = at_work(PLANS["team-project"])
    before = app.plan
    dialog = importing(app, bad)
    app.qtbot.mouseClick(dialog.read, Qt.MouseButton.LeftButton)
    app.qtbot.waitUntil(dialog.wrong.isVisible)
    assert dialog.wrong.text.text() == "bad.json: It begins like JSON and is none: line 2, column 7"
    app.press(Qt.Key.Key_Escape)
    assert app.plan is before


def test_files_are_added_once_each(at_work: Open, rows: Path, trust: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the file dialog, by dropping them on the dialog or on its box."""
    app = at_work()
    dialog = importing(app, rows)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(rows), str(trust)], ""))
    app.qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    drop(dialog, dragged_files(rows, trust), QPointF(40, 40))
    dialog.box.insertFromMimeData(dragged_files(trust))
    assert names(dialog.list) == ["attribute-statements.yaml", "okta-abac.json"]
    app.press(Qt.Key.Key_Escape)


def test_a_dropped_document_is_imported(at_work: Open, rows: Path, trust: Path) -> None:
    """A plan opens at once, everything else stands in the import."""
    app = at_work()
    drop(app.window, dragged_files(trust), QPointF(40, 40))
    dialog = app.dialog()
    assert isinstance(dialog, ImportDialog)
    assert names(dialog.list) == ["okta-abac.json"]
    app.press(Qt.Key.Key_Escape)
    drop(app.window, dragged_files(rows), QPointF(40, 40))
    assert isinstance(app.dialog(), ImportDialog)
    app.press(Qt.Key.Key_Escape)
    drop(app.window, dragged_files(PLANS["team-project"]), QPointF(40, 40))
    app.settle()
    assert app.plan == plan("team-project")


def test_the_next_files_are_looked_for_where_the_last_ones_were(
    at_work: Open, rows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has found the folder once does not look for it again."""
    folders: list[str] = []

    def chosen(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[list[str], str]:
        folders.append(folder)
        return [str(rows)] if len(folders) == 1 else [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)
    app = at_work()
    dialog = importing(app)
    for _time in range(3):
        app.qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert folders[1:] == [str(rows.parent)] * 2
    app.press(Qt.Key.Key_Escape)


def test_what_was_wrong_is_said_no_more_when_its_file_goes(at_work: Open, rows: Path, tmp_path: Path) -> None:
    """The file is removed, and with it what stood about it; choosing another line leaves it."""
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    app = at_work()
    dialog = importing(app, rows, bad)
    app.qtbot.mouseClick(dialog.read, Qt.MouseButton.LeftButton)
    app.qtbot.waitUntil(dialog.wrong.isVisible)
    dialog.list.setCurrentRow(0)
    assert dialog.wrong.isVisible()
    dialog.list.setCurrentRow(1)
    app.qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert not dialog.wrong.isVisible()
    app.press(Qt.Key.Key_Escape)


def names(listed: QListWidget) -> list[str]:
    """Return the texts of a list."""
    return [listed.item(row).text() for row in range(listed.count())]


def test_nothing_holds_a_pasted_sign_in_after_the_import(at_work: Open) -> None:
    """No object of Python and no widget has any of it, whether it was read or the dialog was cancelled."""
    reversed_mark = secrets.token_hex(16)
    app = at_work()
    for finish in ("read", "cancel"):
        dialog = importing(app)
        dialog.box.setPlainText(_marked(reversed_mark))
        assert shown(app.window, reversed_mark)
        app.qtbot.mouseClick(getattr(dialog, finish), Qt.MouseButton.LeftButton)
        if finish == "read":
            remarks(app).close()
        del dialog
        app.qtbot.waitUntil(lambda: not app.window.findChildren(ImportDialog))
        app.settle()
        assert shown(app.window, reversed_mark) == []
        app.qtbot.waitUntil(lambda: not app.desk.files.worker._running)  # the thread that read it has ended
        assert holders(reversed_mark) == []


def _marked(reversed_mark: str) -> str:
    mark = reversed_mark[::-1]
    return response(ada(team=[mark], RoleSessionName=[f"{mark}@example.com"]), name_id=mark).decode()


def test_the_program_itself_offers_at_its_first_start(tmp_path: Path) -> None:
    """As a person starts it, with a home of its own: the chooser is there, and Escape leaves an empty plan."""
    program = """
        import sys
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication
        from wizard.ui import boot
        def look():
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                print(type(dialog).__name__)
                QTest.keyClick(dialog, Qt.Key.Key_Escape)
                QTimer.singleShot(200, QApplication.quit)
                timer.stop()
        original = boot.Boot.__init__
        timer = QTimer(interval=50)
        def begin(*given, **named):
            original(*given, **named)
            timer.timeout.connect(look)
            timer.start()
        boot.Boot.__init__ = begin
        sys.exit(boot.run(None, "light"))
    """
    surroundings = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_STATE_HOME": str(tmp_path / "s")}
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, env=surroundings, timeout=60, check=False
    )
    assert ended.stdout.decode().split() == ["StartDialog"], ended.stderr.decode()
