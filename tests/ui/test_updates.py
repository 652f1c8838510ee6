"""The notice of a newer version: offered where there is somebody to ask, off until asked for, and only telling."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.at_work import AtWork
from wizard.app.updates import NoAnswer
from wizard.ui import menus as menus_module
from wizard.ui import updates as updates_module

ADDRESS = "https://git.example/release.json"
NEWER = b'{"version": "99.0.0", "page": "https://git.example/99"}'


class Network:
    """Stands for whoever is asked: counts the questions."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.said: bytes | NoAnswer = NEWER

    def __call__(self, address: str) -> bytes:
        """Answer."""
        self.asked.append(address)
        if isinstance(self.said, NoAnswer):
            raise self.said
        return self.said


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    """Give an app that was told whom to ask, and whom it asks."""
    network = Network()
    monkeypatch.setattr(menus_module, "feed", lambda: ADDRESS)
    monkeypatch.setattr(updates_module, "answer", network)
    return network


def offered(app: AtWork) -> list[QAction]:
    """Return the entry of the menu, if there is one."""
    return [action for action in app.desk.window.actions() if action.text() == "Tell me of &newer versions"]


def notes(app: AtWork) -> list[str]:
    """Return what dialogs say."""
    return [box.text() for box in app.desk.window.findChildren(QMessageBox) if box.isVisible()]


def test_without_an_address_nothing_is_offered(at_work: Callable[..., AtWork]) -> None:
    """A build that knows nobody to ask has no such entry."""
    app = at_work()
    assert offered(app) == []
    app.desk.ask_for_updates()


def test_it_is_off_until_asked_for(at_work: Callable[..., AtWork], network: Network, qtbot: QtBot) -> None:
    """Nobody is asked at a start, as long as the person has not switched it on."""
    app = at_work()
    (entry,) = offered(app)
    assert not entry.isChecked()
    app.desk.ask_for_updates()
    qtbot.wait(50)
    assert network.asked == []


def test_a_newer_version_is_told_once(at_work: Callable[..., AtWork], network: Network, qtbot: QtBot) -> None:
    """Switched on, it asks at once and says what is published and where; the next start on that day asks nobody."""
    app = at_work()
    offered(app)[0].trigger()
    qtbot.waitUntil(lambda: notes(app) == ["Session Tag Wizard 99.0.0 is published"])
    (box,) = app.desk.window.findChildren(QMessageBox)
    assert "https://git.example/99" in box.informativeText()
    box.close()
    app.desk.ask_for_updates()
    assert network.asked == [ADDRESS]
    app.desk.settings.put("updates/asked", "2026-01-01")
    app.desk.ask_for_updates()
    qtbot.waitUntil(lambda: len(network.asked) == 2)
    qtbot.wait(500)
    assert notes(app) == []


def test_switched_off_it_asks_no_more(at_work: Callable[..., AtWork], network: Network, qtbot: QtBot) -> None:
    """The choice is remembered both ways."""
    app = at_work()
    network.said = b'{"version": "0.0.1", "page": "https://git.example/1"}'
    entry = offered(app)[0]
    entry.trigger()
    qtbot.waitUntil(lambda: len(network.asked) == 1)
    entry.trigger()
    app.desk.settings.put("updates/asked", "2026-01-01")
    app.desk.ask_for_updates()
    qtbot.wait(300)
    assert len(network.asked) == 1
    assert notes(app) == []


def test_no_answer_is_told_in_a_line(at_work: Callable[..., AtWork], network: Network, qtbot: QtBot) -> None:
    """Without a network the person hears so, and goes on."""
    app = at_work()
    network.said = NoAnswer("no route")
    told: list[str] = []
    assert app.desk.menus.updates is not None
    app.desk.menus.updates._tell = told.append
    offered(app)[0].trigger()
    qtbot.waitUntil(lambda: told == ["Whether there is a newer version could not be asked: no route"])
    assert notes(app) == []


def test_garbage_waits_for_the_answer(at_work: Callable[..., AtWork], network: Network, qtbot: QtBot) -> None:
    """While the question is out, no thread collects garbage, which may hold widgets."""
    app = at_work()
    was = gc.isenabled()
    offered(app)[0].trigger()
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: bool(notes(app)))
    assert network.asked
    assert gc.isenabled() == was
