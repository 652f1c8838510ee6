"""What the window shows before the program has been imported: its parts in their places, and the first question.

The frame takes its place as soon as the first paint is over. See :mod:`wizard.ui.window` for what it must not import.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from wizard.app.steps.step import Step
from wizard.language import _
from wizard.ui.measures import (
    FIRST_WIDTHS,
    FOOT_MARGINS,
    HEADING_MARGINS,
    HEADING_SPACING,
    PROBLEMS_HEIGHT,
    STEP_HEIGHT,
    STEP_INDENT,
    STEPS_PADDING,
)

MENUS = ("&File", "&Edit", "&View", "&Help")


class Sketch(QWidget):
    """Stands for the frame."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self.across = QSplitter()
        for part in (_steps(steps), _page(steps[0]), _part("preview")):
            self.across.addWidget(part)
        self.across.setSizes(list(FIRST_WIDTHS))
        problems = _part("problem_bar")
        problems.setFixedHeight(PROBLEMS_HEIGHT)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (_rule(), self.across, _rule(), problems, _rule(), _foot(steps[1])):
            whole.addWidget(widget)
        whole.setStretch(1, 1)


def _part(name: str) -> QFrame:
    part = QFrame()
    part.setObjectName(name)
    return part


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line


def _steps(steps: Sequence[Step]) -> QFrame:
    side = _part("side")
    column = QVBoxLayout(side)
    column.setContentsMargins(STEPS_PADDING + STEP_INDENT, STEPS_PADDING, STEPS_PADDING, STEPS_PADDING)
    column.setSpacing(0)
    for step in steps:
        title = QLabel(_(step.title))
        title.setFixedHeight(STEP_HEIGHT)
        column.addWidget(title)
    column.addStretch(1)
    return side


def _page(step: Step) -> QFrame:
    page = _part("page")
    column = QVBoxLayout(page)
    column.setContentsMargins(*HEADING_MARGINS)
    column.setSpacing(HEADING_SPACING)
    for text, kind in ((_(step.question), "heading"), (_(step.hint), "hint")):
        label = QLabel(text)
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        column.addWidget(label)
    column.addStretch(1)
    return page


def _foot(following: Step) -> QFrame:
    foot = _part("foot")
    row = QHBoxLayout(foot)
    row.setContentsMargins(*FOOT_MARGINS)
    row.setSpacing(8)
    row.addStretch(1)
    back = QPushButton(_("&Back"))
    back.setEnabled(False)
    forward = QPushButton(_("&Next: {title}").format(title=_(following.title)))
    forward.setProperty("kind", "primary")
    for button in (back, forward, QPushButton(_("E&xport…"))):
        row.addWidget(button)
    return foot
