"""The window itself: what closing, dropping and the first painting do. What stands in it comes from elsewhere.

It is on the screen before anything else is imported. Touching Qt's namespace of enumerations alone takes a tenth of the
time to the first window, so neither this module nor the sketch does.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from wizard.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

SMALLEST: Final = (960, 560)
FIRST_SIZE: Final = (1280, 800)


class Window(QMainWindow):
    """The main window.

    Signals:
        painted: it has been painted for the first time.
        dropped: the paths of the files that were dropped on it.
    """

    painted = Signal()
    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        self._painted = False
        self.setWindowTitle(_("Session Tag Wizard"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.setAcceptDrops(True)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell that the window has been painted, the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Close where nothing would be lost."""
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Tell which files were dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)
