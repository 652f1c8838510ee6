"""Shows how far imported documents told of the plan: what they did not tell, what was guessed, what they told."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wizard.adoption import Adoption
from wizard.app.adopting import remarks_text
from wizard.language import _
from wizard.plan.existing import Certainty
from wizard.ui.widgets.reading_pane import ReadingPane


class RemarksDialog(QDialog):
    """The dialog; the window can be worked in while it is open."""

    def __init__(self, adoption: Adoption, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What was read"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = remarks_text(adoption)
        heading = QLabel(summary(adoption))
        heading.setProperty("kind", "section")
        heading.setWordWrap(True)
        self.pane = ReadingPane(_("What was read"), "", self)
        self.pane.say(self._text)
        heading.setBuddy(self.pane)
        copy, close = QPushButton(_("&Copy")), QPushButton(_("Close"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        close.clicked.connect(self.reject)
        close.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.pane, 1)
        column.addLayout(row)
        self.resize(640, 480)


def summary(adoption: Adoption) -> str:
    """Return one line about how far the documents told."""
    if not adoption.of(Certainty.UNTOLD):
        return _("The documents told everything that a plan holds. The plan is not saved yet.")
    return _("The plan goes as far as the documents tell; what they do not tell stands first. It is not saved yet.")
