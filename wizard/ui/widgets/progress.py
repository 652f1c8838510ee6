"""Shows that a worker is at work, how far it is, and how to end it; there only once it takes longer than a moment."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from wizard.language import _
from wizard.ui.job import WHOLE, Worker
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.lines import row_in


class Progress(QWidget):
    """A worker's bar, with Cancel. `words` say what it is at; `cancel` does what is not the worker's own cancelling."""

    def __init__(
        self,
        worker: Worker,
        words: str,
        parent: QWidget | None = None,
        cancel: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = QLabel(words, self)
        self.words.setProperty("kind", "quiet")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words)
        self.bar.setFixedHeight(8)
        self.cancel = QPushButton(_("Cancel"), self)
        self.cancel.setAccessibleName(_("Cancel: {work}").format(work=words))
        row = row_in(self)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.cancel.clicked.connect(lambda _checked: (cancel or worker.cancel)())
        worker.slow.connect(self._appear)
        worker.progressed.connect(self._show)
        worker.rested.connect(self._vanish)
        self._vanish()

    def _appear(self) -> None:
        self.show()
        announce(self, self.words.text())

    def _show(self, part: int) -> None:
        self.bar.setRange(0, WHOLE)
        self.bar.setValue(part)

    def _vanish(self) -> None:
        if self.cancel.hasFocus():
            self.focusNextChild()
        self.hide()
        self.bar.setRange(0, 0)
