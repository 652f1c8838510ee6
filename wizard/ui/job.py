"""Work beside the window's thread, which stays free to paint: it tells how far it is, and can be cancelled."""

import gc
import sys
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QThread, QTimer, Signal

WHOLE: Final = 1000
"""What `progressed` counts up to."""


_TURN: Final = 0.0001
"""Seconds after which the thread at work makes way. Painting a table calls Python hundreds of times, and each call
waits for its turn: with Python's own 5 ms a table that was scrolled beside an export stood still for a third of a
second, with half a millisecond still for a quarter."""


class Garbage:
    """Collects no garbage while a thread is at work: one that met a widget there would take it apart beside the window.

    Touched on the window's thread alone.
    """

    def __init__(self) -> None:
        self._at_work = 0
        self._collects = False

    def leave(self) -> None:
        """Stop collecting: a thread begins."""
        if not self._at_work:
            self._collects = gc.isenabled()
            gc.disable()
        self._at_work += 1

    def take_up(self) -> None:
        """Collect again where no thread is at work any more."""
        self._at_work -= 1
        if not self._at_work and self._collects:
            gc.enable()


garbage: Final = Garbage()


class Cancelled(Exception):
    """Nobody waits for the work any more."""


class Course:
    """What the work is given: it says here how far it is, and hears here that it was cancelled."""

    def __init__(self, progressed: Callable[[int], None], is_cancelled: Callable[[], bool]) -> None:
        self._progressed = progressed
        self._is_cancelled = is_cancelled
        self._told = -1

    def go_on(self, done: float | None = None) -> None:
        """Say which part of the work is done, 0 to 1, None where that is not known; Cancelled where it shall end."""
        if self._is_cancelled():
            raise Cancelled
        told = self._told if done is None else round(done * WHOLE)
        if told != self._told:
            self._told = told
            self._progressed(told)


Work = Callable[[Course], Any]
"""Runs on the thread; it must touch no widget, and nothing that the window's thread may change meanwhile. It calls
`go_on` twenty times a second or more, so that cancelling is felt at once."""


class Job(QThread):
    """One piece of work.

    Attributes:
        part: how far it is, up to WHOLE; less than nothing where that is not known. The window looks at it now and
            then: told at every part, it had a hundred letters to open at once, and waited for its turn at each.

    Signals, each with the job's number:
        done: what the work returned. failed: the exception that it raised, but Cancelled.
    """

    done = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, number: int, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self.number: Final = number
        self.part = -1
        self._work = work

    def run(self) -> None:
        """Do the work, and tell how it went."""
        try:
            result = self._work(Course(self._note, self._is_cancelled))
        except Cancelled:
            return
        except Exception as error:
            self.failed.emit(self.number, error)
        else:
            self.done.emit(self.number, result)

    def forget(self) -> None:
        """Let go of the work, which may hold a credential; Qt takes the thread itself apart later."""
        self._work = _ignored

    def _note(self, part: int) -> None:
        self.part = part

    def _is_cancelled(self) -> bool:
        return self.isInterruptionRequested()


class Worker(QObject):
    """Does one piece of work at a time for a page: the next one cancels the one before.

    Signals:
        slow: the work has taken half a second; time to show how far it is. progressed: up to WHOLE.
        rested: nothing is worked at any more, for whatever reason.
    """

    slow = Signal()
    progressed = Signal(int)
    rested = Signal()

    SLOW_AFTER = 500
    """Milliseconds after which a person wonders."""
    REST = 50
    """Milliseconds after which a thread that has ended is forgotten. All that it made is looked through for garbage
    then, which shall not add to the turn of the window that shows what came of it."""
    LOOK_EVERY = 50
    """Milliseconds between two looks at how far the work is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._job: Job | None = None
        self._running: set[Job] = set()
        self._done: Callable[[Any], None] = _ignored
        self._failed: Callable[[Exception], None] = _ignored
        self._clock = QTimer(self, singleShot=True, interval=self.SLOW_AFTER)
        self._clock.timeout.connect(self.slow)
        self._part = -1
        self._after = QTimer(self, singleShot=True, interval=self.REST)
        self._after.timeout.connect(self._forget)
        self._look = QTimer(self, interval=self.LOOK_EVERY)
        self._look.timeout.connect(self._see_progress)

    @property
    def busy(self) -> bool:
        """Whether something is worked at."""
        return self._job is not None

    def start(self, work: Work, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Begin; `done` or `failed` is called on this thread at the end, neither where the work is cancelled."""
        sys.setswitchinterval(_TURN)
        self._drop()
        self._number += 1
        self._done, self._failed = done, failed
        job = self._job = Job(self._number, work, self)
        self._running.add(job)
        job.done.connect(self._hear_done)
        job.failed.connect(self._hear_failed)
        job.finished.connect(self._after.start)
        self._part = job.part
        self._clock.start()
        self._look.start()
        garbage.leave()
        job.start()

    def cancel(self) -> None:
        """End the work, if there is any."""
        if self._drop():
            self.rested.emit()

    def end(self) -> None:
        """End the work and wait for the threads; the window closes."""
        self._drop()
        for job in tuple(self._running):
            self._end_of(job)

    def leave_to(self, heir: "Worker") -> None:
        """End the work without waiting for its thread; another worker, which lives longer, does that."""
        self._drop()
        for job in self._running:
            job.setParent(heir)
            job.finished.connect(heir._after.start)
        heir._running |= self._running
        self._running.clear()
        heir._after.start()  # a thread that ended meanwhile tells nobody any more

    def _drop(self) -> bool:
        job, self._job = self._job, None
        self._clock.stop()
        self._look.stop()
        if job is not None:
            job.requestInterruption()
        return job is not None

    def _forget(self) -> None:
        for job in tuple(self._running):
            if job.isFinished():
                self._end_of(job)

    def _end_of(self, job: Job) -> None:
        job.wait()
        if job in self._running:
            self._running.remove(job)
            garbage.take_up()
            job.forget()
            job.deleteLater()

    def _see_progress(self) -> None:
        if self._job is not None and self._job.part != self._part:
            self._part = self._job.part
            self.progressed.emit(self._part)

    def _hear_done(self, number: int, result: object) -> None:
        if self._is_current(number):
            self._drop()
            self.rested.emit()
            self._done(result)

    def _hear_failed(self, number: int, error: Exception) -> None:
        if self._is_current(number):
            self._drop()
            self.rested.emit()
            self._failed(error)

    def _is_current(self, number: int) -> bool:
        return self._job is not None and self._job.number == number


def _ignored(_result: object) -> None:
    """Do nothing with it."""
