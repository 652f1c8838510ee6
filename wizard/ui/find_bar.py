"""The search in the preview: what is looked for, how often it stands there, the next and the one before."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wizard.app.search import MOST, Hit, hits, next_hit
from wizard.language import _
from wizard.ui.preview_text import PreviewText
from wizard.ui.widgets.icon_button import icon_button
from wizard.ui.widgets.text_input import Line


class _Wanted(Line):
    """What is looked for.

    Signals:
        entered: Enter was pressed; forward, or back with the shift key. left: Escape was.
    """

    entered = Signal(bool)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter and Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Stands under the text while something is looked for.

    Signals:
        told: a sentence for the person.
    """

    told = Signal(str)

    def __init__(self, text: PreviewText) -> None:
        super().__init__()
        self._text = text
        self._hits: tuple[Hit, ...] = ()
        self.line = _Wanted()
        self.line.setPlaceholderText(_("Find in the preview"))
        self.line.setAccessibleName(_("Find in the preview"))
        self.line.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setProperty("kind", "quiet")
        self.before = icon_button("up", _("Find the one before (Shift+F3)"))
        self.next = icon_button("down", _("Find the next one (F3)"))
        self.close_button = icon_button("close", _("Close the search (Esc)"))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look)
        self._arrange()
        self._connect()
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        for widget in (self.count, self.before, self.next, self.close_button):
            row.addWidget(widget)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._type)
        self.before.clicked.connect(lambda: self.go(forward=False))
        self.next.clicked.connect(lambda: self.go(forward=True))
        self.close_button.clicked.connect(self.leave)
        self._text.textChanged.connect(self._follow)
        self.line.entered.connect(lambda forward: self.go(forward=forward))
        self.line.left.connect(self.leave)

    def open(self) -> None:
        """Open the search, for what is selected in the text if something is."""
        selected = self._text.textCursor().selectedText()
        self.show()
        if selected and "\u2029" not in selected:
            self.line.setText(selected)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)  # for any other reason it selects before it has the focus,
        self.line.selectAll()  # and a screen reader that hears of the selection first does not say what is selected
        self._look()

    def leave(self) -> None:
        """Close the search; the keyboard goes back to the text, where the last hit is still selected."""
        focus: QWidget | None = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self._text.show_hits(())
        if inside:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, *, forward: bool) -> None:
        """Select the next hit or the one before, around the end too."""
        if not self.isVisible():
            self.open()
        elif self._later.isActive():
            self._look()
        cursor = self._text.textCursor()
        place = cursor.selectionEnd() if forward else cursor.selectionStart()
        self._select(place, forward=forward)

    def _type(self) -> None:
        """Look for what is typed, from where the last hit began."""
        self._look()
        if self._hits:
            self._select(self._text.textCursor().selectionStart(), forward=True)

    def _select(self, place: int, *, forward: bool) -> None:
        if not self._hits:
            self.told.emit(_("“{text}” is not in the preview").format(text=self.line.text()))
            return
        number, anew = next_hit(self._hits, place, forward=forward)
        self._text.select(self._hits[number])
        self._say(number)
        words = _("{number} of {count}").format(number=number + 1, count=len(self._hits))
        again = _("{place}; the search began again at the top") if forward else _("{place}; from the end again")
        self.told.emit(again.format(place=words) if anew else words)

    def _follow(self) -> None:
        """Look again soon; out of sight beside a view too, since the search stands there again after it."""
        if not self.isHidden():
            self._later.start()

    def _look(self) -> None:
        self._later.stop()
        self._hits = hits(self._text.toPlainText(), self.line.text())
        self._text.show_hits(self._hits)
        start = self._text.textCursor().selectionStart()
        self._say(next((number for number, hit in enumerate(self._hits) if hit.start == start), None))
        for button in (self.before, self.next):
            button.setEnabled(bool(self._hits))

    def _say(self, number: int | None) -> None:
        count = f"{len(self._hits):,}" + ("+" if len(self._hits) == MOST else "")
        if not self.line.text():
            self.count.setText("")
        elif not self._hits:
            self.count.setText(_("not found"))
        elif number is None:
            self.count.setText(count)
        else:
            self.count.setText(_("{number} of {count}").format(number=number + 1, count=count))
