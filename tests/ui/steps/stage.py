"""A page on its own, as the window would show it: in a scroll area, following its session."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

import wizard.ui.steps
from wizard.app.session import Session
from wizard.discovery import discovered
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text
from wizard.ui.step_page import StepPage, StepView

VIEWS = {view.step_id: view for view in discovered(wizard.ui.steps, "VIEW", StepView)}


class Stage:
    """One page on the screen, with its session."""

    def __init__(self, qtbot: QtBot, step_id: str, plan: Plan | str, size: tuple[int, int] = (560, 700)) -> None:
        self.qtbot = qtbot
        self.session = Session(plan_from_text(plan) if isinstance(plan, str) else plan)
        self.page: StepPage = VIEWS[step_id].build(self.session)
        self.session.subscribe(self.page.refresh)
        self.told: list[str] = []
        self.asked: list[str] = []
        self.page.told.connect(self.told.append)
        self.page.path_asked.connect(self.asked.append)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.page)
        self.area.resize(*size)
        qtbot.addWidget(self.area)
        with qtbot.waitExposed(self.area):
            self.area.show()
        self.area.activateWindow()
        self.page.refresh()
        QApplication.processEvents()

    @property
    def plan(self) -> Plan:
        """The session's plan."""
        return self.session.plan

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        widget = self.area.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.focus, text)

    def retype(self, text: str) -> None:
        """Type in the place of all that stands where the focus is."""
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text:
            self.type(text)
        else:
            self.press(Qt.Key.Key_Delete)

    def messages(self) -> list[str]:
        """Return the words of all findings that can be seen."""
        from wizard.ui.widgets.finding_lines import FindingLine

        return [line.text.text() for line in self.page.findChildren(FindingLine) if line.isVisible()]


Show = Callable[..., Stage]
