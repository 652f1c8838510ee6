"""What is looked for in the tables: a text, and among people a reason."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from wizard.app.people_list import Reason
from wizard.language import _
from wizard.ui.widgets.choice import QuietComboBox
from wizard.ui.widgets.lines import row_in
from wizard.ui.widgets.text_input import Line

_REST: Final = 150
"""Milliseconds without a key after which the table follows what was typed."""


class Filters(QWidget):
    """The text and the reason.

    Signals:
        changed: something else is looked for.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons: tuple[Reason, ...] = ()
        self._text_label = QLabel(_("&With"), self)
        self.text = Line(self)
        self.text.setPlaceholderText(_("login, value or reason"))
        self.text.setAccessibleName(_("With these words"))
        self.text.setClearButtonEnabled(True)
        self._text_label.setBuddy(self.text)
        self._reason_label = QLabel(_("&Reason"), self)
        self.reason = QuietComboBox(self)
        self.reason.setAccessibleName(_("Reason"))
        self.reason.addItem(_("any reason"))
        self._reason_label.setBuddy(self.reason)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.changed)
        row = row_in(self)
        for widget in (self._text_label, self.text, self._reason_label, self.reason):
            row.addWidget(widget, int(widget in (self.text, self.reason)))
        self.text.textChanged.connect(self._rest.start)
        self.text.returnPressed.connect(self._at_once)
        self.reason.activated.connect(lambda _row: self._at_once())

    @property
    def chosen(self) -> Reason | None:
        """Return the reason, None for any."""
        row = self.reason.currentIndex()
        return self._reasons[row - 1] if row > 0 else None

    @property
    def filtering(self) -> bool:
        """Whether something is looked for."""
        return bool(self.text.text().strip()) or (self.chosen is not None and not self.reason.isHidden())

    def show_reasons(self, reasons: Sequence[tuple[Reason, int]]) -> None:
        """Offer these reasons, each with how many people have it; the chosen one stays, as long as it is there."""
        chosen = self.chosen
        self._reasons = tuple(reason for reason, _people in reasons)
        while self.reason.count() > 1:
            self.reason.removeItem(1)
        words = _("{count} × {reason}")
        self.reason.addItems([words.format(count=f"{people:,}", reason=reason.words()) for reason, people in reasons])
        self.reason.setCurrentIndex(self._reasons.index(chosen) + 1 if chosen in self._reasons else 0)

    def show_for(self, *, people: bool) -> None:
        """Offer a reason among people only."""
        self.reason.setVisible(people)
        self._reason_label.setVisible(people)

    def _at_once(self) -> None:
        self._rest.stop()
        self.changed.emit()
