"""A file named in a line, chosen in a dialog, or dropped on the line; none for an empty line."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from wizard.language import _
from wizard.ui.icon import icon
from wizard.ui.widgets.lines import row_in
from wizard.ui.widgets.text_input import Line


class FileLine(QWidget):
    """The line and its button.

    Signals:
        changed: another file, or none.
    """

    changed = Signal()

    def __init__(self, name: str, title: str, kinds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._kinds = kinds
        self.line = _Line(self)
        self.line.setAccessibleName(name)
        self.choose = QPushButton(icon("open"), _("Choose…"), self)
        self.choose.setAccessibleName(_("Choose {file}").format(file=name))
        row = row_in(self)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.changed)
        self.choose.clicked.connect(self._ask)

    @property
    def path(self) -> Path | None:
        """Return the file, None for none."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def _ask(self) -> None:
        folder = str(self.path.parent) if self.path else ""
        chosen, _filter = QFileDialog.getOpenFileName(self.window(), self._title, folder, self._kinds)
        if chosen:
            self.line.setText(chosen)


class _Line(Line):
    """A line that takes a dropped file by its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if _file(event) is not None:
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Name the file that was dropped."""
        path = _file(event)
        if path is None:
            super().dropEvent(event)
            return
        event.acceptProposedAction()
        self.setText(path)


def _file(event: QDropEvent) -> str | None:
    return next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), None)
