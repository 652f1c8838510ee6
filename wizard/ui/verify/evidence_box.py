"""The box for evidence. What is in it is a credential: it can be put in, and only be taken out by forgetting it."""

from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from wizard.language import _
from wizard.ui.widgets.text_input import Hosted

LONGEST_SHOWN: Final = 20_000
"""Characters that are worth being shown; nobody reads more of it, and laying it out would stop the window."""

_OUT: Final = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class EvidenceBox(QPlainTextEdit, Hosted):
    """A text box without a history, from which nothing is copied, cut or dragged.

    Signals:
        pasted: something was pasted or dropped into it. held: a text was, that is too long to be shown.
        file_dropped: the path of a file was.
    """

    pasted = Signal()
    held = Signal(str)
    file_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setProperty("kind", "mono")

    def sizeHint(self) -> QSize:
        """Ask for little: it takes what room there is, and scrolls by itself where there is none."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def text(self) -> str:
        """Return what stands there, character by character: no-break spaces stay what they are."""
        return self.document().toRawText().replace("\u2029", "\n")

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take files and texts."""
        return bool(_files(source)) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped."""
        files = _files(source)
        if files:
            self.file_dropped.emit(files[0])
            return
        text = source.text()
        if len(text) > LONGEST_SHOWN:
            self.held.emit(text)
        elif text:
            self.insertPlainText(text)
            self.pasted.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give nothing out: neither to the desktop's selection nor to a drag."""
        return QMimeData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the clipboard as it is."""
        if any(event.matches(keys) for keys in _OUT):
            event.accept()
        elif not self.host_takes(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the box does."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("&Paste"), self.paste).setEnabled(self.canPaste())
        menu.addAction(_("&Clear"), self.clear).setEnabled(bool(self.toPlainText()))
        menu.popup(event.globalPos())


def _files(source: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
