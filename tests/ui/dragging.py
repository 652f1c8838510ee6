"""Drags what a file manager or an editor drags: the events that Qt makes of it, in any of its versions."""

from pathlib import Path
from typing import Any, Final

from PySide6 import __version_info__
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

_HOW: Final = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
_IN_WHOLE_PIXELS: Final = __version_info__ < (6, 12)
"""Until Qt 6.12 a drag entered at whole pixels; that is deprecated since."""


def dragged_files(*paths: Path, text: str = "") -> QMimeData:
    """Return what a file manager drags, with the text that some add."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        data.setText(text)
    return data


def is_taken(target: QObject, data: QMimeData, place: QPointF) -> bool:
    """Drag something into a widget; tell whether the widget would take it."""
    at: Any = place.toPoint() if _IN_WHOLE_PIXELS else place
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, *_HOW)
    enter.setAccepted(False)
    QApplication.sendEvent(target, enter)
    return enter.isAccepted()


def drop(target: QObject, data: QMimeData, place: QPointF) -> None:
    """Drag something into a widget and let it go there, whether or not the widget would take it."""
    is_taken(target, data, place)
    QApplication.sendEvent(target, QDropEvent(place, Qt.DropAction.CopyAction, data, *_HOW))
