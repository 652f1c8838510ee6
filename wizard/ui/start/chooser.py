"""Asks what a plan shall start from. Escape leaves everything as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wizard.app.beginnings import Beginning, beginnings
from wizard.language import _
from wizard.ui.start.choice_list import ChoiceList


class StartDialog(QDialog):
    """The chooser.

    Signals:
        chosen: the Beginning that was taken; the dialog has closed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New plan"))
        self._beginnings = beginnings()
        heading = QLabel(_("What does the plan start from?"))
        heading.setProperty("kind", "heading")
        heading.setWordWrap(True)
        names = [(_(one.title), _(one.gives)) for one in self._beginnings]
        self.list = ChoiceList(heading.text(), names)
        heading.setBuddy(self.list)
        self.take = QPushButton()
        self.take.setProperty("kind", "primary")
        self.take.setDefault(True)
        cancel = QPushButton(_("Cancel"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.take)
        row.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.list.currentRowChanged.connect(self._show)
        self.list.taken.connect(self._take)
        self.take.clicked.connect(lambda: self._take(self.list.currentRow()))
        cancel.clicked.connect(self.reject)
        self._show(self.list.currentRow())
        self.list.setFocus()

    def _show(self, row: int) -> None:
        self.take.setEnabled(row >= 0)
        if row >= 0:
            self.take.setText(_(self._beginnings[row].deed))

    def _take(self, row: int) -> None:
        beginning: Beginning = self._beginnings[row]
        self.accept()
        self.chosen.emit(beginning)
