"""Tells of a newer version, once, where the person has asked to be told; nothing is fetched and nothing installed."""

from collections.abc import Callable
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from wizard import PRODUCT, __version__
from wizard.app.release_feed import answer
from wizard.app.updates import NoAnswer, Release, newer
from wizard.language import _
from wizard.quoting.line_text import one_line
from wizard.ui.job import garbage
from wizard.ui.message import show_note
from wizard.ui.settings import Settings

_YES, _NO = "yes", "no"
Found = Release | NoAnswer | None


class Updates(QObject):
    """What a person has chosen, and the question: at most once a day, on a thread that no closing window waits for."""

    LOOK_AFTER: Final = 200
    """Milliseconds between two looks at whether the answer has come."""

    def __init__(self, window: QWidget, settings: Settings, tell: Callable[[str], None], address: str) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._tell = tell
        self._address = address
        self._answers: SimpleQueue[Found] = SimpleQueue()
        self._asked_now = False
        self._waiting = 0
        self._clock = QTimer(self, interval=self.LOOK_AFTER)
        self._clock.timeout.connect(self._look)

    @property
    def wanted(self) -> bool:
        """Whether the person has asked to be told."""
        return self._settings.text("updates", _NO) == _YES

    def choose(self, *, wanted: bool) -> None:
        """Remember what the person wants; ask at once where that is to be told."""
        self._settings.put("updates", _YES if wanted else _NO)
        if wanted:
            self._asked_now = True
            self._ask()

    def begin(self) -> None:
        """Ask, where the person wants it and this day has not seen the question yet."""
        if self.wanted and self._settings.text("updates/asked", "") != _today():
            self._ask()

    def _ask(self) -> None:
        self._settings.put("updates/asked", _today())
        self._waiting += 1
        garbage.leave()
        Thread(target=_answered, args=(self._address, self._answers), daemon=True).start()
        self._clock.start()

    def _look(self) -> None:
        try:
            found = self._answers.get_nowait()
        except Empty:
            return
        garbage.take_up()
        self._waiting -= 1
        if not self._waiting:
            self._clock.stop()
        asked_now, self._asked_now = self._asked_now, False
        if isinstance(found, NoAnswer):
            reason = one_line(found)
            self._tell(_("Whether there is a newer version could not be asked: {reason}").format(reason=reason))
        elif found is None:
            if asked_now:
                self._tell(_("There is no newer version"))
        elif asked_now or self._settings.text("updates/told", "") != found.version:
            self._settings.put("updates/told", found.version)
            name = _("{product} {version} is published").format(product=PRODUCT, version=found.version)
            more = _("This is version {version}. Where to find the newer one: {page}")
            show_note(self._window, name, more.format(version=__version__, page=found.page))


def _answered(address: str, answers: "SimpleQueue[Found]") -> None:
    try:
        answers.put(newer(answer(address), __version__))
    except NoAnswer as error:
        answers.put(error)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
