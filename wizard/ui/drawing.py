"""Draws the program's own SVG files, which keep to a few words of SVG: path, circle and rect, with a fill or a stroke.

Qt's library for all of SVG would take two megabytes of the memory, and several times as long, for these few lines.
A test holds every file against what that library draws.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from wizard.resource import resource_text

INK: Final = "currentColor"
"""What a file says for the colour that the painter chooses."""

_ELEMENT: Final = re.compile(r"<(\w+)\s([^<>]*?)/?>")
_ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
_WORD: Final = re.compile(r"[A-Za-z]|-?[\d.]+")
_CAPS: Final = {"round": Qt.PenCapStyle.RoundCap}
_JOINS: Final = {"round": Qt.PenJoinStyle.RoundJoin}
_NUMBERS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}


class NotDrawn(ValueError):
    """A file says what this module does not know."""


class Shape(NamedTuple):
    """One element: its outline, the colours of its fill and its stroke, none where they are empty, and the stroke's."""

    outline: QPainterPath
    fill: str
    stroke: str
    width: float
    cap: Qt.PenCapStyle
    join: Qt.PenJoinStyle

    def paint(self, painter: QPainter, ink: QColor) -> None:
        """Draw it."""
        pen = QPen(_colour(self.stroke, ink), self.width) if self.stroke else QPen(Qt.PenStyle.NoPen)
        pen.setCapStyle(self.cap)
        pen.setJoinStyle(self.join)
        painter.setPen(pen)
        painter.setBrush(QBrush(_colour(self.fill, ink)) if self.fill else QBrush())
        painter.drawPath(self.outline)


class Drawing(NamedTuple):
    """A file: the side of the square that it is drawn in, and its elements."""

    side: float
    shapes: tuple[Shape, ...]

    def paint(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        """Draw it into a rectangle."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / self.side, rect.height() / self.side)
        for shape in self.shapes:
            shape.paint(painter, ink)
        painter.restore()


@cache
def drawing(name: str) -> Drawing:
    """Return the drawing of ``resources/icons/NAME.svg``; NotDrawn where it says more than this module knows."""
    (first, outer), *others = _elements(resource_text("icons", f"{name}.svg"))
    if first != "svg":
        raise NotDrawn(first)
    side = float(outer["viewBox"].split()[2])
    return Drawing(side, tuple(_shape(element, {**outer, **attributes}) for element, attributes in others))


def _elements(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for element in _ELEMENT.finditer(text):
        yield element[1], dict(_ATTRIBUTE.findall(element[2]))


def _colour(said: str, ink: QColor) -> QColor:
    return ink if said == INK else QColor(said)


def _shape(element: str, attributes: Mapping[str, str]) -> Shape:
    if element not in _OUTLINES:
        raise NotDrawn(element)
    return Shape(
        _OUTLINES[element](attributes),
        _said(attributes.get("fill", "#000000")),
        _said(attributes.get("stroke", "none")),
        float(attributes.get("stroke-width", 1)),
        _CAPS.get(attributes.get("stroke-linecap", ""), Qt.PenCapStyle.FlatCap),
        _JOINS.get(attributes.get("stroke-linejoin", ""), Qt.PenJoinStyle.SvgMiterJoin),
    )


def _said(colour: str) -> str:
    return "" if colour == "none" else colour


def _circle(attributes: Mapping[str, str]) -> QPainterPath:
    x, y, radius = (float(attributes[name]) for name in ("cx", "cy", "r"))
    outline = QPainterPath()
    outline.addEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
    return outline


def _rect(attributes: Mapping[str, str]) -> QPainterPath:
    x, y, width, height, round_ = (float(attributes.get(name, 0)) for name in ("x", "y", "width", "height", "rx"))
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(x, y, width, height), round_, round_)
    return outline


def _path(attributes: Mapping[str, str]) -> QPainterPath:
    outline, words = QPainterPath(), _WORD.findall(attributes["d"])
    verb = ""
    while words:
        if words[0].isalpha():
            verb = words.pop(0)
        if verb.upper() not in _NUMBERS:
            raise NotDrawn(verb)
        count = _NUMBERS[verb.upper()]
        numbers = [float(word) for word in words[:count]]
        del words[:count]
        _go(outline, verb, numbers)
        verb = {"M": "L", "m": "l"}.get(verb, verb)
    return outline


def _go(outline: QPainterPath, verb: str, numbers: list[float]) -> None:
    """Go on from where the outline ends; a small letter counts from there."""
    at = outline.currentPosition()
    if verb in "Hh":
        numbers = [*numbers, 0.0 if verb == "h" else at.y()]
    elif verb in "Vv":
        numbers = [0.0 if verb == "v" else at.x(), *numbers]
    if verb.islower():
        numbers = [number + (at.y() if odd % 2 else at.x()) for odd, number in enumerate(numbers)]
    if verb in "Zz":
        outline.closeSubpath()
    elif verb in "Mm":
        outline.moveTo(*numbers)
    elif verb in "Cc":
        outline.cubicTo(*numbers)
    else:
        outline.lineTo(*numbers)


_OUTLINES: Final[Mapping[str, Callable[[Mapping[str, str]], QPainterPath]]] = {
    "path": _path,
    "circle": _circle,
    "rect": _rect,
}
