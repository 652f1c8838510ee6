"""Tells whether Qt starts; `selftest` asks it in a process of its own, since Qt ends the process where it cannot."""

import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from wizard import APPLICATION
from wizard.resource import resource


def drawn() -> str:
    """Draw the program's icon without a screen; return the running Qt's version, or nothing where it drew nothing."""
    QGuiApplication.setDesktopFileName(APPLICATION)
    application = QApplication([sys.argv[0], "-platform", "offscreen"])
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(0)
    blank = image.copy()
    painter = QPainter(image)
    QSvgRenderer(resource("icons", "session-tag-wizard.svg")).render(painter)
    painter.end()
    application.quit()
    return "" if image == blank else qVersion()
