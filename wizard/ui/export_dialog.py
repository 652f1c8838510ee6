"""The export from wherever the person is: the same panel as on the last page, in a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from wizard.app.session import Session
from wizard.language import _
from wizard.ui.job import Worker
from wizard.ui.steps.export_panel import ExportPanel
from wizard.ui.tab_order import move_focus


class ExportDialog(QDialog):
    """Exports the session's plan. Its `heir` lives longer, and waits for a list that is still made when it closes.

    Signals:
        path_asked: show the field of this place of the plan; the dialog has closed.
        told: a sentence for the person.
    """

    path_asked = Signal(str)
    told = Signal(str)

    def __init__(self, session: Session, heir: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heir = heir
        self.setWindowTitle(_("Export bundle"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = ExportPanel(session, self)
        self.panel.fill()
        self.panel.told.connect(self.told)
        self.panel.path_asked.connect(self._show)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.panel)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(area)
        column.addWidget(self.panel.foot)
        column.addWidget(buttons)
        self.panel.refresh()
        self.resize(680, 560)
        self.panel.export.setDefault(True)
        (self.panel.export if self.panel.export.isEnabled() else self.panel.first).setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while the bundle is being written."""
        if self.panel.busy:
            event.ignore()
        else:
            super().closeEvent(event)

    def reject(self) -> None:
        """Close, unless the bundle is being written."""
        if not self.panel.busy:
            super().reject()

    def done(self, result: int) -> None:
        """Close at once; the bundle is not being written any more."""
        self.panel.leave_to(self._heir)
        super().done(result)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus in the order of the eye."""
        return move_focus(self, forward=forward) or super().focusNextPrevChild(forward)

    def _show(self, path: str) -> None:
        self.reject()
        self.path_asked.emit(path)
