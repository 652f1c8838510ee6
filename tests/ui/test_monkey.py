"""A monkey at the keyboard: nothing fails, Qt complains of nothing, and undo leads all the way back."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QWidget

from tests.named import PLANS
from tests.ui.at_work import ALT, CTRL, NONE, SHIFT, AtWork
from wizard.plan.reader import read_plan
from wizard.ui.theme import Theme

Key = Qt.Key
Open = Callable[..., AtWork]
ACTIONS = int(os.environ.get("MONKEY_ACTIONS", "250"))
SEED = int(os.environ.get("MONKEY_SEED", "1"))
TEXTS = ("team", "user.team", "a:b", "ä&<\"'", "1", "ec2:*", "${x}", " ", "\u202eabc", "😀")
KEYS = (
    *((key, NONE) for key in (Key.Key_Tab, Key.Key_Space, Key.Key_Return, Key.Key_Down, Key.Key_Up, Key.Key_Delete)),
    *((key, NONE) for key in (Key.Key_Insert, Key.Key_F2, Key.Key_F6, Key.Key_Escape, Key.Key_Home, Key.Key_Backspace)),
    *((Key(Key.Key_0 + number), CTRL) for number in range(1, 7)),
    *((key, CTRL) for key in (Key.Key_Z, Key.Key_Y, Key.Key_A, Key.Key_E, Key.Key_C, Key.Key_V, Key.Key_S)),
    *((key, ALT) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)),
    *((key, CTRL) for key in (Key.Key_K, Key.Key_F, Key.Key_I)),
    (Key.Key_P, CTRL | SHIFT),
    *((Key.Key_F1, keys) for keys in (NONE, SHIFT)),
    *((Key.Key_F3, keys) for keys in (NONE, SHIFT)),
    (Key.Key_Backtab, SHIFT),
    (Key.Key_C, CTRL | SHIFT),
    (Key.Key_F6, SHIFT),
    *((Key(Key.Key_0 + number), CTRL | SHIFT) for number in range(1, 4)),
)


@pytest.fixture(autouse=True)
def _nothing_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no file dialog wait for a person, open nothing on the desktop, and keep relative paths in one place."""
    monkeypatch.chdir(tmp_path)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_arguments: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _address: True)


def act(app: AtWork, chance: random.Random) -> str:
    """Do something, and say what."""
    window = QGuiApplication.focusWindow()
    if window is None:
        app.window.activateWindow()
        app.qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
        return "the window is activated"
    kind = chance.random()
    if kind < 0.25:
        text = chance.choice(TEXTS)
        for letter in text:
            if letter.isascii():
                QTest.keyClick(window, letter)
        return f"types {text!r}"
    if kind < 0.85:
        key, modifier = chance.choice(KEYS)
        QTest.keyClick(window, key, modifier)
        return f"presses {key} {modifier}"
    return click(app, chance)


def click(app: AtWork, chance: random.Random) -> str:
    """Click on one of the buttons in sight."""
    place: QWidget = app.app.activeModalWidget() or app.window
    buttons = [each for each in place.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    if not buttons:
        return "finds no button"
    button = chance.choice(buttons)
    app.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return f"clicks {button.text()!r}"


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_a_monkey_breaks_nothing(at_work: Open, tmp_path: Path, theme: Theme, request: pytest.FixtureRequest) -> None:
    """Random keys and clicks raise nothing, and taking every edit back gives the plan that was opened."""
    chance = random.Random(SEED)  # noqa: S311 - no secret; the same every time
    plan = tmp_path / "plan.yaml"
    shutil.copy(PLANS["team-project"], plan)
    before = read_plan(plan)
    app = at_work(plan, theme)
    history = [f"seed {SEED}"]
    for _action in range(ACTIONS):
        history.append(act(app, chance))
        app.settle()
    request.node.add_report_section("call", "monkey", "\n".join(history))
    app.qtbot.waitUntil(lambda: app.app.activeModalWidget() is None or closes(app), timeout=20_000)
    app.session.seal()
    while app.session.undo_words is not None:
        app.session.undo()
    assert app.plan == before
    app.settle()


def closes(app: AtWork) -> bool:
    """Close the dialogs that are open."""
    for dialog in app.window.findChildren(QDialog):
        dialog.close()
    app.settle()
    return app.app.activeModalWidget() is None
