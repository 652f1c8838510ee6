"""The desktop app: from exec to the first paint against a bare window, and from a key press to the screen."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from measures.bare_window import bare_window
from measures.result import Result

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "tests" / "plans" / "largest.yaml"
STARTS = 15
EDITS = 200
RUNS = 3
"""What an edit waits for a busy machine differs from run to run, what it waits for the program does not."""
LONGEST_EDIT = 16.0
LONGEST_FRAME = 50.0
LONGEST_OPENING = 300.0

PAINTING = """
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.monotonic(), flush=True)
        os._exit(0)
"""

BARE = bare_window(before=PAINTING, window="Window")

STARTED = """
import os, sys, time
from importlib import import_module
from wizard.__main__ import main
from wizard.cli import app

def told():
    print(time.monotonic(), flush=True)
    os._exit(0)

def begun(name):
    boot = import_module(name)
    furnish = boot.Boot.furnish
    boot.Boot.furnish = {furnish}
    return boot

app.import_module = begun
sys.argv[1:] = {arguments}
main()
"""
"""The program as its command starts it, until it is first painted or its window is filled."""


def ours(*arguments: str) -> str:
    """Return the program that ends with its first paint; without arguments its theme is the desktop's, a light one."""
    return STARTED.format(arguments=list(arguments), furnish="lambda _boot: told()")


FURNISHED = STARTED.format(arguments=[], furnish="lambda started: (furnish(started), told())")


def _milliseconds(program: str, own: str) -> float:
    """Return the time from exec to the moment that the program prints, in milliseconds."""
    environment = {**os.environ, "XDG_CONFIG_HOME": own, "XDG_STATE_HOME": own, "PYTHONPYCACHEPREFIX": f"{own}/cache"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return (float(done.stdout) - start) * 1000


def first_paint() -> list[Result]:
    """Return how much longer than a bare window the app takes to its first paint, light and dark."""
    programs = {"light": ours(), "dark": ours("--theme", "dark"), "furnished": FURNISHED}
    with tempfile.TemporaryDirectory() as own:
        for program in (BARE, *programs.values()):
            _milliseconds(program, own)
        rounds = [
            {"bare": _milliseconds(BARE, own)} | {name: _milliseconds(each, own) for name, each in programs.items()}
            for _round in range(STARTS)
        ]
    middle = {name: median(each[name] for each in rounds) for name in rounds[0]}
    ratios = {name: median(each[name] / each["bare"] for each in rounds) for name in programs}
    detail = f"{middle['light']:.0f} ms to {middle['bare']:.0f} ms; filled after {middle['furnished']:.0f} ms"
    dark = f"{middle['dark']:.0f} ms to {middle['bare']:.0f} ms"
    return [
        Result("first paint / a bare window with eight pages", ratios["light"], 1.2, "×", detail),
        Result("first paint, dark / a bare window with eight pages", ratios["dark"], 1.5, "×", dark),
    ]


def opened(own: str, plan: Path | None) -> Any:
    """Open the app in this process, and return it once its window is filled."""
    from PySide6.QtWidgets import QApplication

    from wizard.app.folders import Folders
    from wizard.ui.boot import Boot
    from wizard.ui.theme import Theme

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    boot = Boot(app, Folders(Path(own), Path(own)), plan, Theme.LIGHT)
    boot.show()
    while boot.desk is None:
        app.processEvents()
    return boot


def ended(boot: Any) -> None:
    """Close the app as a person does who is done with the plan."""
    boot.desk.finish()
    boot.window.deleteLater()


def _turn() -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()


def key_press() -> list[Result]:
    """Return the 95th percentile and the longest of one edit of the largest plan, until it is on the screen."""
    with tempfile.TemporaryDirectory() as own:
        boot = opened(own, PLAN)
        desk = boot.desk
        desk.shell.go("tags")
        runs = [_edits(lambda number: desk.session.set(*_typed(number), "Change the value")) for _run in range(RUNS)]
        times = [min(each) for each in zip(*runs, strict=True)]
        ended(boot)
    percentile = quantiles(times, n=20)[-1]
    plan = "50 tags, 10 accounts, 10 roles; the Tags page and one preview in sight"
    detail = f"median {median(times):.1f} ms; {plan}; of each edit the least of {RUNS} runs"
    return [
        Result("key press to screen, 95th percentile", percentile, LONGEST_EDIT, "ms", detail),
        Result("key press to screen, longest", max(times), LONGEST_FRAME, "ms", f"of {EDITS}"),
    ]


def opening() -> list[Result]:
    """Return how long the largest plan takes from being asked for to the screen, and the longest pause meanwhile."""
    runs = [_turns_of_opening() for _run in range(RUNS)]
    detail = f"the least of {RUNS} runs"
    return [
        Result("opening the largest plan", min(map(sum, runs)), LONGEST_OPENING, "ms", detail),
        Result("opening the largest plan, longest pause", min(map(max, runs)), LONGEST_FRAME, "ms", detail),
    ]


def _turns_of_opening() -> list[float]:
    """Return how long each turn of the window took until the plan was there, and the one that painted it."""
    times = []
    with tempfile.TemporaryDirectory() as own:
        boot = opened(own, None)
        _turn()
        boot.desk.files.open_path(PLAN)
        there = False
        while not there:
            there = boot.desk.session.path is not None
            start = time.perf_counter()
            _turn()
            times.append((time.perf_counter() - start) * 1000)
        ended(boot)
    return times


def _typed(number: int) -> tuple[str, str]:
    """Return where something is typed, and what: each time round another kind, which changes findings and preview."""
    value = f"user.attribute{number}" if number // 50 % 2 else f'"value {number}"'
    return f"tags[{number % 50}].value", value


def _edits(edit: Callable[[int], None]) -> list[float]:
    times = []
    for number in range(-20, EDITS):
        start = time.perf_counter()
        edit(number)
        for _time in range(2):
            _turn()
        if number >= 0:
            times.append((time.perf_counter() - start) * 1000)
    return times


MEASURES = (first_paint, key_press, opening)
