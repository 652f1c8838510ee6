"""What is asked for many times in a turn is done once, before the window is painted."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wizard.ui.soon import Soon


class Painted(QWidget):
    """Notes what it would have shown each time that it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.says = "before"
        self.seen: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note it."""
        del event
        self.seen.append(self.says)


def test_it_is_done_before_the_painting(qtbot: QtBot) -> None:
    """A change that was asked for is seen in the first picture, not in a second one."""
    widget = Painted()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    QApplication.processEvents()
    widget.seen.clear()

    def follow() -> None:
        widget.says = "after"
        widget.update()

    soon = Soon(widget, follow)
    widget.update()
    soon.ask()
    for _turn in range(3):
        QApplication.processEvents()
    assert widget.seen == ["after"]


def test_many_asks_are_one_call_and_a_dropped_one_is_none(qtbot: QtBot) -> None:
    """Each turn calls once; what was dropped is not called, and can be asked for again."""
    del qtbot
    parent, calls = QObject(), []
    soon = Soon(parent, lambda: calls.append(1))
    soon.ask()
    soon.ask()
    QApplication.processEvents()
    assert len(calls) == 1
    soon.ask()
    soon.drop()
    QApplication.processEvents()
    assert len(calls) == 1
    soon.ask()
    QApplication.processEvents()
    assert len(calls) == 2
