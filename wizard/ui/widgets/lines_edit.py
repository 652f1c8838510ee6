"""Edits a list of texts, one a line; Tab leaves it, Alt+Up and Alt+Down move a line."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QResizeEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from wizard.ui.colours import colours
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.text_input import TextBox

_FEWEST: Final = 2
_MOST: Final = 10


def entries(text: str) -> tuple[str, ...]:
    """Return the entries of a text, one a line, without the white space around them and without empty ones."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


class _Lines(TextBox):
    """As tall as what stands in it, within bounds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setProperty("kind", "mono")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.blockCountChanged.connect(self._count)
        self._shown = 0

    def sizeHint(self) -> QSize:
        """Return the height of its lines, and room for one more."""
        lines = max(_FEWEST, min(_MOST, self.blockCount() + 1))
        frame = QFrame.frameWidth(self) * 2 + 2 * int(self.document().documentMargin()) + 4
        return QSize(240, lines * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it is never squeezed."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first line in sight when everything fits."""
        super().resizeEvent(event)
        if self.blockCount() < _MOST:
            self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line of the cursor on Alt+Up and Alt+Down."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_line(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    def move_line(self, distance: int) -> None:
        """Move the line of the cursor up or down."""
        lines = self.toPlainText().split("\n")
        at = self.textCursor().blockNumber()
        to = at + distance
        if not 0 <= to < len(lines):
            return
        column = self.textCursor().positionInBlock()
        lines.insert(to, lines.pop(at))
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText("\n".join(lines))
        cursor.endEditBlock()
        self.go_to(self.document().findBlockByNumber(to), column)

    def go_to(self, block: QTextBlock, column: int = 0) -> None:
        """Put the cursor into a line."""
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, column)
        self.setTextCursor(cursor)

    def _count(self, lines: int) -> None:
        shown = max(_FEWEST, min(_MOST, lines + 1))
        if shown != self._shown:
            self._shown = shown
            self.updateGeometry()


class LinesEdit(Editor):
    """A list of texts. Empty lines are no entries."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = _Lines(self)
        self.text.setPlaceholderText(placeholder)
        self.text.textChanged.connect(self._tell)
        self.take(self.text)
        self.fill(self.text)

    def show_value(self, value: tuple[str, ...]) -> None:
        """Write the entries, unless the text already says them."""
        text = "\n".join(value)
        if self.text.toPlainText() == text or entries(self.text.toPlainText()) == value:
            return
        self.blockSignals(True)
        self.text.setPlainText(text)
        self.blockSignals(False)

    def mark(self, rests: Iterable[str]) -> None:
        """Underline the entries about which something is said: ``[1]`` is the second one."""
        self.text.setExtraSelections([self._underlined(block) for rest in rests if (block := self._block(rest))])

    def show_place(self, rest: str) -> None:
        """Put the cursor into the line of the entry `rest`."""
        super().show_place(rest)
        block = self._block(rest)
        if block is not None:
            self.text.go_to(block)

    def _block(self, rest: str) -> QTextBlock | None:
        index = rest.strip("[]")
        if not index.isdecimal():
            return None
        wanted, block = int(index), self.text.document().begin()
        while block.isValid():
            if block.text().strip():
                if not wanted:
                    return block
                wanted -= 1
            block = block.next()
        return None

    def _underlined(self, block: QTextBlock) -> QTextEdit.ExtraSelection:
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(QColor(colours(QGuiApplication.palette()).warning))
        cursor = QTextCursor(block)
        cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        selection = QTextEdit.ExtraSelection()
        selection.format = shape
        selection.cursor = cursor
        return selection

    def _tell(self) -> None:
        self.edited.emit(entries(self.text.toPlainText()))
