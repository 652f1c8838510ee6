"""An icon, a sentence, and buttons for what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from wizard.ui.widgets.icon_label import IconLabel


class Notice(QWidget):
    """A notice, which is there only while it has something to say."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self.icon = IconLabel(self)
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.text, stretch=1)
        for button in buttons:
            row.addWidget(button)
        self.hide()

    def say(self, icon: str, text: str) -> None:
        """Say something, with the icon of that name; without a text there is no notice."""
        if text and text != self.text.text():
            self.text.setText(text)
        self.icon.show_icon(icon)
        self.setVisible(bool(text))
