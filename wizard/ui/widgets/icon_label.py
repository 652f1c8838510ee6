"""Shows one of the program's icons, drawn when painted: in the colours of the moment, and sharp on every screen."""

from typing import Final

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wizard.ui.icon import icon

SIDE: Final = 16


class IconLabel(QWidget):
    """An icon of 16 pixels. It says nothing to assistive technology: what it means stands beside it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.setFixedSize(SIDE, SIDE)

    def show_icon(self, name: str) -> None:
        """Show the icon of that name."""
        if name != self.name:
            self.name = name
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        if self.name:
            painter = QPainter(self)
            icon(self.name).paint(painter, self.rect())
            painter.end()
