"""Shows one of several pages, as QStackedWidget does; but that one is a "layered pane" to whoever hears the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget


class Pages(QWidget):
    """The pages, in the same place.

    Signals:
        turned: the number of the page that is shown now.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedLayout(self)
        self._stack.currentChanged.connect(self.turned)

    def addWidget(self, page: QWidget) -> None:
        """Take a page; the first one is shown."""
        self._stack.addWidget(page)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show that page."""
        self._stack.setCurrentWidget(page)

    def currentWidget(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._stack.currentWidget()
