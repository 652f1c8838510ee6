"""The order of Tab follows the eye: the panes, and in each the layouts, from start to end.

Qt's own order is that of making, so whatever comes into a page later (a row, a finding's cure) would come last. Here
the order is read from the layouts whenever Tab is pressed, and nobody has to keep it.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSplitter,
    QWidget,
)

from wizard.ui.widgets.pages import Pages


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """Give the widgets in `root` that Tab stops at, in the order of the eye."""
    if root.isHidden():
        return
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and root.isEnabled() and root.focusProxy() is None:
        yield root
    for part in _parts(root):
        if not part.isWindow():
            yield from tab_stops(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """Give the widgets that a widget shows, in the order of the eye."""
    if isinstance(widget, QSplitter):
        yield from _present(widget.widget(at) for at in range(widget.count()))
    elif isinstance(widget, Pages):
        yield from _present([widget.currentWidget()])
    elif isinstance(widget, QScrollArea):
        yield from _present([widget.widget()])
    elif not isinstance(widget, QAbstractScrollArea):
        yield from _laid_out(widget.layout())


def _present(widgets: Iterable[QWidget | None]) -> Iterator[QWidget]:
    return (widget for widget in widgets if widget is not None)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for item in _items(layout) if layout is not None else ():
        widget = item.widget()
        if widget is not None:
            yield widget
        else:
            yield from _laid_out(item.layout())


def _items(layout: QLayout) -> list[QLayoutItem]:
    """Return a layout's items as they are read: a grid's row by row."""
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        numbers.sort(key=partial(_place, layout))
    return [item for number in numbers if (item := layout.itemAt(number)) is not None]


def _place(grid: QGridLayout, number: int) -> tuple[int, int]:
    row, column, _rows, _columns = cast("tuple[int, int, int, int]", grid.getItemPosition(number))
    return row, column


def beside(root: QWidget, focus: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return what Tab leads to from `focus`, or Shift+Tab; the first or the last stop where `focus` is none."""
    stops = list(tab_stops(root))
    if not stops:
        return None
    at = next((number for number, stop in enumerate(stops) if stop is focus or _holds(stop, focus)), None)
    if at is None:
        return stops[0 if forward else -1]
    return stops[(at + (1 if forward else -1)) % len(stops)]


def move_focus(root: QWidget, *, forward: bool) -> bool:
    """Move the keyboard to what Tab or Shift+Tab leads to in `root`; tell whether there is anything."""
    target = beside(root, root.focusWidget(), forward=forward)
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return target is not None


def _holds(stop: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and stop.isAncestorOf(focus)
