"""Edits an Okta expression: monospace, with completion of profile attributes and functions at the cursor."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

Completions = Callable[[], Iterable[str]]

_WORD: Final = re.compile(r"[\w$.]*\Z")
_MOST_SHOWN: Final = 10


class ExpressionLine(QLineEdit):
    """A line that offers how the word before the cursor may go on.

    `completions` gives all that may stand in the expression; it is asked when the list is about to open.
    """

    def __init__(self, completions: Completions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "mono")
        self._completions = completions
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._completer.activated.connect(self.complete_with)
        self.textEdited.connect(self._offer)

    def word(self) -> str:
        """Return the word before the cursor."""
        found = _WORD.search(self.text()[: self.cursorPosition()])
        return found[0] if found else ""

    def offers(self) -> tuple[str, ...]:
        """Return what the list shows now."""
        model = self._completer.completionModel()
        return tuple(str(model.data(model.index(row, 0))) for row in range(model.rowCount()))

    def open_completions(self) -> None:
        """Open the list of what may stand here."""
        self._words.setStringList(list(self._completions()))
        self._completer.setCompletionPrefix(self.word())
        if self._completer.completionCount():
            self._completer.complete()
        else:
            self._close()

    def complete_with(self, completion: str) -> None:
        """Put the completion in the place of the word before the cursor, as if it had been typed."""
        start = self.cursorPosition() - len(self.word())
        self.setSelection(start, len(self.word()))
        self.insert(completion)
        self.textEdited.emit(self.text())
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on Ctrl+Space; leave Enter and Escape to the list while it is open."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.open_completions()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list with the field."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Space for the list where a shortcut would take it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def _close(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _offer(self, text: str) -> None:
        if not text or not self.word() or not self.hasFocus():
            self._close()
            return
        self.open_completions()
        offers = self.offers()
        if offers == (self.word(),):
            self._close()
