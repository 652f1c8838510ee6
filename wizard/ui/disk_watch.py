"""Hears when something else changes the plan's file: at once where the system tells, else when the app is looked at."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from wizard.app.session import Session

if TYPE_CHECKING:
    from pathlib import Path


class DiskWatch(QObject):
    """Calls `check` when the file of the session's plan may have changed, and no dialog waits for an answer.

    A file that is replaced, as most programs save, is another one to the system: its folder is watched too, and the
    file anew after every change.
    """

    REST = 250
    """Milliseconds for a change to come to its end."""

    def __init__(self, app: QApplication, session: Session, check: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._session = session
        self._check = check
        self._path: Path | None = None
        self._ended = False
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=self.REST)
        self._rest.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._rest.start)
        self._watcher.directoryChanged.connect(self._rest.start)
        app.applicationStateChanged.connect(self._become)
        self._unsubscribe = session.subscribe(self._follow)
        self._follow()

    def end(self) -> None:
        """Hear nothing any more."""
        if self._ended:
            return
        self._ended = True
        self._rest.stop()
        self._unsubscribe()
        self._app.applicationStateChanged.disconnect(self._become)
        self._forget()

    def _follow(self) -> None:
        if self._session.path != self._path:
            self._path = self._session.path
            self._watch()

    def _watch(self) -> None:
        self._forget()
        if self._path is not None:
            known = [str(path) for path in (self._path, self._path.absolute().parent) if path.exists()]
            if known:
                self._watcher.addPaths(known)

    def _forget(self) -> None:
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def _become(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._rest.start()

    def _look(self) -> None:
        """Check, but not under a dialog: then the next time."""
        if self._app.activeModalWidget() is not None:
            self._rest.start(4 * self.REST)
            return
        self._watch()
        self._check()
