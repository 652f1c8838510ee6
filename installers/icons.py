"""The program's icon in every size that a system asks for, rendered from its one drawing."""

import struct
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from installers.build import SOURCE

DRAWING: Final = SOURCE / "resources" / "icons" / "session-tag-wizard.svg"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS: Final = (16, 24, 32, 48, 64, 128, 256)
MACOS: Final = ((16, b"icp4"), (32, b"icp5"), (64, b"icp6"), (128, b"ic07"), (256, b"ic08"), (512, b"ic09"))
"""Sizes with their names in an .icns file, which hold a PNG each."""


def png(size: int) -> bytes:
    """Return the icon as a PNG of `size` by `size` pixels."""
    application = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    application.processEvents()
    return bytes(data.data())


def write_ico(path: Path) -> Path:
    """Write the icon for Windows: a list of PNGs, https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)."""
    pictures = [png(size) for size in WINDOWS]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    start = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in zip(WINDOWS, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), start)
        start += len(picture)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head + entries + b"".join(pictures))
    return path


def write_icns(path: Path) -> Path:
    """Write the icon for macOS: blocks of a name, a length and a PNG."""
    blocks = [(name, png(size)) for size, name in MACOS]
    body = b"".join(name + struct.pack(">I", 8 + len(data)) + data for name, data in blocks)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"icns" + struct.pack(">I", 8 + len(body)) + body)
    return path
