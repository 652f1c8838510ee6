"""Edits a number of seconds, and says what it is in hours and minutes."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget

from wizard.language import _, ngettext
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.text_input import Hosted, Line

LARGEST: Final = 2**31 - 1
_STEP: Final = 900
_HOUR: Final = 3600
_MINUTE: Final = 60


class _Seconds(QSpinBox, Hosted):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = Line(self)
        self.setLineEdit(self._line)
        self.valueChanged.connect(self._name_unit)
        self._name_unit(self.value())

    def _name_unit(self, seconds: int) -> None:
        self.setSuffix(" " + ngettext("second", "seconds", seconds))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.host_takes(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.host_opens(self._line, event):
            super().contextMenuEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class DurationEdit(Editor):
    """A whole number of seconds; the arrows step by a quarter of an hour. It refuses nothing: rules judge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = _Seconds(self)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setRange(-LARGEST, LARGEST)
        self.box.setSingleStep(_STEP)
        self._words = QLabel(self)
        self._words.setProperty("kind", "quiet")
        self.box.valueChanged.connect(self._tell)
        self.take(self.box)
        self.fill(self.box, self._words)

    def show_value(self, value: int) -> None:
        """Write the number; one beyond what the box holds is shown as the nearest that it does."""
        shown = max(-LARGEST, min(LARGEST, value))
        if self.box.value() != shown:
            self.blockSignals(True)
            self.box.setValue(shown)
            self.blockSignals(False)
        words = duration_words(value)
        if self._words.text() != words:
            self._words.setText(words)

    def _tell(self, value: int) -> None:
        self.edited.emit(value)


def duration_words(seconds: int) -> str:
    """Return a number of seconds in hours and minutes; empty where it is not made of whole minutes."""
    if seconds <= 0 or seconds % _MINUTE:
        return ""
    hours, minutes = divmod(seconds // _MINUTE, _HOUR // _MINUTE)
    if not minutes:
        return _("{hours} h").format(hours=hours)
    if not hours:
        return _("{minutes} min").format(minutes=minutes)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
