"""What a window owes to whoever uses only the keyboard or a screen reader, after KeePassXC's issues of accessibility.

Each check returns what is wrong in a window, in words; nothing where all is well.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from wizard.ui.frame import Frame
from wizard.ui.widgets.finding_lines import FindingLine
from wizard.ui.widgets.severity import severity_word

_TAB = Qt.FocusPolicy.TabFocus
_MNEMONIC = re.compile("&([^&\\s])")
_CLEAR = "_q_qlineeditclearaction"
_RING = 4
"""Pixels at the edge of a field in which it must be seen that it has the keyboard; a cursor in its middle is none."""


def called(widget: QWidget) -> str:
    """Return what to call a widget in a complaint."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else widget.objectName()
    return f"{type(widget).__name__} {widget.accessibleName() or text!r}"


def shown(window: QWidget) -> Iterator[QWidget]:
    """Yield what can be seen in a window."""
    return (each for each in window.findChildren(QWidget) if each.isVisible() and each.window() is window)


def stops(window: QWidget) -> list[QWidget]:
    """Return what Tab stops at, in its order."""
    walked: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not window and len(walked) < 1000:
        if widget.focusPolicy() & _TAB and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            walked.append(widget)
        widget = widget.nextInFocusChain()
    return [each for each in walked if each.window() is window]


def nameless(window: QWidget) -> Iterator[str]:
    """Find what takes the keys without a role and a name; a choice is named by a label, as Linux hears no other."""
    for widget in stops(window):
        heard = QAccessible.queryAccessibleInterface(widget)
        label = QAccessible.RelationFlag.Label
        labels = [other.text(QAccessible.Text.Name) for other, _kind in heard.relations(label)]
        name = "".join(labels) if isinstance(widget, QComboBox) else heard.text(QAccessible.Text.Name)
        if not name or "" in labels or heard.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            yield f"{called(widget)} is called {name!r}, labelled {labels}, as {heard.role().name}"


def unlabelled(window: QWidget) -> Iterator[str]:
    """Find labels without a buddy that have a mnemonic, or that say what a field is called."""
    fields = {
        each.accessibleName(): each
        for each in shown(window)
        if isinstance(each, QLineEdit | QPlainTextEdit | QComboBox)
    }
    for label in shown(window):
        if isinstance(label, QLabel) and label.buddy() is None:
            words = label.text().replace("&", "")
            if _MNEMONIC.search(label.text()) and label.textFormat() is not Qt.TextFormat.PlainText:
                yield f"{called(label)} has no buddy"
            elif words and words in fields:
                yield f"{called(label)} is no buddy of {called(fields[words])}"


def keeping_tab(window: QWidget) -> Iterator[str]:
    """Find texts of several lines, and tables, that Tab does not leave."""
    for widget in shown(window):
        if isinstance(widget, QPlainTextEdit | QTextEdit) and widget.focusPolicy() & _TAB:
            if not widget.tabChangesFocus():
                yield f"{called(widget)} keeps Tab"
        elif isinstance(widget, QAbstractItemView) and widget.tabKeyNavigation():
            yield f"{called(widget)} keeps Tab"


def out_of_reach(window: QWidget) -> Iterator[str]:
    """Find buttons that Tab does not reach, those in a line of text too; emptying a line has keys of its own."""
    for widget in shown(window):
        inner = isinstance(widget.parentWidget(), QLineEdit | QTabBar | QAbstractItemView)
        if isinstance(widget, QAbstractButton) and not inner and not widget.focusPolicy() & _TAB:
            yield f"{called(widget)} is out of reach"
        if isinstance(widget, QLineEdit):
            others = [each.text() for each in widget.actions() if each.objectName() != _CLEAR and not each.shortcuts()]
            yield from (f"{text!r} in {called(widget)} is out of reach" for text in others)


def against_the_eye(window: QWidget) -> Iterator[str]:
    """Find where Tab does not go down or along a line; to a place above it goes only where that is beside."""
    for pane in _panes(window):
        ordered = [each for each in stops(window) if pane is each or pane.isAncestorOf(each)]
        places = [(each, _place(window, each)) for each in _in_turn(window, ordered)]
        for (one, above), (other, below) in pairwise(places):
            back = below.left() < above.right() and below.right() <= above.right() + 1
            same_line = min(above.bottom(), below.bottom()) - max(above.top(), below.top()) > below.height() // 2
            if (below.bottom() <= above.top() and back) or (same_line and below.right() <= above.left()):
                yield f"Tab goes back from {called(one)} to {called(other)}"


def _place(window: QWidget, widget: QWidget) -> QRect:
    """Return where a widget is in its window, as the eye reads: mirrored where it reads from right to left."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    if window.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        place.moveLeft(window.width() - place.right() - 1)
    return place


def _panes(window: QWidget) -> tuple[QWidget, ...]:
    frame = window.centralWidget() if isinstance(window, QMainWindow) else None
    if not isinstance(frame, Frame):
        return (window,)
    return (frame.steps, frame.page, frame.preview, frame.problems, frame.foot)


def _in_turn(window: QWidget, known: list[QWidget]) -> list[QWidget]:
    """Return the stops in the order in which Tab really walks, from the first one; the app has an order of its own."""
    from wizard.ui.tab_order import tab_stops

    frame = window.centralWidget() if isinstance(window, QMainWindow) else None
    return [each for each in tab_stops(frame) if each in known] if frame is not None else known


def turned_by_the_wheel(window: QWidget) -> Iterator[str]:
    """Find what the wheel changes though the keyboard is elsewhere."""
    for widget in shown(window):
        if isinstance(widget, QScrollBar) or not isinstance(
            widget, QComboBox | QAbstractSpinBox | QAbstractSlider | QTabBar
        ):
            continue
        if widget.hasFocus():
            continue
        before = _value(widget)
        for turn in (-120, 120):
            event = QWheelEvent(
                QPointF(widget.rect().center()),
                QPointF(widget.mapToGlobal(widget.rect().center())),
                QPoint(0, 0),
                QPoint(0, turn),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QCoreApplication.sendEvent(widget, event)
            if _value(widget) != before or event.isAccepted():
                yield f"the wheel turns {called(widget)}"
                break


def _value(widget: QWidget) -> object:
    return widget.currentIndex() if isinstance(widget, QComboBox | QTabBar) else widget.property("value")


def headless_cells(window: QWidget) -> Iterator[str]:
    """Find cells that do not say their column's heading, in tables of several columns."""
    for view in shown(window):
        if not isinstance(view, QTableView | QTreeView) or view.model() is None or not view.model().rowCount():
            continue
        model = view.model()
        if model.columnCount() < 2:
            continue
        for column in range(model.columnCount()):
            heading = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            index = _with_words(view, column)
            told = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
            if index.isValid() and not view.isColumnHidden(column) and heading and heading not in told:
                yield f"a cell of {called(view)} says {told!r} under {heading!r}"


def _with_words(view: QTableView | QTreeView, column: int) -> QModelIndex:
    """Return the first cell of a column in which anything stands, of a tree without folders."""
    model = view.model()
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    leaves = [top for top in tops if not model.rowCount(top)]
    cells = (leaf.siblingAtColumn(column) for leaf in leaves)
    return next((each for each in cells if each.data()), QModelIndex())


def told_by_colour_alone(window: QWidget) -> Iterator[str]:
    """Find what is wrong with the plan without its weight being said in a word."""
    for line in shown(window):
        if isinstance(line, FindingLine) and line.finding is not None:
            word = severity_word(line.finding.severity)
            if not line.text.text().startswith(word) or not line.accessibleName().startswith(word):
                yield f"{line.text.text()!r} does not begin with {word!r}"


def clashing(window: QWidget) -> Iterator[str]:
    """Find mnemonics of a window that are the same, and shortcuts."""
    found: dict[str, list[str]] = {}
    for widget in shown(window):
        text = ""
        if (isinstance(widget, QAbstractButton) and widget.isEnabled()) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            text = widget.text()
        for key in _MNEMONIC.findall(text.replace("&&", ""))[:1]:
            found.setdefault(key.lower(), []).append(text)
    if isinstance(window, QMainWindow):
        for action in window.menuBar().actions():
            for key in _MNEMONIC.findall(action.text())[:1]:
                found.setdefault(key.lower(), []).append(action.text())
        keys = Counter(key.toString() for action in window.actions() for key in action.shortcuts())
        yield from (f"{key} is there {count} times" for key, count in keys.items() if count > 1)
        taken = {key.removeprefix("Alt+").lower() for key in keys if re.fullmatch("Alt\\+.", key)}
        yield from (f"Alt+{key} is a shortcut and {found[key]}" for key in taken & found.keys())
    yield from (f"Alt+{key}: {texts}" for key, texts in found.items() if len(texts) > 1)


def menus(window: QMainWindow) -> Iterator[tuple[str, list[str]]]:
    """Yield the menus of the menu bar and those within them, filled as they are when they open."""
    tops = [action.menu() for action in window.menuBar().actions()]
    while tops:
        menu = tops.pop(0)
        menu.aboutToShow.emit()
        yield menu.title().replace("&", ""), _entries(menu)
        tops += [action.menu() for action in menu.actions() if action.menu() is not None]


def context_menus(window: QWidget, seen: dict[type[QWidget], list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Open the context menus by the key, of each kind of widget once; `seen` keeps what stands in them."""
    for widget in stops(window):
        if type(widget) in seen:
            continue
        found = seen[type(widget)] = []
        QTimer.singleShot(0, partial(_read_popup, found))  # some menus come back when they are closed only
        widget.setFocus()
        middle = widget.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, widget.mapToGlobal(middle))
        QCoreApplication.sendEvent(widget, event)
        QApplication.processEvents()
        if found:
            yield called(widget), found


def _read_popup(found: list[str]) -> None:
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        found += _entries(menu)
        menu.close()


def _entries(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def clashing_entries(words: list[str]) -> Iterator[str]:
    """Find entries of a menu without words, twice the same ones, and the same mnemonic in two of them."""
    if not words or "" in words:
        yield f"an entry has no words among {words}"
    found: dict[str, list[str]] = {}
    for text in words:
        found.setdefault(text.replace("&", ""), []).append(text)
        for key in _MNEMONIC.findall(text.replace("&&", ""))[:1]:
            found.setdefault(f"Alt+{key.lower()}", []).append(text)
    yield from (f"{key} stands for {texts}" for key, texts in found.items() if len(texts) > 1)


def unseen_focus(window: QWidget, seen: set[tuple[str, ...]]) -> Iterator[str]:
    """Find where nothing at the edge shows that the keyboard is there; each kind is tried once, and `seen` keeps it."""
    for widget in stops(window):
        kind = (type(widget).__name__, str(widget.property("kind")), widget.objectName())
        if kind in seen:
            continue
        seen.add(kind)
        widget.clearFocus()
        QApplication.processEvents()
        before = _edge(widget)
        widget.setFocus()
        QApplication.processEvents()
        if widget.hasFocus() and _edge(widget) == before:
            yield f"the keyboard is not seen at {called(widget)} ({kind[1]})"


def _edge(widget: QWidget) -> QImage:
    """Return the picture of a widget; of a text without its middle."""
    picture = widget.grab().toImage()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        with QPainter(picture) as painter:
            middle = QRect(QPoint(0, 0), widget.size()).adjusted(_RING, _RING, -_RING, -_RING)
            painter.fillRect(middle, Qt.GlobalColor.black)
    return picture


CHECKS: tuple[Callable[[QWidget], Iterator[str]], ...] = (
    nameless,
    unlabelled,
    keeping_tab,
    out_of_reach,
    against_the_eye,
    turned_by_the_wheel,
    headless_cells,
    told_by_colour_alone,
)
