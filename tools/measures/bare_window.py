"""The program that the desktop app is held against: a bare window with eight empty pages."""

from typing import Final

_PROGRAM: Final = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
{before}
app = QApplication(sys.argv)
window, pages = {window}(), QStackedWidget()
for _page in range(8):
    pages.addWidget(QWidget())
window.setCentralWidget(pages)
window.resize(1280, 800)
window.show()
{after}
app.exec()
"""


def bare_window(*, before: str = "", window: str = "QMainWindow", after: str = "") -> str:
    """Return its source: `before` stands before the program begins, `after` once its `window` is shown."""
    return _PROGRAM.format(before=before, window=window, after=after)
