"""Work beside the window's thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wizard.ui.job import WHOLE, Course, Worker
from wizard.ui.widgets.progress import Progress


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    """Give a worker whose threads have ended when the test has."""
    owner = QObject()
    made = Worker(owner)
    yield made
    made.end()


class Heard:
    """What came of the work."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []


def test_the_result_comes_back_to_the_windows_thread(worker: Worker, qtbot: QtBot) -> None:
    """The work runs on another thread, and what it returns is heard on this one."""
    threads: list[int] = []
    worker.start(lambda _course: threading.get_ident(), threads.append, Heard().failed.append)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0] != threading.get_ident()
    assert not worker.busy


def test_an_exception_is_heard_as_one(worker: Worker, qtbot: QtBot) -> None:
    """What the work raises reaches whoever started it."""
    heard = Heard()

    def work(_course: Course) -> None:
        raise LookupError("nothing there")

    worker.start(work, heard.done.append, heard.failed.append)
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert isinstance(heard.failed[0], LookupError)
    assert heard.done == []


def test_the_next_work_silences_the_one_before(worker: Worker, qtbot: QtBot) -> None:
    """Of two pieces of work only the later one is heard, and the earlier one ends."""
    heard = Heard()
    ended = threading.Event()

    def endless(course: Course) -> None:
        try:
            while True:
                course.go_on()
        finally:
            ended.set()

    worker.start(endless, heard.done.append, heard.failed.append)
    worker.start(lambda _course: "second", heard.done.append, heard.failed.append)
    qtbot.waitUntil(lambda: bool(heard.done) and ended.is_set())
    assert heard.done == ["second"]
    assert heard.failed == []


def test_cancel_ends_the_work_unheard(worker: Worker, qtbot: QtBot) -> None:
    """A cancelled piece of work returns nothing and fails with nothing."""
    heard = Heard()
    begun = threading.Event()

    def endless(course: Course) -> None:
        begun.set()
        while True:
            course.go_on()

    worker.start(endless, heard.done.append, heard.failed.append)
    assert begun.wait(10)
    with qtbot.waitSignal(worker.rested):
        worker.cancel()
    worker.end()
    qtbot.wait(10)
    assert (heard.done, heard.failed, worker.busy) == ([], [], False)


def test_a_thread_is_left_to_a_worker_that_lives_longer(worker: Worker, qtbot: QtBot) -> None:
    """Whoever leaves it waits for nothing and hears nothing; the heir waits when it ends, or once it has ended."""
    heard = Heard()
    begun, may_end = threading.Event(), threading.Event()

    def deaf(_course: Course) -> str:
        begun.set()
        assert may_end.wait(10)
        return "too late"

    owner = QObject()
    leaving = Worker(owner)
    leaving.start(deaf, heard.done.append, heard.failed.append)
    assert begun.wait(10)
    leaving.leave_to(worker)
    assert not leaving.busy
    assert not worker.busy
    shiboken6.delete(owner)  # Qt ends the program where a thread that runs is deleted
    (job,) = worker._running
    assert job.isRunning()
    assert not gc.isenabled()
    may_end.set()
    qtbot.waitUntil(lambda: not worker._running)
    assert gc.isenabled()
    assert (heard.done, heard.failed) == ([], [])


def test_a_bar_appears_for_slow_work_and_goes_with_it(worker: Worker, qtbot: QtBot) -> None:
    """The bar is there once the work has taken a while, follows it, and its button ends it."""
    worker._clock.setInterval(0)
    bar = Progress(worker, "Reading")
    qtbot.addWidget(bar)

    def half(course: Course) -> None:
        while True:
            course.go_on(0.5)

    heard = Heard()
    worker.start(half, heard.done.append, heard.failed.append)
    qtbot.waitUntil(lambda: not bar.isHidden() and bar.bar.value() == WHOLE // 2)
    bar.cancel.click()
    assert bar.isHidden()
    assert not worker.busy


def test_how_far_the_work_is_is_looked_at_and_not_told_at_every_part(worker: Worker, qtbot: QtBot) -> None:
    """Work that tells a thousand parts at once leaves the window a glance at the last, not a thousand letters."""
    heard = Heard()
    parts: list[int] = []
    told, looked = threading.Event(), threading.Event()

    def work(course: Course) -> None:
        for part in range(1000):
            course.go_on(part / 1000)
        told.set()
        looked.wait(10)

    worker.progressed.connect(parts.append)
    worker.start(work, heard.done.append, heard.failed.append)
    assert told.wait(10)
    qtbot.waitUntil(lambda: bool(parts))
    looked.set()
    qtbot.waitUntil(lambda: bool(heard.done))
    assert parts == [999]


def test_no_garbage_is_collected_beside_the_window(worker: Worker, qtbot: QtBot) -> None:
    """While a thread is at work no garbage is collected, which might hold widgets; afterwards it is again."""
    places: list[int] = []

    def note(phase: str, _info: object) -> None:
        if phase == "start":
            places.append(threading.get_ident())

    def work(_course: Course) -> int:
        for _each in range(20_000):
            ring: list[object] = []
            ring.append(ring)
        return threading.get_ident()

    threads: list[int] = []
    gc.callbacks.append(note)
    worker.start(work, threads.append, Heard().failed.append)
    qtbot.waitUntil(lambda: bool(threads) and gc.isenabled())
    gc.callbacks.remove(note)
    assert threads[0] not in places


def test_garbage_is_collected_again_where_the_page_ends_its_work(worker: Worker) -> None:
    """A page that is closed while a thread is at work leaves no program without collection behind."""
    worker.start(lambda course: [course.go_on() for _ in iter(int, 1)], Heard().done.append, Heard().failed.append)
    worker.end()
    assert gc.isenabled()
