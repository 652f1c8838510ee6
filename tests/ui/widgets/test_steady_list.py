"""A list whose rows keep their size paints what changed, and nothing else."""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wizard.ui.widgets.steady_list import SteadyList


class Paintings(QObject):
    """Notes which part of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the part of a painting."""
        if isinstance(event, QPaintEvent):
            self.parts.append(event.rect())
        return super().eventFilter(watched, event)


def test_a_change_paints_its_row_alone(qtbot: QtBot) -> None:
    """The row shows its new text, and the others are not painted for it."""
    rows = SteadyList()
    rows.addItems(["one", "two", "three"])
    qtbot.addWidget(rows)
    with qtbot.waitExposed(rows):
        rows.show()
    for _turn in range(3):
        QApplication.processEvents()
    paintings = Paintings()
    rows.viewport().installEventFilter(paintings)
    rows.item(1).setText("another")
    for _turn in range(3):
        QApplication.processEvents()
    assert paintings.parts == [rows.visualItemRect(rows.item(1)) & rows.viewport().rect()]
