"""What a person sees, hears and points at in a window: every text of it, and whether one is cut."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
MOST_ROWS = 200


def shown(window: QWidget) -> Iterator[QWidget]:
    """Yield the widgets of a window that are to be seen."""
    yield window
    yield from (widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window))


def texts(window: QWidget) -> Iterator[str]:
    """Yield every text that is shown in a window, told of it, or in its menus."""
    for widget in shown(window):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
        yield from _lines(widget) if isinstance(widget, QPlainTextEdit | QTextEdit) else _own(widget)
    for menu in window.findChildren(QMenu):
        yield menu.title()
        yield from (action.text() for action in menu.actions())


def words(window: QWidget) -> Iterator[str]:
    """Yield the texts that are never a plan's own: of push buttons, menus, headings and boxes."""
    for widget in shown(window):
        match widget:
            case QPushButton() | QHeaderView() | QGroupBox():
                yield from _own(widget)
    for menu in window.findChildren(QMenu):
        yield from (menu.title(), *(action.text() for action in menu.actions()))


def _lines(box: QPlainTextEdit | QTextEdit) -> Iterator[str]:
    yield box.placeholderText()
    if box.isReadOnly() and box.objectName() != "preview_text":  # what is exported has its own test
        yield from box.toPlainText().splitlines()


def _own(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QGroupBox():
            yield widget.title()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(index) for index in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QHeaderView():
            model = widget.model()
            if model is not None and widget.orientation() is Qt.Orientation.Horizontal:
                yield from _headings(model)
        case QAbstractItemView():
            if widget.model() is not None:
                yield from _cells(widget.model(), QModelIndex())


def _headings(model: QAbstractItemModel) -> Iterator[str]:
    for column in range(model.columnCount()):
        for role in ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in ROLES)
        if columns > 1 or not isinstance(model, QAbstractListModel):
            yield from _cells(model, model.index(row, 0, parent))


def cut(window: QWidget) -> Iterator[str]:
    """Yield the texts of labels and buttons that have less room than they need, and tell the whole nowhere."""
    for widget in shown(window):
        if isinstance(widget, QLabel) and widget.wordWrap() and not widget.visibleRegion().isEmpty():
            higher = widget.heightForWidth(widget.width())
            if higher > widget.height() + 1:
                yield f"lines of {widget.text()!r}: {widget.height()} of {higher}"
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text() or widget.toolTip():
            continue
        needed = _needed(widget)
        if needed > widget.width() + 1 and not widget.visibleRegion().isEmpty():
            yield f"{type(widget).__name__} {widget.text()!r}: {widget.width()} of {needed}"
    for area in window.findChildren(QScrollArea):
        form = area.objectName() == "scroll"  # a diagram is as wide as it is
        if form and area.isVisibleTo(window) and (more := area.horizontalScrollBar().maximum()) > 0:
            yield f"page: {more} more than {area.viewport().width()}"
    for header in window.findChildren(QHeaderView):
        if header.isVisibleTo(window) and header.orientation() is Qt.Orientation.Horizontal and header.model():
            yield from _cut_headings(header)


def _needed(widget: QLabel | QAbstractButton) -> int:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return max((widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split()), default=0)
    return widget.minimumSizeHint().width() if isinstance(widget, QLabel) else widget.sizeHint().width()


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    for column in range(header.count()):
        told = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if text and not told and header.sectionSizeHint(column) > header.sectionSize(column) + 1:
            yield f"heading {text!r}: {header.sectionSize(column)} of {header.sectionSizeHint(column)}"
