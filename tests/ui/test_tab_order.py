"""Tab follows the eye, reaches everything, and is caught nowhere."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

from tests.named import PLANS
from tests.ui.at_work import CTRL, AtWork
from wizard.ui.tab_order import tab_stops

Open = Callable[..., AtWork]
Key = Qt.Key


@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize("name", ["empty", "team-project", "hostile"])
def test_tab_walks_round_and_shift_tab_walks_back(at_work: Open, name: str, number: int) -> None:
    """From any field Tab leads once through every stop and back to the field; Shift+Tab the other way.

    A first round comes before, since a group of radio buttons becomes one stop when it is first reached.
    """
    app = at_work(PLANS[name])
    app.press(Key(Key.Key_0 + number), CTRL)
    start = app.focus
    walk(app, Key.Key_Tab, len(list(tab_stops(app.frame))))
    start.setFocus()
    stops = list(tab_stops(app.frame))
    assert start in stops
    walked = walk(app, Key.Key_Tab, len(stops))
    assert walked[-1] is start
    assert set(walked) == set(stops)
    back = walk(app, Key.Key_Backtab, len(stops))
    assert back == [*walked[-2::-1], start]


def walk(app: AtWork, key: Qt.Key, times: int) -> list[QWidget]:
    """Press a key so many times; return what had the keyboard after each."""
    walked = []
    for _press in range(times):
        app.press(key)
        walked.append(app.focus)
    return walked


def test_panes_come_in_the_order_of_the_eye(at_work: Open) -> None:
    """The list of steps, the page, the preview, the problems, the buttons."""
    app = at_work(PLANS["team-project"])
    frame = app.frame
    panes = (frame.steps, frame.page, frame.preview, frame.problems, frame.foot)
    order = [
        next(at for at, pane in enumerate(panes) if pane is stop or pane.isAncestorOf(stop))
        for stop in tab_stops(frame)
    ]
    assert order == sorted(order)
    assert set(order) == set(range(len(panes)))


@pytest.mark.parametrize("number", [1, 3, 4, 5])
def test_a_page_is_walked_from_top_to_bottom(at_work: Open, number: int) -> None:
    """No stop lies wholly above the one before it."""
    app = at_work(PLANS["team-project"])
    app.press(Key(Key.Key_0 + number), CTRL)
    page = app.frame.page.pages.currentWidget()
    assert page is not None
    tops = [(stop.mapTo(app.window, QPoint(0, 0)).y(), stop.height()) for stop in tab_stops(page)]
    for (above, _height), (below, height) in pairwise(tops):
        assert below + height > above


def test_the_field_that_has_the_keyboard_is_in_sight(at_work: Open) -> None:
    """A page scrolls along with Tab."""
    app = at_work(PLANS["team-project"])
    app.window.resize(1024, 640)
    app.press(Key.Key_5, CTRL)
    page = app.frame.page.pages.currentWidget()
    assert page is not None
    for _press in range(len(list(tab_stops(page)))):
        if page.isAncestorOf(app.focus):
            middle = app.focus.mapTo(page, app.focus.rect().center())
            assert page.rect().contains(middle)
        app.press(Key.Key_Tab)


def test_a_field_of_a_page_that_is_just_made_is_in_sight(at_work: Open) -> None:
    """The page scrolls along while its parts come and find their places."""
    app = at_work(PLANS["team-project"])
    app.window.resize(960, 560)
    app.settle()
    app.desk.shell.show_path("access[0].notes")
    app.settle()
    page = app.frame.page.pages.currentWidget()
    assert page is not None
    assert page.rect().contains(app.focus.mapTo(page, app.focus.rect().center()))


def test_the_editor_of_a_cell_is_in_sight(at_work: Open) -> None:
    """The page does not scroll away from a cell when its editor opens, however far down it is."""
    app = at_work(PLANS["fifty-tags"])
    app.press(Key.Key_2, CTRL)
    table = app.frame.page.findChild(QTableView)
    assert table is not None
    table.setCurrentIndex(table.model().index(25, 1))
    app.settle()
    app.press(Key.Key_F2)
    assert isinstance(app.focus, QLineEdit)
    assert app.focus.visibleRegion().boundingRect() == app.focus.rect()


@pytest.mark.parametrize("name", ["team-project", "hostile"])
def test_the_export_dialog_is_walked_from_top_to_bottom(at_work: Open, name: str) -> None:
    """Tab goes through the dialog as the eye does, once round, and Shift+Tab back."""
    app = at_work(PLANS[name])
    app.press(Key.Key_E, CTRL)
    dialog = app.dialog()
    start = app.focus
    walk(app, Key.Key_Tab, len(list(tab_stops(dialog))))
    start.setFocus()
    stops = list(tab_stops(dialog))
    walked = walk(app, Key.Key_Tab, len(stops))
    assert walked[-1] is start
    at = stops.index(start)
    assert walked == [*stops[at + 1 :], *stops[: at + 1]]
    assert walk(app, Key.Key_Backtab, len(stops)) == [*walked[-2::-1], start]
    tops = [stop.mapTo(dialog, QPoint(0, 0)).y() + stop.height() for stop in stops]
    assert all(below > above - 40 for above, below in pairwise(tops))
