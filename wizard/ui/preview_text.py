"""The text of a preview: monospace, numbered lines, and a mark for a moment on the lines that the last edit changed."""

from difflib import SequenceMatcher
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from wizard.app.syntax import Syntax
from wizard.language import _
from wizard.ui.colours import colours
from wizard.ui.highlighter import Highlighter


class _Numbers(QWidget):
    """The numbers beside the lines."""

    def __init__(self, text: "PreviewText") -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        """Return the width that the numbers need."""
        return QSize(self._text.margin(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers."""
        self._text.paint_numbers(self, event.rect())


class PreviewText(QPlainTextEdit):
    """A text to read and copy, never to type in.

    Signals:
        line_asked: a line, from 0, that was clicked twice: the field that made it is asked for.
    """

    line_asked = Signal(int)

    MARKED_FOR: Final = 1600
    """Milliseconds that a changed line stays marked."""
    _GAP: Final = 8

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview_text")
        self.setReadOnly(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Preview"))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._numbers = _Numbers(self)
        self._highlighter = Highlighter(self.document())
        self._shown: list[str] = []
        self._fading = QTimer(self, singleShot=True, interval=self.MARKED_FOR)
        self._fading.timeout.connect(lambda: self.setExtraSelections([]))
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scrolled)
        self._make_room()

    def show_text(self, text: str, syntax: Syntax, *, marked: bool) -> None:
        """Show a text; keep the place, and mark what differs from the text before where `marked` says so."""
        self._highlighter.speak(syntax)
        lines = text.rstrip("\n").split("\n")
        if lines == self._shown:
            return
        changed = self._replaced(lines) if marked and self._shown else self._shown_anew(lines)
        self._shown = lines
        self._mark(changed)

    @property
    def wraps(self) -> bool:
        """Whether a line that is too long goes on in the next row."""
        return self.lineWrapMode() is QPlainTextEdit.LineWrapMode.WidgetWidth

    def wrap(self, *, wraps: bool) -> None:
        """Let long lines go on in the next row, or out of sight; the first line in sight stays the first."""
        mode = QPlainTextEdit.LineWrapMode.WidgetWidth if wraps else QPlainTextEdit.LineWrapMode.NoWrap
        if mode is self.lineWrapMode():
            return
        first = self.firstVisibleBlock()
        self.setLineWrapMode(mode)
        self.verticalScrollBar().setValue(first.firstLineNumber())
        self._numbers.update()

    def recolour(self) -> None:
        """Use the colours of the theme that holds now."""
        self._highlighter.recolour()

    def _shown_anew(self, lines: list[str]) -> list[int]:
        self.setPlainText("\n".join(lines))
        return []

    def _replaced(self, lines: list[str]) -> list[int]:
        """Replace only the lines that differ, so that the rest is neither highlighted nor laid out again."""
        first = _common(self._shown, lines)
        last = _common(self._shown[first:][::-1], lines[first:][::-1])
        old, new = self._shown[first : len(self._shown) - last], lines[first : len(lines) - last]
        scroll = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._write(first, len(old), new)
        self.horizontalScrollBar().setValue(scroll[0])
        self.verticalScrollBar().setValue(scroll[1])
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        return [
            first + row
            for tag, _i, _j, start, end in matcher.get_opcodes()
            if tag != "equal"
            for row in range(start, end)
        ]

    def _write(self, first: int, count: int, lines: list[str]) -> None:
        document = self.document()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        if first >= document.blockCount():
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText("\n" + "\n".join(lines))
        else:
            self._overwrite(cursor, first, count, lines)
        cursor.endEditBlock()

    def _overwrite(self, cursor: QTextCursor, first: int, count: int, lines: list[str]) -> None:
        document = self.document()
        cursor.setPosition(document.findBlockByNumber(first).position())
        after = document.findBlockByNumber(first + count)
        if after.isValid():
            cursor.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("".join(f"{line}\n" for line in lines))
            return
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        if not lines and first:
            start = document.findBlockByNumber(first - 1)
            cursor.setPosition(start.position() + start.length() - 1, QTextCursor.MoveMode.MoveAnchor)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(lines))

    def _mark(self, lines: list[int]) -> None:
        marks = []
        for line in lines:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document().findBlockByNumber(line))
            mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(colours(self.palette()).of("mark"))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        self.setExtraSelections(marks)
        if marks:
            self._fading.start()

    def margin(self) -> int:
        """Return the width of the numbers, in pixels."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + 2 * self._GAP

    def paint_numbers(self, where: QWidget, dirty: QRect) -> None:
        """Draw the numbers of the lines that are in sight."""
        if self.document().isEmpty():
            return
        painter = QPainter(where)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self.font())
        painter.setPen(QColor(colours(self.palette()).quiet))
        block = self.firstVisibleBlock()
        height = self.fontMetrics().height()
        while block.isValid():
            top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
            if top > dirty.bottom():
                break
            place = QRect(0, top, where.width() - self._GAP, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block = block.next()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers as high as the text."""
        super().resizeEvent(event)
        self._make_room()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the field that made the line."""
        super().mouseDoubleClickEvent(event)
        self.line_asked.emit(self.cursorForPosition(event.position().toPoint()).blockNumber())

    def _make_room(self) -> None:
        self.setViewportMargins(self.margin(), 0, 0, 0)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.margin(), inside.height()))

    def _scrolled(self, rect: QRect, distance: int) -> None:
        if distance:
            self._numbers.scroll(0, distance)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())


def _common(one: list[str], other: list[str]) -> int:
    """Return how many lines two texts share at their start."""
    return next(
        (row for row, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
