"""Looks for a text wherever the process could still hold it; it is given reversed, so that nobody holds it here."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTableView, QWidget


def holders(reversed_text: str) -> list[str]:
    """Return the types of all objects of Python that hold a text or bytes in which the text stands.

    No other thread may be at work: a tuple that it is just making must not be looked at.
    """
    gc.collect()
    wanted, wanted_bytes = reversed_text, reversed_text.encode()
    found = []
    for holder in gc.get_objects():
        if isinstance(holder, FrameType | CodeType):
            continue
        for inner in _untracked(holder):
            text = isinstance(inner, str) and wanted in inner[::-1]
            if text or (isinstance(inner, bytes | bytearray) and wanted_bytes in inner[::-1]):
                found.append(f"{type(holder).__name__} holds {type(inner).__name__}")
    return found


def _untracked(holder: Any) -> Iterator[Any]:
    """Yield what an object refers to; also through what the collector does not track, such as a tuple of texts."""
    waiting, seen = gc.get_referents(holder), set()
    while waiting:
        inner = waiting.pop()
        if gc.is_tracked(inner) or id(inner) in seen:
            continue
        seen.add(id(inner))
        yield inner
        if not isinstance(inner, str | bytes | bytearray | int | float):
            waiting.extend(gc.get_referents(inner))


def shown(widget: QWidget, reversed_text: str) -> list[str]:
    """Return the widgets, the one given and those in it, that still hold the text."""
    return [
        type(each).__name__
        for each in (widget, *widget.findChildren(QWidget))
        if any(reversed_text in text[::-1] for text in _texts(each))
    ]


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    if isinstance(widget, QPlainTextEdit):
        yield from (widget.toPlainText(), widget.placeholderText())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    for row in range(model.rowCount(view.rootIndex())):
        for column in range(columns):
            yield str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "")


def written(folder: Path, reversed_text: str) -> list[str]:
    """Return the files below a folder in which the text stands, in UTF-8 or as Qt writes texts."""
    spellings = [reversed_text.encode(), reversed_text.encode("utf-16-be")]
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(spelling in path.read_bytes()[::-1] for spelling in spellings)
    ]


def logged(reversed_text: str, *texts: str) -> bool:
    """Tell whether the text stands in one of the others."""
    return any(reversed_text in text[::-1] for text in texts) or reversed_text in str(sys.argv)[::-1]
