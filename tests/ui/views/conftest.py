"""What the tests of the views' pages stand on."""

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.views.stage import Show, ViewStage

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt's plugin without a screen say that it cannot raise a list of completions."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Give what shows a view's page of a plan."""
    return partial(ViewStage, qtbot)
