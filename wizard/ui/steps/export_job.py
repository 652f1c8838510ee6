"""Writes the bundle beside the window's thread, which stays free to paint."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from wizard.bundle.artefact import BundleFile
from wizard.bundle.error import BundleError
from wizard.bundle.writing import Written, write_bundle


class ExportJob(QThread):
    """One export.

    Signals:
        written: where it lies, and what an interrupted export had left beside it.
        failed: why nothing was written.
    """

    written = Signal(object)
    failed = Signal(str)

    def __init__(self, files: Iterable[BundleFile], target: Path, *, force: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._files = tuple(files)
        self._target = target
        self._force = force

    def run(self) -> None:
        """Write, and tell how it went."""
        try:
            done: Written = write_bundle(self._files, self._target, force=self._force)
        except BundleError as error:
            self.failed.emit(str(error))
        else:
            self.written.emit(done)
