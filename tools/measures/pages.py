"""How long the window stands still while each page and dialog is opened for the first time, and the look is changed.

The largest plan is open. What a page imports, it imports once a process, so each run has one of its own; of each
opening the least of some runs counts, as in the other pauses.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from measures.result import Result

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 100.0
"""What somebody who has asked for something takes for at once. Keys and jobs, which nobody awaits, are held to 50."""
RUNS = 3


def pages() -> list[Result]:
    """Return the longest turn of the window of each first opening, and of a change of the look."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "measures.pages"]
    runs = [
        json.loads(subprocess.check_output(command, cwd=ROOT / "tools", env=environment, text=True))
        for _run in range(RUNS + 1)
    ][1:]  # the first one may have to compile
    least = {name: min(run[name] for run in runs) for name in runs[0]}
    return [
        Result(f"longest pause while {name}", figure, LONGEST, "ms", f"least of {RUNS} runs, each a process of its own")
        for name, figure in least.items()
    ]


def _measured() -> dict[str, float]:
    """Open everything once, in this process, and return the longest turn of each in milliseconds."""
    from measures.jobs import Office
    from measures.window import PLAN

    with tempfile.TemporaryDirectory() as own:
        office = Office(Path(own))
        office.desk.files.open_path(PLAN)
        office.wait(1)
        found = {name: office.pause(open_it, lambda: True) for name, open_it in _openings(office).items()}
        for theme, way in _looks(office).items():
            found[f"the look becomes {theme}"] = office.pause(way, lambda: not office.desk.dressing.busy)
        office.end()
    return found


def _openings(office: Any) -> dict[str, Callable[[], object]]:
    from functools import partial

    from wizard.app.steps.registry import all_steps
    from wizard.app.views.registry import all_views

    shell = office.desk.shell
    steps = {f"the step {step.title} is opened": partial(shell.go, step.id) for step in all_steps()}
    views = {f"the view {view.title} is opened": partial(shell.look, view.id) for view in all_views()}
    dialogs = {
        "the import is opened": shell.starting.take_in,
        "the offers are opened": shell.starting.offer,
        "the export is opened": shell.export,
        "the preview is split": shell.split,
    }
    return {**steps, **views, "the step Tags is opened again": partial(shell.go, "tags"), **dialogs}


def _looks(office: Any) -> dict[str, Callable[[], object]]:
    from functools import partial

    from wizard.ui.theme import Theme

    ways = (Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT)
    return {theme.value: partial(office.desk.choose_theme, theme) for theme in ways}


MEASURES = (pages,)

if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
    print(json.dumps(_measured()))
