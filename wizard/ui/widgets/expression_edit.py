"""Edits an Okta expression: monospace, with completion of profile attributes and functions at the cursor."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from wizard.language import _
from wizard.ui.widgets.text_input import Line

if TYPE_CHECKING:
    from wizard.okta.expression.completion import Completion

Completions = Callable[[str, int], "tuple[Completion, ...]"]
"""What fits an expression before a column, which counts from 1."""

_MOST_SHOWN: Final = 8


class ExpressionLine(Line):
    """A line that offers how the word before the cursor may go on; Ctrl+Space asks for all that may stand there."""

    def __init__(self, completions: Completions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "mono")
        self._completions = completions
        self._offered: tuple[Completion, ...] = ()
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._completer.activated.connect(self.take)
        self.textEdited.connect(self._follow)

    def offers(self) -> tuple[str, ...]:
        """Return what the list shows; nothing while it is closed."""
        popup = self._completer.popup()
        shown = popup is not None and popup.isVisible()
        return tuple(offer.text for offer in self._offered) if shown else ()

    def offer(self) -> None:
        """Open the list of what may stand at the cursor, where there is anything."""
        self._offered = self._completions(self.text(), self.cursorPosition() + 1)
        if not self._offered:
            self._close()
            return
        self._model.clear()
        for offer in self._offered:
            item = QStandardItem(offer.text)
            item.setToolTip(_(offer.about))
            item.setData(_("{text}: {about}").format(text=offer.text, about=_(offer.about)), _SPOKEN)
            self._model.appendRow(item)
        self._completer.complete()

    def take(self, text: str) -> None:
        """Put an offer in the place of the word before the cursor, as if it had been typed."""
        offer = next((offer for offer in self._offered if offer.text == text), None)
        if offer is None:
            return
        self.setSelection(offer.start - 1, self.cursorPosition() - offer.start + 1)
        self.insert(offer.text)
        self._close()
        self.textEdited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on Ctrl+Space."""
        if _asks(event):
            self.offer()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list with the field."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Space for the list where a shortcut would take it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _asks(event):
            event.accept()
            return True
        return super().event(event)

    def _close(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _follow(self, text: str) -> None:
        """Offer what fits what was typed; nothing more to a word that is whole, and nothing to an empty line."""
        before = text[: self.cursorPosition()]
        if not self.hasFocus() or not before or not (before[-1].isalnum() or before[-1] in "._$"):
            self._close()
            return
        self.offer()
        if len(self._offered) == 1 and before.endswith(self._offered[0].text):
            self._close()


_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole


def _asks(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier
