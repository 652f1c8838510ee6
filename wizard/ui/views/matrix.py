"""The view of people against resources."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from wizard.app.session import Session
from wizard.ui.view_page import ViewPage, ViewWidget


class MatrixPage(ViewPage):
    """People against resources."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.summary = QLabel()
        self.summary.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)

    def refresh(self) -> None:
        """Write what the session says into the widgets."""


VIEW = ViewWidget("matrix", MatrixPage)
