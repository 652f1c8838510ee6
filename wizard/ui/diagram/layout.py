"""Where the nodes of the diagram stand and which words fit into them, measured in a font; nothing is painted here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from wizard.diagram.model import Diagram, Mark, Node, Stage
from wizard.diagram.words import fault_words, node_words
from wizard.language import _
from wizard.quoting.wording import seen

MARGIN: Final = 16.0
_PAD: Final = 10.0
_ACROSS: Final = 44.0
_DOWN: Final = 12.0
_LEAST: Final = 88.0
_MOST: Final = 210.0
_LINES: Final = 7
"""Lines of words in a node; of a grant that matches on more, the table has the rest."""
_SIGNS: Final = {Mark.BROKEN: "✕", Mark.LOOSE: "!"}


class Look(Enum):
    """How a line of words looks."""

    NAME = auto()
    WORDS = auto()
    BROKEN = auto()
    LOOSE = auto()


class Line(NamedTuple):
    """A line of words in a node."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its place, and the words that fit."""

    node: Node
    place: QRectF
    lines: tuple[Line, ...]


class Way(NamedTuple):
    """An edge, from where to where."""

    begin: QPointF
    end: QPointF
    broken: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in its place; `font` is what it was measured in, `line` the height of a line."""

    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]
    headings: tuple[tuple[str, QRectF], ...]
    size: QSizeF
    font: QFont
    line: float

    def at(self, point: QPointF) -> Box | None:
        """Return the box at a point; None for none."""
        return next((box for box in self.boxes if box.place.contains(point)), None)

    def of(self, node_id: str) -> Box | None:
        """Return the box of a node; None where there is none."""
        return next((box for box in self.boxes if box.node.id == node_id), None)


def laid_out(diagram: Diagram, font: QFont, *, mirrored: bool = False) -> Layout:
    """Return the diagram in six columns, from left to right, or `mirrored`."""
    font = QFont(font)
    font.setPixelSize(QFontInfo(font).pixelSize())  # points are of another size on other devices, a picture above all
    strong = QFont(font)
    strong.setBold(True)
    plain, bold = QFontMetricsF(font), QFontMetricsF(strong)
    line = plain.height() + 1
    words = {node.id: tuple(_lines(node)) for node in diagram.nodes}
    widths = {stage: _width(diagram.of(stage), words, _(stage.value), plain, bold) for stage in Stage}
    heights = {node.id: len(words[node.id]) * line + _PAD * 1.4 for node in diagram.nodes}
    top = MARGIN + line + _DOWN
    tops = _tops(diagram, heights, top)
    lefts, right = _lefts(widths)
    places = {
        node.id: QRectF(lefts[node.stage], tops[node.id], widths[node.stage], heights[node.id])
        for node in diagram.nodes
    }
    headings = {stage: QRectF(lefts[stage], MARGIN, widths[stage], line) for stage in Stage}
    if mirrored:
        for place in (*places.values(), *headings.values()):
            place.moveLeft(right - place.right())
    bottom = max((place.bottom() for place in places.values()), default=top)
    boxes = tuple(
        Box(node, places[node.id], _fitting(words[node.id], widths[node.stage] - 2 * _PAD, plain, bold))
        for node in diagram.nodes
    )
    ways = tuple(
        Way(_side(places[edge.source], begins=not mirrored), _side(places[edge.target], begins=mirrored), edge.broken)
        for edge in diagram.edges
    )
    named = tuple((_(stage.value), place) for stage, place in headings.items())
    return Layout(boxes, ways, named, QSizeF(right, bottom + MARGIN), font, line)


def _side(place: QRectF, *, begins: bool) -> QPointF:
    """Return the middle of a side, the right one where an edge begins there."""
    return QPointF(place.right() if begins else place.left(), place.center().y())


def _lines(node: Node) -> Iterator[Line]:
    said = node_words(node, _, lambda text: seen(text, 120))
    for number, text in enumerate(said[:_LINES]):
        yield Line(text, Look.WORDS if number else Look.NAME)
    if len(said) > _LINES:
        yield Line(_("… and {count} more").format(count=len(said) - _LINES), Look.WORDS)
    for fault, text in zip(node.faults, fault_words(node, _), strict=True):
        look = Look.BROKEN if fault.mark is Mark.BROKEN else Look.LOOSE
        yield Line(f"{_SIGNS[fault.mark]} {seen(text, 200)}", look)
    if not said and not node.faults:
        yield Line("–", Look.WORDS)


def _width(
    nodes: Iterable[Node],
    words: Mapping[str, tuple[Line, ...]],
    heading: str,
    plain: QFontMetricsF,
    bold: QFontMetricsF,
) -> float:
    said = [line for node in nodes for line in words[node.id] if line.look in (Look.NAME, Look.WORDS)]
    widest = max((_metrics(line, plain, bold).horizontalAdvance(line.text) for line in said), default=0.0)
    faulty = any(line.look in (Look.BROKEN, Look.LOOSE) for node in nodes for line in words[node.id])
    least = max(_LEAST, bold.horizontalAdvance(heading) + 2, _MOST * 0.8 if faulty else 0)
    return max(least, min(_MOST, widest + 2 * _PAD + 2))


def _metrics(line: Line, plain: QFontMetricsF, bold: QFontMetricsF) -> QFontMetricsF:
    return bold if line.look is Look.NAME else plain


def _fitting(lines: Iterable[Line], width: float, plain: QFontMetricsF, bold: QFontMetricsF) -> tuple[Line, ...]:
    middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
    return tuple(
        Line(
            _metrics(line, plain, bold).elidedText(
                line.text, middle if line.look in (Look.NAME, Look.WORDS) else right, width
            ),
            line.look,
        )
        for line in lines
    )


def _lefts(widths: Mapping[Stage, float]) -> tuple[dict[Stage, float], float]:
    """Return where each column begins, and where the picture ends."""
    lefts: dict[Stage, float] = {}
    left = MARGIN
    for stage, width in widths.items():
        lefts[stage] = left
        left += width + _ACROSS
    return lefts, left - _ACROSS + MARGIN


def _tops(diagram: Diagram, heights: Mapping[str, float], top: float) -> dict[str, float]:
    """Return how high each node stands: the rows one below the other, the others beside what they belong to."""
    tops: dict[str, float] = {}

    def middle(nodes: Iterable[Node]) -> float | None:
        known = [tops[node.id] + heights[node.id] / 2 for node in nodes if node.id in tops]
        return sum(known) / len(known) if known else None

    def stack(stage: Stage, neighbours: Callable[[Node], Iterable[Node]]) -> None:
        free = top
        for node in diagram.of(stage):
            wanted = middle(neighbours(node))
            tops[node.id] = free if wanted is None else max(free, wanted - heights[node.id] / 2)
            free = tops[node.id] + heights[node.id] + _DOWN

    free = top
    for row in diagram.of(Stage.SAML):
        beside = (row, *diagram.after(row))
        height = max(heights[node.id] for node in beside)
        tops.update({node.id: free + (height - heights[node.id]) / 2 for node in beside})
        free += height + _DOWN
    stack(Stage.ATTRIBUTE, diagram.after)
    stack(Stage.PROFILE, diagram.after)
    stack(Stage.CONDITION, diagram.before)
    stack(Stage.RESOURCE, diagram.before)
    return tops
