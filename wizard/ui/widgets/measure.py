"""The measure: how wide a form grows on a wide page. Longer lines are harder to read, and the eye loses the buttons."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

FORM: Final = 640
LINE: Final = 720
"""Pixels of a field, and of a message with its button."""


def in_measure(widget: QWidget, widest: int = FORM) -> QHBoxLayout:
    """Return a row that gives the widget all the width there is, up to `widest`.

    A maximum width alone would not do: Qt asks what stands in a column for its height at the column's whole width.
    """
    widget.setMaximumWidth(widest)
    row = QHBoxLayout()
    row.addWidget(widget, 1)
    row.addStretch(0)
    return row
