"""The text of a preview: monospace, numbered lines, signs beside changed ones, and a mark where the last edit was."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QGuiApplication,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from wizard.app.line_changes import Mark, changes
from wizard.app.search import Hit
from wizard.app.syntax import Syntax
from wizard.language import _
from wizard.ui.colours import colours
from wizard.ui.highlighter import Highlighter
from wizard.ui.preview_gutter import Gutter
from wizard.ui.tip import folded

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QMouseEvent

_MOST_COLOURED: Final = 500
"""Hits of the search that are coloured; the next one is found beyond them, too."""


class PreviewText(QPlainTextEdit):
    """A text to read and copy, never to type in.

    Attributes:
        explain: from a line and a column to what the name there means; an empty text for nothing.
        words_of: from a mark to what it says.

    Signals:
        line_asked: a line, from 0, that was clicked, or where Enter was pressed: the field that made it is asked for.
        explanation_asked: a line and a column to explain, aloud.
        search_asked: open the search.
    """

    line_asked = Signal(int)
    explanation_asked = Signal(int, int)
    search_asked = Signal()

    MARKED_FOR: Final = 1600
    """Milliseconds that a changed line stays marked."""

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
        self.setAccessibleDescription(_("Enter leads to the field that made the line, Shift+F1 explains a name"))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.explain: Callable[[int, int], str] = lambda _line, _column: ""
        self.words_of: Callable[[Mark], str] = lambda _mark: ""
        self._gutter = Gutter(self)
        self._highlighter = Highlighter(self.document())
        self._shown: list[str] = []
        self._marks: Mapping[int, Mark] = {}
        self._flashed: list[QTextEdit.ExtraSelection] = []
        self._found: list[QTextEdit.ExtraSelection] = []
        self._pressed: QPoint | None = None
        self._fading = QTimer(self, singleShot=True, interval=self.MARKED_FOR)
        self._fading.timeout.connect(lambda: self._flash([]))
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scrolled)
        self._make_room()

    def show_text(self, text: str, syntax: Syntax, *, marked: bool) -> None:
        """Show a text; keep the place, and mark what differs from the text before where `marked` says so."""
        lines = text.rstrip("\n").split("\n")
        same, kept = lines == self._shown, marked and bool(self._shown)
        self._highlighter.speak(syntax, again=same or kept)
        if same:
            return
        changed = self._replaced(lines) if kept else self._shown_anew(lines)
        self._shown = lines
        self._flash(changed)

    def show_marks(self, marks: Mapping[int, Mark]) -> None:
        """Put a sign beside these lines, counted from 0, and beside no others."""
        if marks != self._marks:
            self._marks = marks
            self._gutter.update()

    def show_hits(self, found: Sequence[Hit]) -> None:
        """Colour what the search found."""
        ground = colours(QGuiApplication.palette()).of("mark")
        self._found = []
        for hit in found[:_MOST_COLOURED]:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(hit.start)
            mark.cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(ground)
            mark.format.setFontUnderline(True)
            self._found.append(mark)
        self.setExtraSelections([*self._flashed, *self._found])

    def select(self, hit: Hit) -> None:
        """Select a hit, and bring it into sight."""
        cursor = self.textCursor()
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def go_to_line(self, line: int) -> None:
        """Put the cursor into a line, counted from 0, and bring it into sight."""
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(line)))
        self.centerCursor()

    @property
    def marks(self) -> Mapping[int, Mark]:
        """The signs beside the lines."""
        return self._marks

    def mark(self, line: int) -> Mark | None:
        """Return the sign beside a line, None where it has none."""
        return self._marks.get(line)

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
        self._gutter.update()

    def recolour(self) -> None:
        """Use the colours of the theme that holds now."""
        self._highlighter.recolour()

    def _shown_anew(self, lines: list[str]) -> list[int]:
        self.setPlainText("\n".join(lines))
        return []

    def _replaced(self, lines: list[str]) -> list[int]:
        """Replace only the lines that differ, so that the rest is neither highlighted nor laid out again."""
        found = changes(self._shown, lines)
        scroll = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for change in reversed(found):
            self._write(change.start, change.end - change.start, lines[change.new_start : change.new_end])
        self.horizontalScrollBar().setValue(scroll[0])
        self.verticalScrollBar().setValue(scroll[1])
        return [row for change in found for row in range(change.new_start, change.new_end)]

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

    def _flash(self, lines: list[int]) -> None:
        """Colour the lines that the last edit changed, for a moment."""
        self._flashed = []
        for line in lines:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document().findBlockByNumber(line))
            mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(colours(QGuiApplication.palette()).of("mark"))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            self._flashed.append(mark)
        self.setExtraSelections([*self._flashed, *self._found])
        if lines:
            self._fading.start()

    def lines_in_sight(self, bottom: int) -> Iterator[tuple[QTextBlock, int]]:
        """Yield the lines that begin above a height, each with its own height from the top."""
        block = self.firstVisibleBlock()
        while block.isValid():
            top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
            if top > bottom:
                return
            yield block, top
            block = block.next()

    def height_of(self, block: QTextBlock) -> int:
        """Return how high a line is, in all its rows."""
        return round(self.blockBoundingGeometry(block).height())

    def line_at(self, height: int) -> int:
        """Return the line at a height from the top, counted from 0."""
        return self.cursorForPosition(QPoint(0, height)).blockNumber()

    def cursor_place(self) -> tuple[int, int]:
        """Return the line and the column of the cursor, both from 0."""
        cursor = self.textCursor()
        return cursor.blockNumber(), cursor.positionInBlock()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers as high as the text."""
        super().resizeEvent(event)
        self._make_room()

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Remember where a click begins."""
        super().mousePressEvent(event)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = event.position().toPoint() if plain else None

    def enterEvent(self, event: "QEnterEvent") -> None:
        """Follow the pointer."""
        self.viewport().setMouseTracking(True)
        super().enterEvent(event)

    def mouseMoveEvent(self, event: "QMouseEvent") -> None:
        """Let the tooltip explain the name at the pointer."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            cursor = self.cursorForPosition(event.position().toPoint())
            words = self.explain(cursor.blockNumber(), cursor.positionInBlock())
            self.viewport().setToolTip(folded(words) if words else "")

    def mouseReleaseEvent(self, event: "QMouseEvent") -> None:
        """Ask for the field that made the line where it was a click; a drag selects."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not self.textCursor().hasSelection():
            self.line_asked.emit(self.cursorForPosition(pressed).blockNumber())

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Ask for the field on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.line_asked.emit(self.textCursor().blockNumber())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        """Offer what can be done with the line beside what a text offers."""
        keyboard = event.reason() == event.Reason.Keyboard
        cursor = self.textCursor() if keyboard else self.cursorForPosition(event.pos())
        line, column = cursor.blockNumber(), cursor.positionInBlock()
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addAction(_("&Go to the field"), lambda: self.line_asked.emit(line))
        explain = menu.addAction(_("&Explain"), lambda: self.explanation_asked.emit(line, column))
        explain.setEnabled(bool(self.explain(line, column)))
        menu.addAction(_("&Find…"), self.search_asked.emit)
        place = self.mapToGlobal(self.cursorRect().bottomLeft()) if keyboard else event.globalPos()
        menu.popup(place)

    def _make_room(self) -> None:
        width = self._gutter.sizeHint().width()
        self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    def _scrolled(self, rect: QRect, distance: int) -> None:
        if distance:
            self._gutter.scroll(0, distance)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())
