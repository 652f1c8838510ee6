"""The page of a view on its own, following its session as in the window."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.app.session import Session
from wizard.plan.model import Plan
from wizard.ui.view_page import page_of


class ViewStage:
    """One view on the screen, with its session."""

    def __init__(self, qtbot: QtBot, view_id: str, plan: Plan, size: tuple[int, int] = (900, 560)) -> None:
        self.qtbot = qtbot
        self.session = Session(plan)
        self.page: Any = page_of(view_id, self.session)
        self.session.subscribe(self.page.refresh)
        self.told: list[str] = []
        self.asked: list[str] = []
        self.counts: list[tuple[str, str]] = []
        self.page.told.connect(self.told.append)
        self.page.path_asked.connect(self.asked.append)
        self.page.counted.connect(lambda count, words: self.counts.append((count, words)))
        self.window = QWidget()
        QVBoxLayout(self.window).addWidget(self.page)
        self.window.resize(*size)
        qtbot.addWidget(self.window, before_close_func=lambda _window: self.page.end())
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.page.refresh()
        QApplication.processEvents()

    @property
    def focus(self) -> QWidget | None:
        """What has the keyboard."""
        return self.window.focusWidget()

    def rested(self) -> None:
        """Wait until nothing is worked at."""
        self.qtbot.waitUntil(lambda: not self.page.worker.busy, timeout=20_000)
        QApplication.processEvents()

    def press(self, widget: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
        """Press a key on a control."""
        self.qtbot.keyClick(widget, key)
        QApplication.processEvents()

    def cells(self, table: Any) -> list[tuple[str, ...]]:
        """Return what the table shows, row by row."""
        model = table.model()
        return [
            tuple(model.index(row, column).data() for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]


Show = Callable[..., ViewStage]
