"""What stands beside the lines of a preview: their numbers, and a sign where a line changed since the plan was kept."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from wizard.app.line_changes import Mark, Sign
from wizard.ui.colours import colours
from wizard.ui.tip import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from wizard.ui.preview_text import PreviewText

_GAP: Final = 8
_BAR: Final = 3
_COLOURS: Final = {Sign.ADDED: "fine", Sign.CHANGED: "warning", Sign.REMOVED: "error"}


class Gutter(QWidget):
    """The numbers and the signs. It asks the text which lines are in sight, and draws beside them."""

    def __init__(self, text: "PreviewText") -> None:
        super().__init__(text)
        self._text = text
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Return the width that the numbers and the signs need."""
        digits = max(2, len(str(self._text.blockCount())))
        return QSize(self._text.fontMetrics().horizontalAdvance("9") * (digits + 1) + 2 * _GAP + _BAR, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw beside the lines that are in sight."""
        if self._text.document().isEmpty():
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._text.font())
        for block, top in self._text.lines_in_sight(event.rect().bottom()):
            self._paint(painter, block, top)
        painter.end()

    def _paint(self, painter: QPainter, block: QTextBlock, top: int) -> None:
        known = colours(QGuiApplication.palette())
        height = self._text.fontMetrics().height()
        mark = self._text.mark(block.blockNumber())
        sign = self._text.fontMetrics().horizontalAdvance("9")
        numbers = QRect(0, top, self.width() - _GAP - sign - _BAR, height)
        painter.setPen(QColor(known.quiet))
        painter.drawText(numbers, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
        if mark is None:
            return
        colour = known.of(_COLOURS[mark.sign])
        painter.setPen(colour)
        bold = QFont(self._text.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.drawText(
            QRect(numbers.right() + _BAR, top, sign + _BAR, height), Qt.AlignmentFlag.AlignHCenter, mark.sign
        )
        painter.setFont(self._text.font())
        rows = self._text.height_of(block)
        painter.fillRect(QRect(self.width() - _BAR - 1, top, _BAR, rows), colour)

    def mouseMoveEvent(self, event: "QMouseEvent") -> None:
        """Let the tooltip say what the sign at the pointer means and what stood there before."""
        super().mouseMoveEvent(event)
        mark: Mark | None = self._text.mark(self._text.line_at(event.position().toPoint().y()))
        self.setToolTip(tip(self._text.words_of(mark)) if mark else "")
