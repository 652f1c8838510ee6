"""The diagram as a file: SVG, or PNG at twice the size; always dark on white, as it goes onto paper and pages."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from wizard.ui.colours import LIGHT
from wizard.ui.diagram.layout import Layout
from wizard.ui.diagram.painting import paint

_TWICE: Final = 2.0
_LONGEST: Final = 16_000
"""Pixels of a PNG's longer side; a plan of hundreds of tags is drawn smaller instead."""
_DOTS_PER_INCH: Final = 96
"""Of the pixels of CSS, by which the width and height of an SVG in millimetres are read."""
SVG: Final = ".svg"
PNG: Final = ".png"


def picture(layout: Layout, suffix: str, title: str, description: str) -> bytes:
    """Return the file's bytes: SVG for its suffix, PNG for any other."""
    return _svg(layout, title, description) if suffix.lower() == SVG else _png(layout, title, description)


def with_suffix(path: Path, suffix: str) -> Path:
    """Return the path with the suffix of the chosen kind, unless it has one of the two."""
    return path if path.suffix.lower() in (SVG, PNG) else path.with_name(path.name + suffix)


def _svg(layout: Layout, title: str, description: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    size = QSize(round(layout.size.width()), round(layout.size.height()))
    generator.setResolution(_DOTS_PER_INCH)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    generator.setDescription(description)
    _draw(QPainter(generator), layout)
    buffer.close()
    return bytes(data.data())


def _png(layout: Layout, title: str, description: str) -> bytes:
    longest = max(layout.size.width(), layout.size.height())
    scale = min(_TWICE, _LONGEST / longest)
    image = QImage(round(layout.size.width() * scale), round(layout.size.height() * scale), QImage.Format.Format_RGB32)
    image.setText("Title", title)
    image.setText("Description", description)
    painter = QPainter(image)
    painter.scale(scale, scale)
    _draw(painter, layout)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    return bytes(data.data())


def _draw(painter: QPainter, layout: Layout) -> None:
    painter.fillRect(QRectF(0, 0, layout.size.width() + 1, layout.size.height() + 1), QColor(LIGHT.ground))
    paint(painter, layout, LIGHT)
    painter.end()
