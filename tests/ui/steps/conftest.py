"""What the tests of the pages stand on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.steps.stage import Show, Stage

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt's plugin without a screen say that it cannot raise a list of completions."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Give what shows a step's page of a plan; as when the window closes, each is told at the end."""
    shown: list[Stage] = []

    def opened(*what: Any, **how: Any) -> Stage:
        shown.append(Stage(qtbot, *what, **how))
        return shown[-1]

    yield opened
    for stage in shown:
        stage.page.end()
