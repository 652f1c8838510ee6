"""Two parts of a view that share its room as the person divides it; neither can be made to vanish."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

_GAP: Final = 8
_SIZES: Final = (700, 300)


def with_details(table: QWidget, details: QWidget) -> QSplitter:
    """Return a table with the details of its row beside it; what room there is more goes to the table for the most."""
    return divided(Qt.Orientation.Horizontal, table, details, _SIZES, shares=(3, 1))


def divided(
    orientation: Qt.Orientation, one: QWidget, other: QWidget, sizes: tuple[int, int], *, shares: tuple[int, int]
) -> QSplitter:
    """Return two parts of these sizes; what room there is more, or less, they take by their shares."""
    split = QSplitter(orientation)
    for place, (part, share) in enumerate(zip((one, other), shares, strict=True)):
        split.addWidget(part)
        split.setStretchFactor(place, share)
    split.setSizes(list(sizes))
    split.setProperty("kind", "airy")
    split.setHandleWidth(_GAP)
    split.setChildrenCollapsible(False)
    if split.isRightToLeft():  # where Qt lets the part on the right stick out by a pixel, its frame
        split.setContentsMargins(0, 0, 1, 0)
    return split
