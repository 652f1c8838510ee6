"""Another look comes in portions, and is the same in the end as one that is put on at once."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import SIGNAL, QObject, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.at_work import AtWork
from wizard.ui.dressing import Dressing
from wizard.ui.theme import Theme, apply_theme, look_of, style_of
from wizard.ui.widgets.pages import Pages

MANY = 150


class Stage:
    """A window with two pages of fields, one of them hidden."""

    def __init__(self, qtbot: QtBot, app: QApplication, done: Callable[[], None] = lambda: None) -> None:
        self.window = QWidget()
        self.pages = Pages(self.window)
        QVBoxLayout(self.window).addWidget(self.pages)
        self.sheets = [_page(self.pages), _page(self.pages)]
        self.window.resize(400, 300)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        for sheet in reversed(self.sheets):
            self.pages.setCurrentWidget(sheet)
            app.processEvents()
        self.dressing = Dressing(app, self.window, done)

    def pictures(self, app: QApplication) -> list[QImage]:
        """Return what each page looks like."""
        seen = []
        for sheet in self.sheets:
            self.pages.setCurrentWidget(sheet)
            app.processEvents()
            seen.append(self.window.grab().toImage())
        self.pages.setCurrentWidget(self.sheets[0])
        app.processEvents()
        return seen


def _page(pages: Pages) -> QWidget:
    page = QWidget(pages)
    column = QVBoxLayout(page)
    for made in (
        QLabel("Label"),
        QLineEdit("Line"),
        QPushButton("Button"),
        QCheckBox("Check"),
        QComboBox(),
    ):
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a cursor blinks, and another window may take the keyboard
        column.addWidget(made)
    for _each in range(MANY):
        QLabel("below the others", page)
    pages.addWidget(page)
    return page


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Iterator[Stage]:
    """Show a window in the light theme."""
    apply_theme(qapp, Theme.LIGHT)
    yield Stage(qtbot, qapp)
    apply_theme(qapp, Theme.LIGHT)


def test_the_look_is_the_same_as_one_that_is_put_on_at_once(stage: Stage, qtbot: QtBot, qapp: QApplication) -> None:
    """From each look to each other: nothing of the former stays, on the page in sight and on the hidden one."""
    ways = (Theme.DARK, Theme.HIGH_CONTRAST, Theme.DARK, Theme.LIGHT)
    expected = []
    for theme in ways:
        apply_theme(qapp, theme)
        expected.append(stage.pictures(qapp))
    for theme, pictures in zip(ways, expected, strict=True):
        stage.dressing.dress(look_of(qapp, theme))
        qtbot.waitUntil(lambda: not stage.dressing.busy)
        assert stage.pictures(qapp) == pictures, theme


def test_the_window_lives_meanwhile(stage: Stage, qtbot: QtBot, qapp: QApplication) -> None:
    """Timers go on while the look changes; the window is not painted before all that is in sight has got it."""
    beats: list[bool] = []
    heart = QTimer(stage.window, interval=0)
    heart.timeout.connect(lambda: beats.append(stage.window.updatesEnabled()))
    heart.start()
    stage.dressing.dress(look_of(qapp, Theme.DARK))
    qtbot.waitUntil(lambda: not stage.dressing.busy)
    assert beats.count(False) > 3
    assert stage.window.updatesEnabled()


def test_of_several_looks_the_last_one_stays(stage: Stage, qtbot: QtBot, qapp: QApplication) -> None:
    """Who chooses again while a look is being given gets the last one."""
    for theme in (Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT, Theme.DARK):
        stage.dressing.dress(look_of(qapp, theme))
        qapp.processEvents()
    qtbot.waitUntil(lambda: not stage.dressing.busy)
    assert qapp.styleSheet() == look_of(qapp, Theme.DARK).sheet


def test_what_goes_meanwhile_is_left_alone(stage: Stage, qtbot: QtBot, qapp: QApplication) -> None:
    """A page that is taken away between two portions breaks nothing."""
    stage.dressing.dress(look_of(qapp, Theme.DARK))
    delete(stage.sheets[1])
    qtbot.waitUntil(lambda: not stage.dressing.busy)
    assert stage.window.updatesEnabled()


def test_a_mistake_leaves_no_window_unpainted(qtbot: QtBot, qapp: QApplication) -> None:
    """Where the program fails on the way, the window is painted again."""

    def fail() -> None:
        raise LookupError

    stage = Stage(qtbot, qapp, fail)
    stage.dressing.dress(look_of(qapp, Theme.DARK))
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: bool(raised))
    assert stage.window.updatesEnabled()
    assert isinstance(stage.dressing, QObject)


def test_the_menus_theme_is_seen_in_the_window(at_work: Callable[..., AtWork]) -> None:
    """What the person chooses holds for the window, for its hidden pages, and for the next start."""
    app = at_work(None, Theme.LIGHT)
    app.desk.choose_theme(Theme.DARK)
    app.settle()
    assert app.app.styleSheet() == look_of(app.app, Theme.DARK).sheet
    assert app.desk.settings.theme() is Theme.DARK


def test_qt_hears_of_the_end_of_a_widget_that_was_measured_meanwhile(qtbot: QtBot, qapp: QApplication) -> None:
    """Else the next look is given to what is no longer there, and the program ends."""
    apply_theme(qapp, Theme.LIGHT)
    stage = Stage(qtbot, qapp)
    hidden = stage.sheets[1].findChildren(QPushButton)
    assert hidden
    stage.dressing.dress(look_of(qapp, Theme.HIGH_CONTRAST))
    while stage.dressing.busy:
        for each in hidden:
            each.setText(f"{each.text()}.")
            each.sizeHint()  # a layout asks for it on a page that is not in sight, too
        qapp.processEvents()
    assert all(each.receivers(SIGNAL("destroyed(QObject*)")) for each in hidden)


def test_a_style_in_the_place_of_something_gone_is_taken_for_a_style(qapp: QApplication) -> None:
    """PySide6 may know the place in memory by what was there before; it is told that this is gone."""
    gone = QWidgetItem(QLabel())
    given = [qapp.style(), gone]
    app = SimpleNamespace(style=given.pop)
    assert style_of(app) is qapp.style()  # type: ignore[arg-type] # all that is asked of it
