"""Gives the open program another look, in portions: Qt does it in one piece, which holds the window for two seconds.

For another style sheet Qt styles every widget anew, those of hidden pages too, and each once more for every widget
above it. Here nothing is touched at first but what is in sight. All others are let go of their style before, some in
each turn of the event loop, and get the new one afterwards. Meanwhile the window shows the old look: nobody sees a
part in the one and a part in the other.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from wizard.ui.theme import Look, style_of
from wizard.ui.widgets.portions import Portions

_AT_A_TIME: Final = 120
"""Widgets that one turn of the event loop lets go of their style, or gives one."""
_POLISHED: Final = Qt.WidgetAttribute.WA_WState_Polished
_OWN_STYLE: Final = Qt.WidgetAttribute.WA_SetStyle


class Dressing(QObject):
    """Changes the look of all windows; `done` is called as soon as what is in sight has it."""

    def __init__(self, app: QApplication, window: QWidget, done: Callable[[], None]) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._done = done
        self._wanted: list[Look] = []
        self._steps: Iterator[None] = iter(())
        self._portions = Portions(self, self._go_on)

    @property
    def busy(self) -> bool:
        """Whether something has not got its look yet."""
        return self._portions.waits

    def dress(self, look: Look) -> None:
        """Give everything this look; where another one is just being given, after that."""
        self._wanted = [look]
        if not self.busy:
            self._portions.go_on()

    def _go_on(self) -> bool:
        try:
            if next(self._steps, self) is not self:
                return True
        except BaseException:
            self._window.setUpdatesEnabled(True)
            raise
        if self._wanted:
            self._steps = self._dressed(self._wanted.pop())
            return True
        return False

    def _dressed(self, look: Look) -> Iterator[None]:
        self._window.setUpdatesEnabled(False)
        unseen = [each for each in self._app.allWidgets() if _is_unseen(each)]
        yield
        for at in range(0, len(unseen), _AT_A_TIME):
            style = style_of(self._app)
            for each in filter(isValid, unseen[at : at + _AT_A_TIME]):
                style.unpolish(each)
                _stand_aside(each, aside=True)
            yield
        keeper = _keeper(self._window)
        self._app.setStyleSheet("")
        yield
        for part in look.parts(self._app):
            part()
            yield
        keeper.deleteLater()
        self._done()
        yield
        yield from self._polished(unseen)

    def _polished(self, waiting: list[QWidget]) -> Iterator[None]:
        """Give the others their style: first what may be scrolled into sight, then the pages that are hidden."""
        while waiting:
            waiting = sorted(filter(isValid, waiting), key=QWidget.isVisible)
            if not self._window.updatesEnabled() and not (waiting and waiting[-1].isVisible()):
                self._window.setUpdatesEnabled(True)
                yield
                continue
            style = style_of(self._app)
            for each in waiting[-_AT_A_TIME:]:
                _stand_aside(each, aside=False)
                style.polish(each)
                QCoreApplication.sendEvent(each, QEvent(QEvent.Type.StyleChange))
            del waiting[-_AT_A_TIME:]
            yield
        self._window.setUpdatesEnabled(True)


def _keeper(window: QWidget) -> QWidget:
    """Return a widget that nobody sees, with a style sheet of its own.

    While no sheet is there at all, Qt throws away what it knows of the widgets, and with it how it hears that one of
    them is gone; a widget that was asked for its style and has no look yet, it does not listen to again. The next
    sheet that is put on would be given to what is no longer there.
    """
    kept = QWidget(window)
    kept.hide()
    kept.setStyleSheet("* {}")
    return kept


def _is_unseen(widget: QWidget) -> bool:
    """Tell whether a widget has the program's style, and is not in sight."""
    if not widget.testAttribute(_POLISHED) or widget.testAttribute(_OWN_STYLE):
        return False
    return not widget.isVisible() or widget.visibleRegion().isEmpty()


def _stand_aside(widget: QWidget, *, aside: bool) -> None:
    """Let Qt take a widget for one that has no part in the program's style; or no more."""
    widget.setAttribute(_POLISHED, not aside)
    widget.setAttribute(_OWN_STYLE, aside)
