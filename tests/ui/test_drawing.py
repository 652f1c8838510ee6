"""The program's own SVG files, held against what Qt's library for SVG draws."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from wizard.resource import resource, resource_text
from wizard.ui import drawing as module
from wizard.ui.drawing import INK, NotDrawn, drawing

NAMES = sorted(path.stem for path in Path(resource("icons")).glob("*.svg"))
COLOUR = QColor("#b3261e")
MOST = 12
"""Of 255: by how much a pixel's colour may differ."""


def blank(side: int) -> QImage:
    """Return a transparent picture."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def ours(name: str, side: int) -> QImage:
    """Return what the program draws."""
    image = blank(side)
    painter = QPainter(image)
    drawing(name).paint(painter, QRectF(image.rect()), COLOUR)
    painter.end()
    return image


def theirs(name: str, side: int) -> QImage:
    """Return what Qt's library draws."""
    image = blank(side)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(resource_text("icons", f"{name}.svg").replace(INK, COLOUR.name()).encode())).render(painter)
    painter.end()
    return image


def widest(one: QImage, other: QImage) -> int:
    """Return by how much two pictures differ where they differ most."""
    return max(abs(a - b) for a, b in zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))


@pytest.mark.parametrize("side", [16, 20, 48])
@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_drawn_as_the_library_draws_it(qapp: QApplication, name: str, side: int) -> None:
    """Every icon that ships, at the sizes of 100, 125 and 300 per cent."""
    del qapp
    drawn = ours(name, side)
    assert drawn != blank(side)
    assert widest(drawn, theirs(name, side)) <= MOST


@pytest.mark.parametrize(
    "text",
    [
        '<svg viewBox="0 0 16 16"><text x="1">a</text></svg>',
        '<svg viewBox="0 0 16 16"><path d="M1 1q2 2 3 3"/></svg>',
        '<g x="1"/>',
    ],
)
def test_what_the_program_does_not_know_is_loud(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """An icon with another element, or another verb in its path, is refused and not drawn by halves."""
    monkeypatch.setattr(module, "resource_text", lambda *_parts: text)
    with pytest.raises(NotDrawn):
        module.drawing.__wrapped__("any")
