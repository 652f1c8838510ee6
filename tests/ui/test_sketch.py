"""The first picture: it stands where the window that replaces it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.at_work import AtWork
from wizard.app.folders import Folders
from wizard.app.steps.registry import all_steps
from wizard.ui.boot import Boot
from wizard.ui.sketch import Sketch
from wizard.ui.theme import Theme

Open = Callable[..., AtWork]


class Sketched(Boot):
    """A start that stops at the first picture."""

    def furnish(self) -> None:
        """Leave the sketch where it is."""


def _sketched(qtbot: QtBot, app: QApplication, own: Path, theme: Theme) -> Boot:
    boot = Sketched(app, Folders(own / "config", own / "state"), None, theme)
    qtbot.addWidget(boot.window)
    with qtbot.waitExposed(boot.window):
        boot.show()
    app.processEvents()
    return boot


def _lines(picture: QImage, across: int, down: int) -> tuple[list[str], list[str]]:
    """Return the colours along the left edge and along a line where neither shows any text."""
    left = [picture.pixelColor(2, y).name() for y in range(picture.height() - down, picture.height())]
    return left, [picture.pixelColor(x, across).name() for x in range(picture.width())]


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_the_first_picture_stands_where_the_window_stands(
    qtbot: QtBot, qapp: QApplication, at_work: Open, tmp_path: Path, theme: Theme
) -> None:
    """Menu bar, names of the steps, question and edges do not move when the window is filled, nor do moved panes."""
    app = at_work(None, theme)
    app.frame.across.setSizes([250, 480, 548])
    app.settle()
    heading, hint = app.frame.page.heading, app.frame.page.hint
    real = [QRect(label.mapTo(app.window, QPoint(0, 0)), label.size()) for label in (heading, hint)]
    steps = QRect(app.frame.steps.mapTo(app.window, QPoint(40, 8)), app.frame.steps.mapTo(app.window, QPoint(240, 220)))
    foot = app.frame.foot.height()
    filled = app.window.grab().toImage()
    app.window.close()

    boot = _sketched(qtbot, qapp, tmp_path / "own", theme)
    drawn = boot.window.grab().toImage()
    for part in (*real, steps, QRect(0, 0, 400, steps.top() - 8)):
        assert drawn.copy(part) == filled.copy(part)
    assert _lines(drawn, real[0].top() - 8, foot + 1) == _lines(filled, real[0].top() - 8, foot + 1)


def test_the_first_picture_says_the_question_to_a_screen_reader(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """Question and hint are labels; neither takes the keyboard."""
    sketch = _sketched(qtbot, qapp, tmp_path / "own", Theme.LIGHT).window.centralWidget()
    assert isinstance(sketch, Sketch)
    first = all_steps()[0]
    labels = sketch.findChildren(QLabel)
    assert [label.text() for label in labels] == [first.question, first.hint]
    assert all(label.focusPolicy() == Qt.FocusPolicy.NoFocus for label in labels)


@pytest.mark.parametrize("columns", ["", "wide", "7", "-3 9", "99999 99999 99999", "999999999999999999 1 1", "0 0 0"])
def test_widths_that_make_no_sense_do_no_harm(qtbot: QtBot, qapp: QApplication, tmp_path: Path, columns: str) -> None:
    """What the settings say of the panes is only where lines are drawn."""
    folder = tmp_path / "own" / "config"
    folder.mkdir(parents=True)
    (folder / "window.ini").write_text(f"[window]\ncolumns={columns}\n")
    assert _sketched(qtbot, qapp, tmp_path / "own", Theme.LIGHT).window.isVisible()
