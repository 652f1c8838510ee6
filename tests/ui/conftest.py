"""What the tests of the desktop app stand on: a screen, no word of complaint from Qt, no window left behind."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.at_work import AtWork
from tests.ui.screen import screen
from wizard.ui.theme import Theme, apply_theme

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every warning of Qt fail the test in which it comes."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))


@pytest.fixture(scope="session")
def qapp_args() -> Iterator[list[str]]:
    """Give the program's arguments once there is a screen for it."""
    with screen():
        yield [sys.argv[0]]


@pytest.fixture(autouse=True)
def _no_window_left(qapp: QApplication) -> Iterator[None]:
    """Fail the test that leaves a window behind."""
    before = set(_windows(qapp))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [repr(widget) for widget in _windows(qapp) if widget not in before]
    assert not left, "the test leaves these windows behind"


def _windows(qapp: QApplication) -> list[QWidget]:
    """Return the windows that stand for themselves; what Qt makes for its own use, it also takes away."""
    return [widget for widget in qapp.topLevelWidgets() if not widget.metaObject().className().startswith("QComboBox")]


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    """Start every test in the same look."""
    yield
    if qapp.styleSheet():
        apply_theme(qapp, Theme.LIGHT)


@pytest.fixture
def at_work(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., AtWork]]:
    """Give what opens the app, on a plan or without one; what is open at the end is closed."""
    opened: list[AtWork] = []

    def open_app(plan: Path | None = None, theme: Theme | None = Theme.LIGHT, *, offers: bool = False) -> AtWork:
        opened.append(AtWork(qtbot, qapp, tmp_path / "own", plan, theme, offers=offers))
        return opened[-1]

    yield open_app
    for app in opened:
        app.end()
