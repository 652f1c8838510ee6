"""What is looked for: in people, in resources, among actions; and which classes are listed."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from wizard.app.matrix.listing import Filter, Show
from wizard.language import N_, _
from wizard.ui.menu_text import plain_words
from wizard.ui.widgets.choice import QuietComboBox
from wizard.ui.widgets.text_input import Line

_SHOWN: Final = {
    Show.ALLOWED: N_("What is allowed"),
    Show.REFUSED: N_("What is refused"),
    Show.ALL: N_("Allowed and refused"),
    Show.PEOPLE_WITHOUT: N_("People who reach nothing"),
    Show.RESOURCES_WITHOUT: N_("Resources that nobody reaches"),
}
_REST: Final = 200
"""Milliseconds without a key after which the list follows what was typed."""


class Filters(QWidget):
    """Three texts and a choice.

    Signals:
        changed: what is looked for is another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_what = QuietComboBox(self)
        self._shows = list(_SHOWN)
        for words in _SHOWN.values():
            self.show_what.addItem(_(words))
        self.people = _line(_("login or tag"), self)
        self.resources = _line(_("type or tag"), self)
        self.deeds = _line("ec2:Start*", self)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.changed)
        self.show_what.activated.connect(self.changed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        asked: tuple[tuple[str, QWidget], ...] = (
            (_("&Show"), self.show_what),
            (_("&People with"), self.people),
            (_("&Resources with"), self.resources),
            (_("A&ctions with"), self.deeds),
        )
        for column, (words, widget) in enumerate(asked):
            label = QLabel(words, self)
            label.setProperty("kind", "quiet")
            label.setBuddy(widget)
            widget.setAccessibleName(plain_words(words))
            grid.addWidget(label, 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 1)
            if isinstance(widget, QLineEdit):
                widget.textChanged.connect(self._rest.start)
                widget.returnPressed.connect(self._at_once)

    def asked(self) -> Filter:
        """Return what is looked for."""
        show = self._shows[self.show_what.currentIndex()]
        return Filter(show, self.people.text(), self.resources.text(), self.deeds.text())

    @staticmethod
    def words(show: Show) -> str:
        """Return what a choice is called."""
        return _(_SHOWN[show])

    def ask(self, asked: Filter) -> None:
        """Look for something else."""
        self.blockSignals(True)
        self.show_what.setCurrentIndex(self._shows.index(asked.show))
        self.people.setText(asked.people)
        self.resources.setText(asked.resources)
        self.deeds.setText(asked.actions)
        self.blockSignals(False)
        self._at_once()

    def _at_once(self) -> None:
        self._rest.stop()
        self.changed.emit()


def _line(placeholder: str, parent: QWidget) -> QLineEdit:
    line = Line(parent)
    line.setPlaceholderText(placeholder)
    line.setClearButtonEnabled(True)
    line.setMinimumWidth(100)
    line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return line
