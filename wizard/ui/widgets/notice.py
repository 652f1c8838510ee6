"""An icon, a sentence, and buttons for what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

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
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.text, 0, 1)
        grid.addLayout(row, 1, 1)
        self.hide()

    def say(self, icon: str, text: str) -> None:
        """Say something, with the icon of that name; without a text there is no notice."""
        if text and text != self.text.text():
            self.text.setText(text)
        self.icon.show_icon(icon)
        self.setVisible(bool(text))
