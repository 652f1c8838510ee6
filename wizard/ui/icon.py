"""The program's own icons: drawn from resources/icons/NAME.svg in the colour that the palette asks for when painted."""

from functools import cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

from wizard.ui.colours import colours
from wizard.ui.drawing import drawing

_OPPOSITE: Final = {"left": "right", "right": "left"}
"""Icons that point where reading goes, or where it comes from."""


class _Ink(QIconEngine):
    """Draws one icon. An icon named after a severity or a state has that colour, any other the text's."""

    def __init__(self, name: str, *, steady: bool) -> None:
        super().__init__()
        self.name = name
        self.steady = steady

    def clone(self) -> QIconEngine:
        """Return another such icon."""
        return _Ink(self.name, steady=self.steady)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon."""
        del state
        name = _OPPOSITE.get(self.name, self.name) if QGuiApplication.isRightToLeft() else self.name
        drawing(name).paint(painter, QRectF(rect), self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon drawn in that many device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        if pixmap.isNull():
            return pixmap
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def _colour(self, mode: QIcon.Mode) -> QColor:
        palette = QGuiApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        if mode == QIcon.Mode.Selected and not self.steady:
            return palette.color(QPalette.ColorRole.HighlightedText)
        return colours(palette).of_icon(self.name) or palette.color(QPalette.ColorRole.ButtonText)


@cache
def icon(name: str, *, steady: bool = False) -> QIcon:
    """Return the icon of that name; it follows the palette whenever it is painted.

    A `steady` one keeps its colour where its row is selected, for a list that does not use the selection's colour.
    It is kept for good: the engine, which is half Python's and half Qt's, must not be taken apart with a window.
    """
    return QIcon(_Ink(name, steady=steady))
