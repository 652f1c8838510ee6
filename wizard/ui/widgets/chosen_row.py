"""The cursor of a list follows what is selected: assistive technology selects, and leaves the cursor where it was."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView


def follow_selection(view: QAbstractItemView) -> None:
    """Let the cursor go to what is selected without it, in a list of one selection that has its model."""
    later = QTimer(view, singleShot=True, interval=0)  # by keys and mouse, the cursor comes after the selection

    def follow() -> None:
        rows = view.selectionModel().selectedIndexes()
        if rows and view.currentIndex() not in rows:
            view.setCurrentIndex(rows[0])

    later.timeout.connect(follow)
    view.selectionModel().selectionChanged.connect(later.start)
