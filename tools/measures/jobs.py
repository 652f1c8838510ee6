"""How long the whole window stands still while each of its jobs is done with the largest plan, or a far too large one.

A turn of the window is timed from event to event; of each job the least of some runs counts, as in the other pauses.
"""

import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from measures.matrix import written
from measures.pauses import recording
from measures.result import Result
from measures.window import PLAN, ended, opened

LONGEST = 50.0
RUNS = 3
MANY = 1_500
PEOPLE = 10_000
_TURN = 0.001
_GIVEN_UP = 120.0

Pause = tuple[str, float]
"""What was done, and the longest turn of the window meanwhile, in milliseconds."""


class Office:
    """The app with a plan in it, and the folder that its jobs write into."""

    def __init__(self, own: Path) -> None:
        self.own = own
        self.boot = opened(str(own), None)
        self.desk = self.boot.desk
        self.wait(0.3)
        gc.collect()
        gc.freeze()

    def pause(self, begin: Callable[[], object], done: Callable[[], bool]) -> float:
        """Return the longest turn, in milliseconds, from the beginning of a job to a moment after its end."""
        start = time.perf_counter()
        begin()
        longest = time.perf_counter() - start
        while not done():
            if time.perf_counter() - start > _GIVEN_UP:
                raise TimeoutError
            longest = max(longest, self.turn())
        return max(longest, self.wait(0.3)) * 1000

    def wait(self, seconds: float) -> float:
        """Let the window live; return the longest turn in seconds."""
        ends, longest = time.perf_counter() + seconds, 0.0
        while time.perf_counter() < ends:
            longest = max(longest, self.turn())
        return longest

    def turn(self) -> float:
        """Handle what there is, and return the seconds that it took."""
        from PySide6.QtWidgets import QApplication

        start = time.perf_counter()
        QApplication.processEvents()
        took = time.perf_counter() - start
        time.sleep(_TURN)
        return took

    def end(self) -> None:
        """Close the app."""
        ended(self.boot)
        self.wait(0.1)
        gc.unfreeze()

    def look(self, view_id: str) -> Any:
        """Open a view, and return its page once it is at rest."""
        self.desk.shell.look(view_id)
        page = self.desk.shell.views.page(view_id)
        self.wait(0.2)
        return page


def many_problems(folder: Path) -> Path:
    """Write the largest plan with many more people, each with two problems of their own: 0.7 MB, 3,107 findings."""
    path = folder / "many.session-tags.yaml"
    long = "x" * 380
    more = (f"  - login: more{number}\n    profile: {{team: t, note: {long}}}\n" for number in range(MANY))
    path.write_text(PLAN.read_text(encoding="utf-8") + "".join(more), encoding="utf-8")
    return path


def other_plan(folder: Path) -> Path:
    """Write the largest plan with another value in nearly every tag, and other people."""
    path = folder / "other.session-tags.yaml"
    text = PLAN.read_text(encoding="utf-8")
    path.write_text(text.replace("user.attribute", "user.other").replace("person", "human"), encoding="utf-8")
    return path


def _read(office: Office) -> Iterator[Pause]:
    yield "a plan with thousands of problems is opened", _opened(office, many_problems(office.own))
    yield "the largest plan is opened", _opened(office, PLAN)


def _opened(office: Office, path: Path) -> float:
    desk = office.desk
    return office.pause(lambda: desk.files.open_path(path), lambda: desk.session.path == path)


def _compared(office: Office) -> Iterator[Pause]:
    page, other = office.look("compare"), other_plan(office.own)
    people, resources = map(Path, written(office.own, PEOPLE, PEOPLE))

    def hold() -> None:
        page.access.people.take(people)
        page.access.resources.take(resources)

    yield "the two largest plans are compared", office.pause(partial(page.take, other), lambda: not page.worker.busy)
    yield "who gains and loses is decided", office.pause(hold, lambda: not page.worker.busy)


def _drawn(office: Office) -> Iterator[Pause]:
    page = office.look("diagram")
    yield (
        "the flow is saved as PNG",
        office.pause(partial(page.write, office.own / "flow.png"), lambda: not page.worker.busy),
    )


def _exported(office: Office) -> Iterator[Pause]:
    from wizard.ui.export_dialog import ExportDialog

    office.desk.shell.export()
    office.wait(0.5)
    panel = office.boot.window.findChild(ExportDialog).panel
    panel.place.aim(office.own / "bundle")
    yield "the bundle is exported", office.pause(panel.start, lambda: not panel.busy)
    assert (office.own / "bundle").is_dir()
    panel.window().reject()


def _imported(office: Office) -> Iterator[Pause]:
    from wizard.ui.start.import_dialog import ImportDialog

    office.desk.shell.starting.take_in([recording(office.own)])
    dialog = office.boot.window.findChild(ImportDialog)
    office.wait(0.3)
    yield "a large recording is imported", office.pause(dialog.start, lambda: office.desk.session.path is None)


def _once() -> dict[str, float]:
    """Do every job once, and return the longest pause of each."""
    with tempfile.TemporaryDirectory() as name:
        office = Office(Path(name))
        steps = (_read, _compared, _drawn, _exported, _imported)
        found = dict(pause for step in steps for pause in step(office))
        office.end()
    return found


def jobs() -> list[Result]:
    """Return the longest pause of each job."""
    runs = [_once() for _run in range(RUNS)]
    names = [f"longest pause while {name}" for name in runs[0]]
    return [
        Result(words, min(run[name] for run in runs), LONGEST, "ms", f"least of {RUNS} runs")
        for words, name in zip(names, runs[0], strict=True)
    ]


MEASURES = (jobs,)
