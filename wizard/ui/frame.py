"""What fills the window: its parts and where they stand. What they do is the shell's."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from wizard.app.steps.step import Step
from wizard.app.views.view import View
from wizard.language import _
from wizard.ui.measures import FIRST_WIDTHS, FOOT_MARGINS, HEADING_MARGINS, HEADING_SPACING, PROBLEMS_HEIGHT
from wizard.ui.preview_pane import PreviewPane
from wizard.ui.problem_pane import ProblemPane
from wizard.ui.step_list import StepList
from wizard.ui.tab_order import move_focus, tab_stops
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.pages import Pages
from wizard.ui.window import FIRST_SIZE

_Page = TypeVar("_Page", bound=QWidget)

_SETTLES: Final = 300
"""Milliseconds in which a page that was just made or changed finds its height; then it scrolls by the person alone."""


def rule() -> QFrame:
    """Return a quiet horizontal line."""
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line


class PageArea(QWidget):
    """The middle: the step's question, the hint where its answer is found, and the scrolling form."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = QLabel()
        self.heading.setProperty("kind", "heading")
        self.hint = QLabel()
        self.hint.setProperty("kind", "hint")
        self.pages = Pages()
        self._areas: dict[str, QScrollArea] = {}
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES)
        words = QVBoxLayout()
        words.setContentsMargins(*HEADING_MARGINS)
        words.setSpacing(HEADING_SPACING)
        for label in (self.heading, self.hint):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(words)
        whole.addWidget(self.pages, 1)

    def show_question(self, asked: Step | View) -> None:
        """Show the question and the hint of a step or a view."""
        self.heading.setText(_(asked.question))
        self.hint.setText(_(asked.hint))
        self.pages.setAccessibleName(_(asked.question))  # heard when the keyboard comes into the page

    def add_page(self, name: str, made: Callable[[QWidget], _Page], *, fills: bool = False) -> _Page:
        """Return the page of a step or a view, `made` in its place; it scrolls by itself and keeps its place.

        One that `fills` is as high as there is room; any other is as high as its content. What is made elsewhere and
        moved into the window, Qt gives its style once more at every move, each of its parts.
        """
        area = self._areas[name] = QScrollArea(self.pages)
        area.setObjectName("scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.verticalScrollBar().rangeChanged.connect(self._follow)
        self.pages.addWidget(area)
        sheet = QWidget(area)
        sheet.setObjectName("form")
        area.setWidget(sheet)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(24, 8, 24, 24)
        page = made(sheet)
        inside.addWidget(page, int(fills))
        if not fills:
            inside.addStretch(1)
        return page

    def show_page(self, name: str) -> None:
        """Show the page of a step or a view."""
        self.pages.setCurrentWidget(self._areas[name])

    def ask(self) -> None:
        """Put the focus into the first field, and say the question to assistive technology, which hears the field."""
        self.focus_first()
        announce(self.heading, self.heading.text())

    def focus_first(self) -> None:
        """Put the focus into the first field that takes it."""
        first = next(tab_stops(self.pages), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def reveal(self, field: QWidget) -> None:
        """Scroll until the field is in sight, and once more when what was just made around it has been laid out."""
        self._settling.start()
        self._scroll_to(field)

    def _follow(self) -> None:
        field = self.window().focusWidget() if self._settling.isActive() else None
        if field is not None:
            self._scroll_to(field)

    def _scroll_to(self, field: QWidget) -> None:
        """Scroll to the field: of a text, Qt shows the line of the cursor, and here all that fits."""
        area = self.pages.currentWidget()
        sheet = area.widget() if isinstance(area, QScrollArea) else None
        if not isinstance(area, QScrollArea) or sheet is None or not sheet.isAncestorOf(field):
            return
        area.ensureWidgetVisible(field, 24, 24)
        if field.height() <= area.contentsRect().height():
            place = QRect(field.mapTo(sheet, QPoint(0, 0)), field.size())
            for corner in (place.bottomLeft(), place.topLeft()):
                area.ensureVisible(corner.x(), corner.y(), 0, 0)


class Foot(QWidget):
    """The bottom line: what was just told, Back, Next, Export."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setProperty("kind", "quiet")
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back = QPushButton(_("&Back"))
        self.next = QPushButton()
        self.next.setProperty("kind", "primary")
        self.export = QPushButton(_("E&xport…"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(*FOOT_MARGINS)
        row.setSpacing(8)
        row.addWidget(self.told, 1)
        for button in (self.back, self.next, self.export):
            row.addWidget(button)

    def show_progress(self, progress: QWidget) -> None:
        """Keep room for how far a work is that is no page's own."""
        self._row.insertWidget(1, progress, 1)


class Frame(QWidget):
    """What fills the window.

    Attributes:
        second: a preview below the first one, None before one was asked for. aside: what holds the previews.
    """

    def __init__(self) -> None:
        super().__init__()
        self.steps = StepList()
        self.page = PageArea()
        self.preview = PreviewPane()
        self.second: PreviewPane | None = None
        self.aside: QWidget = self.preview
        self.problems = ProblemPane()
        self.foot = Foot()
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.down = QSplitter(Qt.Orientation.Vertical)
        self._arrange()

    def _arrange(self) -> None:
        widths: tuple[tuple[QWidget, int], ...] = ((self.steps, 160), (self.page, 360), (self.preview, 240))
        for pane, least in widths:
            pane.setMinimumWidth(least)
            self.across.addWidget(pane)
        self.across.setStretchFactor(0, 0)
        self.across.setStretchFactor(1, 3)
        self.across.setStretchFactor(2, 2)
        self.across.setSizes(list(FIRST_WIDTHS))
        self.down.addWidget(self.across)
        self.down.addWidget(self.problems)
        self.down.setStretchFactor(0, 1)
        self.down.setStretchFactor(1, 0)
        self.down.setSizes([FIRST_SIZE[1], PROBLEMS_HEIGHT])
        for splitter in (self.across, self.down):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (rule(), self.down, rule(), self.foot):
            whole.addWidget(part)
        whole.setStretch(1, 1)

    def split_preview(self) -> PreviewPane:
        """Put a second preview below the first one, and return it; nothing else changes its place."""
        second = self.second = PreviewPane()
        sizes = self.across.sizes()
        aside = self.aside = QSplitter(Qt.Orientation.Vertical)
        aside.setVisible(not self.preview.isHidden())
        self.across.replaceWidget(self.across.indexOf(self.preview), aside)
        for pane in (self.preview, second):
            aside.addWidget(pane)
            pane.show()
        aside.setChildrenCollapsible(False)
        aside.setHandleWidth(1)
        aside.setMinimumWidth(self.preview.minimumWidth())
        self.across.setStretchFactor(self.across.indexOf(aside), 2)
        self.across.setSizes(sizes)
        return second

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus in the order of the eye."""
        return move_focus(self, forward=forward) or super().focusNextPrevChild(forward)
