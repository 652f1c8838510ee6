"""The whole way by keyboard alone: from the first start to a bundle that equals the command's, and to both checks."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from tests.evidence import okta
from tests.ui.at_work import ALT, CTRL, SHIFT, AtWork, name_of
from wizard.app.flow import current
from wizard.plan.reader import read_plan
from wizard.ui.start.chooser import StartDialog

Key = Qt.Key
Open = Callable[..., AtWork]

EXPECTED = """
version: 1
name: Team and project access
okta:
  app_label: Amazon Web Services
tags:
  - {key: team, value: user.team, transitive: true}
  - {key: project, value: user.project, transitive: true}
aws:
  accounts: ["111122223333"]
  roles:
    - {name: okta-abac, access: [own-resources]}
access:
  - name: own-resources
    actions: [ec2:StartInstances, secretsmanager:GetSecretValue]
    match: [team, project]
    create: false
people:
  - login: ada@example.com
    profile: {team: platform, project: apollo}
"""


def name_the_app(app: AtWork) -> None:
    """Fill the first step in."""
    app.type("Team and project access")
    app.tab_to("Label of the app")
    app.retype("Amazon Web Services")


def add_tags(app: AtWork) -> None:
    """Add two transitive tags in the table."""
    app.tab_to("Session tags")
    for name in ("team", "project"):
        app.press(Key.Key_Insert)
        app.type(name)
        app.press(Key.Key_Tab)
        app.type(f"user.{name}")
        app.press(Key.Key_Tab)
        app.press(Key.Key_Space)
        app.press(Key.Key_Return)


def add_a_person(app: AtWork) -> None:
    """Add a sample person with both attributes."""
    app.tab_to("Add a person")
    app.press(Key.Key_Space)
    app.tab_to("Login")
    app.retype("ada@example.com")
    for name, value in (("team", "platform"), ("project", "apollo")):
        app.tab_to(name)
        app.retype(value)


def add_an_account_and_a_role(app: AtWork) -> None:
    """Name the account and the role."""
    app.tab_to("Account IDs, one a line")
    app.type("111122223333")
    app.tab_to("Add a role")
    app.press(Key.Key_Space)
    app.tab_to("Name of the role")
    app.retype("okta-abac")


def add_a_grant(app: AtWork) -> None:
    """Say what the role may do."""
    app.tab_to("Add a grant")
    app.press(Key.Key_Space)
    app.tab_to("Name of the grant")
    app.retype("own-resources")
    for name in ("team", "project"):
        box = app.tab_to(f"Only on resources whose tags equal the person's: {name}")
        if not box.property("checked"):
            app.press(Key.Key_Space)
    app.tab_to("Actions by name, one a line")
    app.type("ec2:StartInstances\nsecretsmanager:GetSecretValue")
    if app.tab_to("May create").property("checked"):
        app.press(Key.Key_Space)


def begin_empty(app: AtWork) -> None:
    """Take the last of what the first start offers: nothing."""
    assert isinstance(app.dialog(), StartDialog)
    app.press(Key.Key_End)
    app.press(Key.Key_Return)
    app.qtbot.waitUntil(lambda: app.app.activeModalWidget() is None, timeout=10_000)
    app.window.activateWindow()  # a busy window manager may forget to give the first window the keyboard
    app.qtbot.waitUntil(app.window.isActiveWindow, timeout=10_000)


def save_as(app: AtWork, path: Path) -> None:
    """Save by the keys of the file dialog."""
    name_file(app, path)
    app.press(Key.Key_S, CTRL)


def name_file(app: AtWork, path: Path) -> None:
    """Type the path into the file dialog that comes next, and press Enter."""

    def answer() -> None:
        dialog = app.app.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible():
            QTimer.singleShot(50, answer)
            return
        if not dialog.isActiveWindow():  # a busy window manager gives it the keyboard late, or forgets to
            dialog.activateWindow()
            QTimer.singleShot(50, answer)
            return
        name = dialog.findChild(QLineEdit)
        assert name is not None
        name.setFocus()
        app.retype(str(path))
        confirm()

    def confirm() -> None:
        """Press Return until the dialog goes: the first may only close the list of names that it proposes."""
        dialog = app.app.activeModalWidget()
        name = dialog.findChild(QLineEdit) if isinstance(dialog, QFileDialog) else None
        if dialog is not None and name is not None and name.text() == str(path):
            QTimer.singleShot(500, confirm)
            if dialog.isActiveWindow() or app.app.activePopupWidget() is not None:
                app.press(Key.Key_Return)
            else:
                dialog.activateWindow()

    QTimer.singleShot(100, answer)


def verify(app: AtWork) -> None:
    """Paste a sign-in in which a value is another, compare, and read what differs."""
    app.press(Key.Key_3, CTRL | SHIFT)
    QGuiApplication.clipboard().setText(okta.response(okta.ada(team=["data"])).decode())
    app.tab_to("Evidence")
    app.press(Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()
    app.qtbot.waitUntil(lambda: app.frame.foot.told.text().startswith("It differs"), timeout=20_000)
    app.settle()
    assert name_of(app.focus) == "What was sent, beside the plan"
    app.tab_to("Details of the row")
    assert "data" in app.focus.property("plainText")


def judge(app: AtWork, people: Path) -> None:
    """Open a list of people by the keys of the file dialog, and read who would fail."""
    people.write_text("login,team,project\nada@example.com,platform,apollo\nbob@example.com,R&D,apollo\n")
    app.press(Key.Key_2, CTRL | SHIFT)
    app.tab_to("Open people…")
    name_file(app, people)
    app.press(Key.Key_Space)
    app.qtbot.waitUntil(lambda: app.frame.foot.told.text() == "1 of 2 people would fail", timeout=20_000)
    app.tab_to("Details of the person")
    assert "bob@example.com" in app.focus.property("plainText")


def test_an_empty_plan_becomes_the_commands_bundle_without_a_mouse(at_work: Open, tmp_path: Path) -> None:
    """Typing a plan, saving and exporting it by keys gives the bytes that the command gives for that plan.

    Then a sign-in is compared with it, and a list of people is judged.
    """
    app = at_work(offers=True)
    begin_empty(app)
    name_the_app(app)
    for fill in (add_tags, add_a_person, add_an_account_and_a_role, add_a_grant):
        app.press(Key.Key_Right, ALT)
        fill(app)
    app.press(Key.Key_Left, ALT)
    app.tab_to("What the role gives: own-resources")
    app.press(Key.Key_Space)

    plan = tmp_path / "walked.yaml"
    save_as(app, plan)
    expected = tmp_path / "expected.yaml"
    expected.write_text(EXPECTED, encoding="utf-8")
    assert read_plan(plan) == read_plan(expected)
    assert not app.session.unsaved

    app.press(Key.Key_PageDown, CTRL, times=2)
    assert current(app.session).id == "review"
    target = tmp_path / "by-app"
    app.tab_to("Where the bundle goes")
    app.retype(str(target))
    export = app.tab_to("Export bundle")
    assert isinstance(export, QPushButton)
    app.press(Key.Key_Space)
    app.qtbot.waitUntil((target / "manifest.json").is_file, timeout=20_000)
    app.qtbot.waitUntil(export.isEnabled, timeout=20_000)

    command = [sys.executable, "-m", "wizard", "export", str(plan), "--out", str(tmp_path / "by-command")]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert contents(target) == contents(tmp_path / "by-command")

    verify(app)
    judge(app, tmp_path / "people.csv")


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file in a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
