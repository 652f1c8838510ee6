"""Shows that a worker is at work, how far it is, and how to end it; there only once it takes longer than a moment."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from wizard.language import _
from wizard.ui.job import WHOLE, Worker
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.lines import row_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressBar


class _Parts(NamedTuple):
    words: QLabel
    bar: "QProgressBar"
    cancel: QPushButton


class Progress(QWidget):
    """A worker's bar, with Cancel. `words` say what it is at; `cancel` does what is not the worker's own cancelling.

    Its parts are made when it first appears: most work is done before anybody could see them.
    """

    def __init__(
        self,
        worker: Worker,
        words: str,
        parent: QWidget | None = None,
        cancel: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._ended = cancel or worker.cancel
        self._part = 0
        worker.slow.connect(self._appear)
        worker.progressed.connect(self._show)
        worker.rested.connect(self._vanish)
        self.hide()

    @cached_property
    def _parts(self) -> _Parts:
        from PySide6.QtWidgets import QProgressBar  # noqa: PLC0415 - not before there is something to show

        words = QLabel(self._words, self)
        words.setProperty("kind", "quiet")
        bar = QProgressBar(self)
        bar.setTextVisible(False)
        bar.setAccessibleName(self._words)
        bar.setFixedHeight(8)
        cancel = QPushButton(_("Cancel"), self)
        cancel.setAccessibleName(_("Cancel: {work}").format(work=self._words))
        cancel.clicked.connect(lambda _checked: self._ended())
        row = row_in(self)
        row.addWidget(words)
        row.addWidget(bar, 1)
        row.addWidget(cancel)
        return _Parts(words, bar, cancel)

    @property
    def bar(self) -> "QProgressBar":
        """The bar."""
        return self._parts.bar

    @property
    def cancel(self) -> QPushButton:
        """The button that ends the work."""
        return self._parts.cancel

    @property
    def words(self) -> QLabel:
        """What it is at."""
        return self._parts.words

    def say(self, words: str) -> None:
        """Say what it is at from now on."""
        self._words = words
        if not self.isHidden():
            self.words.setText(words)

    def _appear(self) -> None:
        self.words.setText(self._words)
        self.bar.setRange(0, WHOLE if self._part else 0)
        self.bar.setValue(self._part)
        self.show()
        announce(self, self._words)

    def _show(self, part: int) -> None:
        self._part = part
        if not self.isHidden():
            self.bar.setRange(0, WHOLE)
            self.bar.setValue(part)

    def _vanish(self) -> None:
        self._part = 0
        if self.isHidden():
            return
        if self.cancel.hasFocus():
            self.focusNextChild()
        self.hide()
