"""Makes many parts a portion at a time: all at once they would hold the window."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE: Final = 4
"""Milliseconds in which a portion is laid out and painted in a turn of its own: timers of nought come in the same."""


class Portions(QObject):
    """A work of which a turn of the event loop does a portion, and a later one, after the painting, another.

    `work` does as much as a turn may take, and tells whether there is more to do.

    Signals:
        went_on: a portion that had to wait has been done.
    """

    went_on = Signal()

    def __init__(self, parent: QObject, work: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._work = work
        self._next = QTimer(self, singleShot=True, interval=_PAUSE)
        self._next.timeout.connect(self._continue)

    @property
    def waits(self) -> bool:
        """Whether there is more to do."""
        return self._next.isActive()

    def go_on(self) -> None:
        """Do a portion now, the others in later turns."""
        if self._work():
            self._next.start()
        else:
            self._next.stop()

    def begin(self) -> None:
        """Do all portions in later turns."""
        self._next.start()

    def _continue(self) -> None:
        self.go_on()
        self.went_on.emit()
