"""How long the window stands still while a long recording, or a million people, are worked at beside it.

The least of some runs counts: what the window waits for a busy machine differs, what it waits for the work does not.
"""

import gc
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from measures.matrix import written
from measures.result import Result
from tests import named
from tests.evidence import okta
from tests.evidence.shapes import har, post
from wizard.app.session import Session

PEOPLE = 1_000_000
RECORDED = 44 << 20
SIDE = 10_000
PAGES = 60
LONGEST = 50.0
RUNS = 3
_TURN = 0.001
_GIVEN_UP = 120.0


class Window:
    """A window of its own for some widget, and the longest time that it stood still."""

    def __init__(self, widget: Any) -> None:
        from PySide6.QtWidgets import QVBoxLayout, QWidget

        self._app = _app()
        self._window = QWidget()
        QVBoxLayout(self._window).addWidget(widget)
        self._window.resize(1100, 700)
        self._window.show()
        self._turn(0.2)
        gc.collect()
        gc.freeze()  # as the app does once it has started
        self.longest = 0.0

    def until(self, there: Callable[[], bool], rest: float = 0.3) -> None:
        """Let the window live until something is there, and the moment after that."""
        ends = time.perf_counter() + _GIVEN_UP
        while not there():
            if time.perf_counter() > ends:
                raise TimeoutError
            self._turn(0)
        self._turn(rest)

    def close(self) -> None:
        """Take the window away."""
        self._window.close()
        self._window.deleteLater()
        self._app.processEvents()
        gc.unfreeze()

    def _turn(self, seconds: float) -> None:
        """Handle events at every thousandth of a second, as they come, and measure what lies between."""
        ends = time.perf_counter() + seconds
        before = time.perf_counter()
        while True:
            self._app.processEvents()
            time.sleep(_TURN)
            now = time.perf_counter()
            self.longest = max(getattr(self, "longest", 0.0), (now - before - _TURN) * 1000)
            before = now
            if now >= ends:
                return


def _app() -> Any:
    from PySide6.QtWidgets import QApplication

    from wizard.ui.theme import Theme, apply_theme

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, Theme.LIGHT)
    return app


def _page(view_id: str) -> Any:
    from wizard.ui.view_page import page_of

    _app()
    page = page_of(view_id, Session(named.plan("team-project")))
    page.refresh()
    return page


def recording(folder: Path) -> Path:
    """Write a browser's recording of a long morning with one sign-in in it, as browsers do: characters as they are."""
    headers = [{"name": f"header-{number}", "value": "v" * 40} for number in range(12)]
    content = {"mimeType": "text/html", "size": 3000, "text": '<p class="x">Zürich 🎉\n' * 60}
    request = {"method": "GET", "url": "https://example.com/", "headers": headers}
    other = {"request": request, "response": {"status": 200, "headers": headers, "content": content}}
    half = [other] * (RECORDED // len(_written(other).encode()) // 2)
    path = folder / "morning.har"
    path.write_text(_written(json.loads(har(*half, post(okta.response()), *half))), encoding="utf-8")
    return path


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def failing(folder: Path) -> Path:
    """Write a list of people of whom everybody would fail."""
    path = folder / "people.csv"
    rows = (f"person{number}@example.com,R&D {number % 40},apollo\n" for number in range(PEOPLE))
    path.write_text("login,team,project\n" + "".join(rows), encoding="utf-8")
    return path


def pauses() -> list[Result]:
    """Return the longest pause of each view that reads files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        people, recorded = failing(folder), recording(folder)
        megabytes = recorded.stat().st_size / 1e6
        return [
            _least("recording", lambda: _verify(recorded), f"Verify reads a HAR of {megabytes:.0f} MB"),
            _least("people", lambda: _people(people), f"People judges {PEOPLE:,} who all fail"),
            _least("a person", lambda: _dialog(people), f"a person is looked for among {PEOPLE:,}"),
            _least(
                "a matrix", lambda: _scrolled(folder), f"{SIDE:,} × {SIDE:,} are decided, and scrolled in every way"
            ),
        ]


def _least(name: str, run: Callable[[], float], detail: str) -> Result:
    least = min(run() for _run in range(RUNS))
    return Result(f"longest pause of the window, {name}", least, LONGEST, "ms", f"{detail}; least of {RUNS} runs")


def _verify(path: Path) -> float:
    page = _page("verify")
    window = Window(page)
    page.asking.hold(path)
    window.until(lambda: page.pages.currentWidget() is page.results)
    page.end()
    window.close()
    return window.longest


def _people(path: Path) -> float:
    page = _page("people")
    window = Window(page)
    page.judge(path)
    window.until(lambda: page.outcome is not None)
    page.end()
    window.close()
    return window.longest


def _dialog(path: Path) -> float:
    from wizard.ui.person_dialog import PersonDialog

    _app()
    dialog = PersonDialog(named.plan("team-project"))
    window = Window(dialog)
    dialog.read(path)
    window.until(lambda: dialog.logins.count() > 0)
    for text in ("person", "99999", "person999999@"):
        dialog.text.setText(text)
        window.until(lambda: not dialog.worker.busy)
    dialog.worker.end()
    window.close()
    return window.longest


def _scrolled(folder: Path) -> float:
    """Decide for as many people as resources, no two alike, and go down their rows in each way."""
    from wizard.app.matrix.listing import Filter, Show

    people, resources = written(folder, SIDE, SIDE)
    page = _page("matrix")
    window = Window(page)
    page.sources.people.take(Path(people))
    page.sources.resources.take(Path(resources))
    page.filters.ask(Filter(Show.REFUSED))
    window.until(lambda: len(page.model.rows) > 100 and not page.worker.busy)
    for move in _ways(page.table):
        for _time in range(PAGES):
            move()
            window.until(lambda: True, rest=0.02)
    rows = len(page.model.rows)
    page.end()
    window.close()
    assert rows > PAGES
    return window.longest


def _ways(table: Any) -> tuple[Callable[[], object], ...]:
    """Return the ways in which a person goes down a table: the bar's page and its end, the wheel, and the keys."""
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtTest import QTest

    down, keys, none = table.verticalScrollBar(), Qt.Key, Qt.MouseButton.NoButton
    at = QPointF(50, 50)

    def turn_wheel() -> None:
        place, phase = table.viewport().mapToGlobal(at), Qt.ScrollPhase.NoScrollPhase
        no_key = Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(at, place, QPoint(0, 0), QPoint(0, -360), none, no_key, phase, False)
        _app().sendEvent(table.viewport(), event)

    return (
        lambda: down.setValue(down.value() + down.pageStep()),
        turn_wheel,
        lambda: QTest.keyClick(table, keys.Key_PageDown),
        lambda: QTest.keyClick(table, keys.Key_End, Qt.KeyboardModifier.ControlModifier),
        lambda: down.setValue(down.maximum()),
    )


MEASURES = (pauses,)
