"""Calls a function once, still before the window is painted, however often it was asked for meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Soon(QObject):
    """What is asked for many times in a turn of the event loop, and done once at its end.

    A posted event comes before the painting and a timer after it: what a timer brings is painted a second time.
    """

    _posted = Signal()

    def __init__(self, parent: QObject, call: Callable[[], None]) -> None:
        super().__init__(parent)
        self._call = call
        self.waits = False
        self._posted.connect(self._act, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Ask for the call."""
        if not self.waits:
            self.waits = True
            self._posted.emit()

    def drop(self) -> None:
        """Forget what was asked for: it has been done, or is not wanted any more."""
        self.waits = False

    def _act(self) -> None:
        if self.waits:
            self.waits = False
            self._call()
