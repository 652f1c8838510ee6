"""A long work is done a portion at a time, and the window lives between."""

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from wizard.ui.widgets.portions import Portions


def test_a_portion_is_done_at_once_and_the_others_in_later_turns(qtbot: QtBot) -> None:
    """What fits into one portion is there when the call returns; the window lives between the others."""
    parent, waiting, seen = QObject(), list(range(3)), list[int]()

    def work() -> bool:
        waiting.pop()
        QTimer.singleShot(0, lambda: seen.append(len(waiting)))
        return bool(waiting)

    portions = Portions(parent, work)
    portions.go_on()
    assert len(waiting) == 2
    with qtbot.waitSignals([portions.went_on, portions.went_on]):
        pass
    qtbot.waitUntil(lambda: seen == [2, 1, 0])


def test_a_new_beginning_does_not_double_what_waits(qtbot: QtBot) -> None:
    """Who begins anew while portions wait goes on with one row of them, not with two."""
    parent, done = QObject(), list[None]()

    def work() -> bool:
        done.append(None)
        return len(done) < 4

    portions = Portions(parent, work)
    portions.go_on()
    portions.go_on()
    qtbot.waitUntil(lambda: len(done) == 4)
    qtbot.wait(20)
    assert len(done) == 4
