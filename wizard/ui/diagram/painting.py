"""Paints the diagram in the colours of a theme: on the screen, and into the picture that is saved."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from wizard.ui.colours import Colours
from wizard.ui.diagram.layout import Box, Layout, Look, Way

_ROUND: Final = 4.0
_PAD: Final = 10.0
_HEAD: Final = 6.0
_CROSS: Final = 4.0
_FRAME: Final = 4.0
"""Pixels from a node to the frame that shows that the keyboard is on it."""


def paint(painter: QPainter, layout: Layout, known: Colours, chosen: str = "", *, focused: bool = False) -> None:
    """Paint all of it; the node of the id `chosen` is marked, and framed where the keyboard is on it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(layout.font)
    painter.setPen(known.of("quiet"))
    strong = QFont(layout.font)
    strong.setBold(True)
    painter.save()
    painter.setFont(strong)
    for words, place in layout.headings:
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
    for way in layout.ways:
        _paint_way(painter, way, known)
    for box in layout.boxes:
        _paint_box(painter, box, layout, known, chosen=box.node.id == chosen)
        if focused and box.node.id == chosen:
            painter.setPen(QPen(known.of("focus"), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.place.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME), _ROUND + 2, _ROUND + 2)


def _paint_way(painter: QPainter, way: Way, known: Colours) -> None:
    colour = known.of("error" if way.broken else "quiet")
    pen = QPen(colour, 1.4)
    if way.broken:
        pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    onwards = 1.0 if way.end.x() > way.begin.x() else -1.0
    tip = way.end if way.broken else QPointF(way.end.x() - onwards * _HEAD, way.end.y())
    path = QPainterPath(way.begin)
    half = (tip.x() - way.begin.x()) / 2
    path.cubicTo(QPointF(way.begin.x() + half, way.begin.y()), QPointF(tip.x() - half, tip.y()), tip)
    painter.drawPath(path)
    if way.broken:
        _paint_cross(painter, path.pointAtPercent(0.5), colour)
    else:
        _paint_head(painter, way.end, onwards, colour)


def _paint_head(painter: QPainter, end: QPointF, onwards: float, colour: QColor) -> None:
    head = QPainterPath(end)
    head.lineTo(end.x() - onwards * _HEAD, end.y() - _HEAD / 1.7)
    head.lineTo(end.x() - onwards * _HEAD, end.y() + _HEAD / 1.7)
    head.closeSubpath()
    painter.fillPath(head, colour)


def _paint_cross(painter: QPainter, at: QPointF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2.0))
    painter.drawLine(QPointF(at.x() - _CROSS, at.y() - _CROSS), QPointF(at.x() + _CROSS, at.y() + _CROSS))
    painter.drawLine(QPointF(at.x() - _CROSS, at.y() + _CROSS), QPointF(at.x() + _CROSS, at.y() - _CROSS))


def _paint_box(painter: QPainter, box: Box, layout: Layout, known: Colours, *, chosen: bool) -> None:
    node = box.node
    border = "accent" if chosen else "error" if node.broken else "warning" if node.faults else "quiet"
    pen = QPen(known.of(border), 2.6 if chosen else 2.0 if node.broken else 1.2)
    if node.faults and not node.broken:
        pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(known.of("hover") if chosen else known.of("ground"))
    painter.drawRoundedRect(box.place, _ROUND, _ROUND)
    strong = QFont(layout.font)
    strong.setBold(True)
    inner = box.place.adjusted(_PAD, _PAD * 0.7, -_PAD, 0)
    looks = {Look.NAME: "ink", Look.WORDS: "ink", Look.BROKEN: "error", Look.LOOSE: "warning"}
    for number, line in enumerate(box.lines):
        painter.setFont(strong if line.look is Look.NAME else layout.font)
        painter.setPen(known.of(looks[line.look]))
        place = QRectF(inner.left(), inner.top() + number * layout.line, inner.width(), layout.line)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line.text)
