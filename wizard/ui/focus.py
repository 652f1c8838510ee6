"""Where the keyboard is: F6 walks the panes; the field that has the focus is in sight, and the window its host."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from wizard.ui.field_host import FieldHost
from wizard.ui.frame import Frame
from wizard.ui.tab_order import tab_stops
from wizard.ui.widgets.text_input import Hosted


class Focus:
    """Follows the focus of the window through its panes."""

    def __init__(self, app: QApplication, frame: Frame) -> None:
        self._frame = frame
        self._last: dict[QWidget, QWidget] = {}
        self.host = FieldHost()
        self._app = app
        app.focusChanged.connect(self._moved)

    @property
    def _panes(self) -> tuple[QWidget, ...]:
        frame = self._frame
        second = (frame.second,) if frame.second is not None else ()
        return (frame.steps, frame.page, frame.preview, *second, frame.problems, frame.foot)

    def end(self) -> None:
        """Follow no more."""
        self._app.focusChanged.disconnect(self._moved)

    def walk(self, distance: int) -> None:
        """Put the focus into the next pane that takes it, or the one before, where it was there last."""
        start = self._pane_of(self._frame.focusWidget())
        count = len(self._panes)
        for step in range(1, count + 1):
            pane = self._panes[((-1 if start is None else start) + distance * step) % count]
            target = self._target(pane)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _target(self, pane: QWidget) -> QWidget | None:
        last = self._last.get(pane)
        if last is not None and isValid(last) and last.isVisible() and last.isEnabled():
            return last
        return next(tab_stops(pane), None)

    def _pane_of(self, widget: QWidget | None) -> int | None:
        if widget is None:
            return None
        return next((at for at, pane in enumerate(self._panes) if pane is widget or pane.isAncestorOf(widget)), None)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and isinstance(old, Hosted):
            old.host = None
        if new is not None:  # Qt's own style frames what Tab has led to alone, not what a key or the program has
            new.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            new.update()
        at = self._pane_of(new)
        if new is None or at is None:
            return
        pane = self._panes[at]
        self._last[pane] = new
        if pane is self._frame.page:
            if isinstance(new, Hosted):
                new.host = self.host
            self._frame.page.reveal(new)
