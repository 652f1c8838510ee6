"""A monkey at keyboard and mouse: nothing fails, Qt complains of nothing, undo leads all the way back.

`make monkey` lets it go on for MONKEY_SECONDS in each theme, and then memory may not have grown either.
"""

import ctypes
import gc
import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QWidget

from tests.named import PLANS
from tests.ui.at_work import ALT, CTRL, NONE, SHIFT, AtWork
from wizard.aws.coverage.table import coverage
from wizard.plan.reader import read_plan
from wizard.ui.menus import Menus
from wizard.ui.theme import Theme

Key = Qt.Key
Open = Callable[..., AtWork]
ACTIONS = int(os.environ.get("MONKEY_ACTIONS", "250"))
SEED = int(os.environ.get("MONKEY_SEED", "1"))
SECONDS = float(os.environ.get("MONKEY_SECONDS", "0"))
STEADY = 12
"""Rounds from which it can be told whether memory grows: half of them to warm up."""
MOST_GROWTH = 4.0
"""Megabytes from the median of the third quarter of the rounds to the median of the last."""
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
    monkeypatch.setattr(Menus, "_quit", lambda _menus: None)


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
    if kind < 0.8:
        key, modifier = chance.choice(KEYS)
        QTest.keyPress(window, key, modifier)
        now = QGuiApplication.focusWindow()  # the one that was pressed in may be gone, which QTest does not look at
        if now is not None:
            QTest.keyRelease(now, key, modifier)
        return f"presses {key} {modifier}"
    if kind < 0.9:
        place = QPoint(chance.randrange(window.width()), chance.randrange(window.height()))
        click = chance.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
        click(window, Qt.MouseButton.LeftButton, NONE, place)
        return f"clicks at {place.x()}, {place.y()}"
    return press_button(app, chance)


def press_button(app: AtWork, chance: random.Random) -> str:
    """Click on one of the buttons in sight."""
    place: QWidget = app.app.activeModalWidget() or app.window
    buttons = [each for each in place.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    if not buttons:
        return "finds no button"
    button = chance.choice(buttons)
    words = button.text()
    app.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return f"clicks {words!r}"


def one_round(app: AtWork, chance: random.Random, plan: Path, history: list[str]) -> None:
    """Do so many things to a plan, and take all of them back."""
    before = read_plan(plan)
    if app.plan != before:
        app.session.begin(before, plan)
    begun = app.session.begun
    for _action in range(ACTIONS):
        history.append(act(app, chance))
        app.settle()
    app.qtbot.waitUntil(lambda: app.app.activeModalWidget() is None or closes(app), timeout=20_000)
    app.session.seal()
    while app.session.undo_words is not None:
        app.session.undo()
    assert app.plan == before or app.session.begun != begun
    app.settle()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_a_monkey_breaks_nothing(
    at_work: Open, tmp_path: Path, theme: Theme, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    """Random keys and clicks raise nothing, undo leads back to what was opened, and memory does not grow."""
    chance = random.Random(SEED)
    plan = tmp_path / "plan.yaml"
    app = at_work(None, theme)
    history: list[str] = []
    memory: list[float] = []
    if SECONDS:
        know_all_services()
    ends = time.monotonic() + SECONDS
    try:
        while not memory or time.monotonic() < ends:
            shutil.copy(PLANS["team-project"], plan)
            app.desk.choose_theme(theme)
            history[:] = [f"seed {SEED}, round {len(memory)}"]
            one_round(app, chance, plan, history)
            memory.append(resident())
    finally:
        request.node.add_report_section("call", "monkey", "\n".join(history))
    if SECONDS:
        with capsys.disabled():
            shown = " ".join(f"{each:.1f}" for each in memory)
            print(f"\n{theme}: {len(memory)} rounds of {ACTIONS} actions; megabytes after each: {shown}")
    assert growth(memory) <= MOST_GROWTH


def know_all_services() -> None:
    """Decode the whole table of services: which of them the monkey comes across, and when, is no growth."""
    for prefix in coverage().prefixes:
        service = coverage().service(prefix)
        assert service is not None
        assert len(service.actions) == len(service.names) == len(service.lower_names)


def resident() -> float:
    """Return the megabytes that the process takes up now; 0 where the system has no such file.

    What the C library keeps for later of what was given back, a picture's memory for instance, is no growth.
    """
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0
    gc.collect()
    give_back = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if give_back is not None:
        give_back(0)
    return int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def growth(memory: list[float]) -> float:
    """Return by how much the last quarter of the rounds takes more than the quarter before; 0 for too few to say."""
    quarter = len(memory) // 4
    return median(memory[-quarter:]) - median(memory[-2 * quarter : -quarter]) if len(memory) >= STEADY else 0


def closes(app: AtWork) -> bool:
    """Close the dialogs that are open."""
    for dialog in app.window.findChildren(QDialog):
        dialog.close()
    app.settle()
    return app.app.activeModalWidget() is None
