"""The writing of a bundle as work for a worker: it tells how far it is, and can be stopped until the last file."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from wizard.bundle.artefact import BundleFile
from wizard.bundle.writing import Written, write_bundle
from wizard.ui.job import Course


class Stopped(Exception):
    """The person stopped the export in time: nothing was written, and what was there is whole."""


class Export:
    """One export. Once all files are ready it ends by itself, in one step, and is told as it really went."""

    def __init__(self, files: tuple[BundleFile, ...], target: Path, *, force: bool) -> None:
        self._files = files
        self._target = target
        self._force = force
        self._stop = Event()

    @property
    def count(self) -> int:
        """How many files it writes."""
        return len(self._files)

    def stop(self) -> None:
        """End it where it can still be ended."""
        self._stop.set()

    def __call__(self, course: Course) -> Written:
        """Write; Stopped, or an error of the bundle, says why not."""
        return write_bundle(self._given(course), self._target, force=self._force)

    def _given(self, course: Course) -> Iterator[BundleFile]:
        for number, file in enumerate(self._files):
            if self._stop.is_set():
                raise Stopped
            course.go_on(number / len(self._files))
            yield file
        if self._stop.is_set():
            raise Stopped
