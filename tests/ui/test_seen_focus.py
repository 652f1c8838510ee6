"""Where the keyboard is can be seen, and so can what it can go to: measured in the pixels of every kind of control.

WCAG 2.2 asks for a contrast of 3 between a control's edge and its ground (1.4.11), and between what shows the focus and
what stands there without it (2.4.13): https://www.w3.org/TR/WCAG22/, read on 2026-11-24.
"""

import sys

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.contrast import contrast
from wizard.ui.icon import icon
from wizard.ui.theme import Theme, apply_theme
from wizard.ui.widgets.choice import QuietComboBox
from wizard.ui.widgets.read_table import shape
from wizard.ui.widgets.tab_bar import QuietTabBar

THEMES = [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST]
LEAST = 3
FRAMED = ("line", "text", "read text", "combo box", "number", "list", "table", "tree")
"""Those that are known by their edge."""
own_look = pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the platform draws its own controls")


def button(text: str, kind: str = "") -> QPushButton:
    """Return a button of a kind."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    return made


def tool() -> QToolButton:
    """Return one of the small buttons below a list."""
    made = QToolButton()
    made.setIcon(icon("up"))
    made.setProperty("kind", "inline")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def table() -> QTableWidget:
    """Return a table of which one row is chosen."""
    made = QTableWidget(1, 2)
    shape(made)
    for column in (0, 1):
        made.setItem(0, column, QTableWidgetItem("a"))
    made.setCurrentCell(0, 0)
    return made


def controls() -> dict[str, QWidget]:
    """Return a control of each kind."""
    box, tabs, rows, tree = QuietComboBox(), QuietTabBar(), QListWidget(), QTreeWidget()
    box.addItem("a")
    tabs.addTab("One")
    tabs.addTab("Two")
    rows.addItem("a")
    rows.setCurrentRow(0)
    tree.addTopLevelItem(QTreeWidgetItem(["a"]))
    tree.setCurrentItem(tree.topLevelItem(0))
    return {
        "button": button("Copy"),
        "primary": button("Next", "primary"),
        "link": button("Explain", "link"),
        "inline": button("Add", "inline"),
        "tool button": tool(),
        "line": QLineEdit(),
        "text": QPlainTextEdit(),
        "read text": QTextBrowser(),
        "combo box": box,
        "number": QSpinBox(),
        "check box": QCheckBox("Required"),
        "radio button": QRadioButton("a folder"),
        "list": rows,
        "table": table(),
        "tree": tree,
        "tabs": tabs,
    }


class Bench:
    """A window in a theme with one control of each kind, and one more where the keyboard is meanwhile."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
        apply_theme(qapp, theme)
        self.window = QDialog()
        self.page = QWidget()
        self.page.setObjectName("page")
        self.elsewhere = button("Elsewhere", "link")
        self.elsewhere.setAutoDefault(False)
        self.controls = controls()
        column, inner = QVBoxLayout(self.window), QVBoxLayout(self.page)
        column.addWidget(self.page)
        for widget in (self.elsewhere, *self.controls.values()):
            inner.addWidget(widget)
            if isinstance(widget, QPlainTextEdit | QTextBrowser | QAbstractItemView):
                widget.setFixedSize(240, 72)
        qtbot.addWidget(self.window)
        self.window.resize(280, 900)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def taken(self, name: str, *, focused: bool) -> QImage:
        """Return a picture of a control and a little around it, with the keyboard in it or not."""
        widget = self.controls[name]
        (widget if focused else self.elsewhere).setFocus()
        self.window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as wizard.ui.focus sets it
        return self.grabbed(widget)

    def grabbed(self, widget: QWidget) -> QImage:
        """Return a picture of a widget and a little around it."""
        QApplication.processEvents()
        return self.page.grab(widget.geometry().adjusted(-2, -2, 2, 2)).toImage()


def strongly_changed(before: QImage, after: QImage) -> list[tuple[int, int]]:
    """Return the points that differ with a contrast of 3 or more."""
    known: dict[tuple[int, int], bool] = {}
    points = []
    for y in range(before.height()):
        for x in range(before.width()):
            both = before.pixel(x, y), after.pixel(x, y)
            if both[0] != both[1] and both not in known:
                known[both] = contrast(before.pixelColor(x, y).name(), after.pixelColor(x, y).name()) >= LEAST
            if known.get(both):
                points.append((x, y))
    return points


def is_frame(points: list[tuple[int, int]]) -> bool:
    """Tell whether points are as many as a line around all of them needs, its corners being round."""
    if not points:
        return False
    across, down = {x for x, _y in points}, {y for _x, y in points}
    box = QRect(min(across), min(down), max(across) - min(across) + 1, max(down) - min(down) + 1)
    return box.width() > 12 and box.height() > 8 and len(points) >= 0.8 * 2 * (box.width() + box.height() - 2)


@own_look
@pytest.mark.parametrize("theme", THEMES)
def test_a_frame_shows_where_the_keyboard_is(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """The keyboard draws a line around each kind of control, of a contrast of 3 with what was there before."""
    bench = Bench(qapp, qtbot, theme)
    for name in bench.controls:
        before, after = (bench.taken(name, focused=focused) for focused in (False, True))
        assert is_frame(strongly_changed(before, after)), name


@own_look
@pytest.mark.parametrize("theme", THEMES)
def test_a_frame_shows_which_cell_the_keyboard_is_in(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """In a row that is chosen, the cell that the arrows have led to has a line around it."""
    bench = Bench(qapp, qtbot, theme)
    rows = bench.controls["table"]
    assert isinstance(rows, QTableWidget)
    before = bench.taken("table", focused=True)
    rows.setCurrentCell(0, 1)
    assert is_frame([place for place in strongly_changed(before, bench.grabbed(rows)) if place[0] > 104])


@own_look
@pytest.mark.parametrize("theme", THEMES)
def test_an_edge_can_be_seen(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """A field, a list and a box to tick are told from the page by an edge of a contrast of 3."""
    bench = Bench(qapp, qtbot, theme)
    for name in (*FRAMED, "check box", "radio button"):
        picture = bench.taken(name, focused=False)
        middle, ground = picture.height() // 2, picture.pixelColor(0, 0).name()
        edge = range(5) if name in FRAMED else range(16)
        assert max(contrast(picture.pixelColor(x, middle).name(), ground) for x in edge) >= LEAST, name
