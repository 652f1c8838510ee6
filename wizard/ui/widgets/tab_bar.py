"""Tabs above the parts of a view."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QSize
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QTabBar

from wizard.ui.colours import colours

_ROUND: Final = 3
_DOTS: Final = 2


class QuietTabBar(QTabBar):
    """Tabs among which the wheel chooses only when they have the focus, and of which it can be seen that they have."""

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the words anew: what was written before the tabs were shown, Qt measured without the sheet."""
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
        super().showEvent(event)

    def tabSizeHint(self, index: int) -> QSize:
        """Return Qt's size and a little more height, without which it cuts the dots off the Ä of a tab that waits."""
        return super().tabSizeHint(index).grownBy(QMargins(0, _DOTS, 0, _DOTS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the chosen tab while the keyboard is here, which the themes' sheets do not."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(colours(QGuiApplication.palette()).of("on_tab"))
            painter.drawRoundedRect(self.tabRect(self.currentIndex()).adjusted(3, 3, -4, -6), _ROUND, _ROUND)
            painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page that scrolls, unless the tabs have the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
