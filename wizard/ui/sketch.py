"""What the window shows before the program has been imported: its parts in their places, and the first question.

It paints most of it itself: real widgets, made, dressed and laid out, take longer than all that is imported for them.
The frame takes its place as soon as the first paint is over. See :mod:`wizard.ui.window` for what it must not import.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from wizard.app.steps.step import Step
from wizard.language import _
from wizard.ui.colours import DARK, colours
from wizard.ui.measures import (
    FIRST_WIDTHS,
    FOOT_MARGINS,
    HEADING_MARGINS,
    HEADING_SPACING,
    PROBLEMS_HEIGHT,
    STEP_HEIGHT,
    STEP_INDENT,
    STEPS_PADDING,
)
from wizard.ui.theme import HEADING

MENUS = ("&File", "&Edit", "&View", "&Help")
_RULE: Final = 1
_BUTTON: Final = 10
"""What a button adds to the height of its text."""
_LEAST_IN_DARK: Final = 16
"""The height of a button's text in the dark theme, at least."""
_ONE_LINE: Final = 0x0081
"""Qt.AlignLeft and Qt.AlignVCenter: to name them would touch the namespace."""


class Sketch(QWidget):
    """Stands for the frame; `columns` are the widths of steps, page and preview, where they are known."""

    def __init__(self, steps: Sequence[Step], columns: Sequence[int]) -> None:
        super().__init__()
        self._steps = steps
        self._side, self._middle = columns[:2] if len(columns) > 1 else (FIRST_WIDTHS[0], FIRST_WIDTHS[1] - _RULE)
        self._question = self._words(_(steps[0].question))
        size = self.fontInfo().pointSizeF() * HEADING
        self._question.setStyleSheet(f"font-size: {size:.1f}pt; font-weight: 600;")  # fonts have enumerations of theirs
        self._hint = self._words(_(steps[0].hint))
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def resizeEvent(self, _event: object) -> None:
        """Put the question at the top of the page, and its hint below it."""
        left, top, right, _bottom = HEADING_MARGINS
        width = self._middle - left - right
        height = self._question.heightForWidth(width)
        start = self._side + _RULE + left
        self._question.setGeometry(self._place(start, _RULE + top, width, height))
        below = _RULE + top + height + HEADING_SPACING
        self._hint.setGeometry(self._place(start, below, width, self._hint.heightForWidth(width)))

    def paintEvent(self, _event: object) -> None:
        """Paint the parts and the names of the steps.

        What fills is the painter's background, and what writes its first pen: to set any other touches the namespace.
        """
        painter = QPainter(self)
        self._paint_parts(painter)
        left = STEPS_PADDING + STEP_INDENT
        for row, step in enumerate(self._steps):
            place = self._place(left, _RULE + STEPS_PADDING + row * STEP_HEIGHT, self._side - left, STEP_HEIGHT)
            painter.drawText(place, _ONE_LINE, _(step.title))
        painter.end()

    def _paint_parts(self, painter: QPainter) -> None:
        found = colours(self.palette())
        text = painter.fontMetrics().height()
        foot = sum(FOOT_MARGINS[1::2]) + _BUTTON + (max(text, _LEAST_IN_DARK) if found is DARK else text)
        below = self.height() - foot - 2 * _RULE - PROBLEMS_HEIGHT
        painter.setBackground(self.palette().base())
        painter.eraseRect(self._place(self._side + _RULE, _RULE, self._middle, below - _RULE))
        painter.setBackground(self._filling(found.line))
        for top in (0, below, self.height() - foot - _RULE):
            painter.eraseRect(QRect(0, top, self.width(), _RULE))
        for before in (self._side, self._side + _RULE + self._middle):
            painter.eraseRect(self._place(before, _RULE, _RULE, below - _RULE))

    def _filling(self, colour: str) -> QBrush:
        """Return what fills with a colour, from a palette: a brush of one's own would touch the namespace."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor.fromString(colour))
        return palette.base()

    def _words(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        return label

    def _place(self, left: int, top: int, width: int, height: int) -> QRect:
        """Return a rectangle, on the other side where the language runs from right to left."""
        if self.isRightToLeft():
            left = self.width() - left - width
        return QRect(left, top, width, height)
