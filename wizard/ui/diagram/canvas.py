"""The diagram on the screen: it scrolls, is as large as the person wants, is walked by arrows, and marks a node."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QScrollArea, QToolTip, QWidget

from wizard.diagram.model import Diagram
from wizard.diagram.words import fault_words, node_words
from wizard.language import _
from wizard.quoting.wording import seen
from wizard.ui.colours import colours
from wizard.ui.diagram.layout import Layout, laid_out
from wizard.ui.diagram.painting import paint
from wizard.ui.diagram.walking import beside
from wizard.ui.tip import folded
from wizard.ui.widgets.announcement import announce

_LEAST: Final = 0.5
_MOST: Final = 3.0
_STEP: Final = 1.25
_LEGIBLE: Final = 0.8
"""How small the whole may become to fit into the room; what is wider then scrolls."""


class _Sheet(QLabel):
    """What is painted. A label with a picture is what Qt tells assistive technology to be one.

    Signals:
        pressed: the id of the node under the pointer. asked: the same, of a double click, or of Enter.
        walked: the id of the node that an arrow key led to.
    """

    pressed = Signal(str)
    asked = Signal(str)
    walked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diagram: Diagram | None = None
        self.drawing: Layout | None = None
        self.scale = 1.0
        self.chosen = ""
        self.setPixmap(QPixmap(1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Diagram of the flow"))

    def fit(self) -> None:
        """Take the room that the drawing needs at its scale."""
        if self.drawing is not None:
            size = self.drawing.size * self.scale
            self.setFixedSize(QSize(round(size.width()) + 1, round(size.height()) + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the diagram in the colours of the theme."""
        del event
        if self.drawing is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), colours(QGuiApplication.palette()).of("ground"))
            painter.scale(self.scale, self.scale)
            paint(painter, self.drawing, colours(QGuiApplication.palette()), self.chosen, focused=self.hasFocus())
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the flow by arrows, and to the node's field on Enter."""
        key = Qt.Key(event.key())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        node = beside(self.diagram, self.chosen, key, mirrored=mirrored) if self.diagram is not None else None
        if node is not None:
            self.walked.emit(node.id)
        elif self.chosen and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def mark(self, node_id: str) -> None:
        """Mark a node; assistive technology hears what it says, and at once where the keyboard is here."""
        self.chosen = node_id
        box = self.drawing.of(node_id) if self.drawing is not None else None
        words = (*node_words(box.node, _, seen), *fault_words(box.node, _)) if box is not None else ()
        stage = [_(box.node.stage.value)] if box is not None else []
        spoken = ": ".join([*stage, " · ".join(words) or "–"])
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
            if self.hasFocus():
                announce(self, spoken)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a node."""
        node_id = self._under(event)
        if node_id:
            self.pressed.emit(node_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for a node's place."""
        node_id = self._under(event)
        if node_id:
            self.asked.emit(node_id)

    def event(self, event: QEvent) -> bool:
        """Show what a node says in full, where the pointer rests."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self.drawing is not None:
            box = self.drawing.at(QPointF(event.pos()) / self.scale)
            words = (*node_words(box.node, _, seen), *fault_words(box.node, _)) if box else ()
            QToolTip.showText(event.globalPos(), folded("\n".join(words)) if words else "", self)
            return True
        return super().event(event)

    def _under(self, event: QMouseEvent) -> str:
        """Return the id of the node under the left button, empty for none."""
        if self.drawing is None or event.button() is not Qt.MouseButton.LeftButton:
            return ""
        box = self.drawing.at(event.position() / self.scale)
        return box.node.id if box is not None else ""


class Canvas(QScrollArea):
    """The diagram.

    Signals:
        node_chosen: the id of a node that was clicked. node_asked: of one that was clicked twice, or Enter pressed on.
        node_walked: of one that the arrow keys led to.
    """

    node_chosen = Signal(str)
    node_walked = Signal(str)
    node_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = _Sheet()
        self._fits = True
        self.setWidget(self.sheet)
        self.setObjectName("diagram")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(280, 120)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.sheet.pressed.connect(self.node_chosen)
        self.sheet.asked.connect(self.node_asked)
        self.sheet.walked.connect(self.node_walked)

    @property
    def drawing(self) -> Layout | None:
        """What is drawn; None before there is anything."""
        return self.sheet.drawing

    def sizeHint(self) -> QSize:
        """Ask for little: it takes what room there is."""
        return self.minimumSize()

    def show_diagram(self, diagram: Diagram) -> None:
        """Draw a diagram."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.sheet.diagram = diagram
        self.sheet.drawing = laid_out(diagram, self.font(), mirrored=mirrored)
        self._scale(self._fitting() if self._fits else self.sheet.scale)

    def choose(self, node_id: str, *, reveal: bool) -> None:
        """Mark a node; `reveal` it where it is out of sight."""
        self.sheet.mark(node_id)
        box = self.sheet.drawing.of(node_id) if self.sheet.drawing is not None else None
        if reveal and box is not None:
            place = QRectF(box.place.topLeft() * self.sheet.scale, box.place.size() * self.sheet.scale)
            middle = place.center().toPoint()
            self.ensureVisible(middle.x(), middle.y(), int(place.width() / 2) + 8, int(place.height() / 2) + 8)

    def enlarge(self, *, larger: bool) -> None:
        """Show it larger, or smaller."""
        self._fits = False
        self._scale(self.sheet.scale * (_STEP if larger else 1 / _STEP))

    def fit(self) -> None:
        """Show all of its width, as far as it stays legible, from now on."""
        self._fits = True
        self._scale(self._fitting())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit it into the room anew."""
        super().resizeEvent(event)
        if self._fits:
            self._scale(self._fitting())

    def changeEvent(self, event: QEvent) -> None:
        """Take another look's colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.sheet.update()

    def _fitting(self) -> float:
        if self.sheet.drawing is None:
            return 1.0
        room = self.viewport().width() - 2
        return max(_LEGIBLE, min(1.0, room / self.sheet.drawing.size.width()))

    def _scale(self, scale: float) -> None:
        self.sheet.scale = max(_LEAST, min(_MOST, scale))
        self.sheet.fit()
        self.sheet.update()
