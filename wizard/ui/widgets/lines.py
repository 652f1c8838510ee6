"""Parts below or beside each other, at the distance that the grid gives, without margins of their own."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

_GAP: Final = 8


def column_in(parent: QWidget) -> QVBoxLayout:
    """Lay the parts of a widget out below each other."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    return column


def row_in(parent: QWidget) -> QHBoxLayout:
    """Lay the parts of a widget out beside each other."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    return row
