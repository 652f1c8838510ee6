"""Chooses where an export goes: a folder or a zip, by name or by dialog, and says what is there already."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from wizard.language import _
from wizard.ui.icon import icon
from wizard.ui.menu_text import plain_words
from wizard.ui.steps.export_target import as_folder, as_zip, in_folder, is_zip, standing
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.text_input import Line


class TargetChoice(QWidget):
    """The path in a line; its ending makes it a zip.

    Signals:
        changed: another path, or none.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = QRadioButton(_("a f&older"), self)
        self.zip = QRadioButton(_("one z&ip file"), self)
        self.line = Line(self)
        self.line.setAccessibleName(_("Where the bundle goes"))
        for button in (self.folder, self.zip):
            answer = plain_words(button.text())
            button.setAccessibleName(_("{question}: {answer}").format(question=_("Where"), answer=answer))
        self.choose = QPushButton(icon("open"), _("Choose…"), self)
        self.there = QLabel(self)
        self.there.setTextFormat(Qt.TextFormat.PlainText)
        self.there.setProperty("kind", "quiet")
        self.there.setWordWrap(True)
        self._lay_out()
        self.folder.clicked.connect(lambda: self.aim(as_folder(self.target())))
        self.zip.clicked.connect(lambda: self.aim(as_zip(self.target())))
        self.line.textEdited.connect(lambda _text: self.look())
        self.choose.clicked.connect(self._ask)

    def _lay_out(self) -> None:
        column = column_in(self)
        kinds = QHBoxLayout()
        kinds.setSpacing(16)
        group = QButtonGroup(self)
        for button in (self.folder, self.zip):
            group.addButton(button)
            kinds.addWidget(button)
        kinds.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, stretch=1)
        row.addWidget(self.choose)
        column.addLayout(kinds)
        column.addLayout(row)
        column.addWidget(self.there)

    @property
    def named(self) -> bool:
        """Whether there is a path at all."""
        return bool(self.line.text().strip())

    def target(self) -> Path:
        """Return the path."""
        return Path(self.line.text().strip()).expanduser()

    def aim(self, target: Path) -> None:
        """Let the export go to that path."""
        self.line.setText(str(target))
        self.look()

    def look(self) -> None:
        """Say again what is there."""
        (self.zip if self.named and is_zip(self.target()) else self.folder).setChecked(True)
        self.there.setText(standing(self.target()) if self.named else _("Name a folder or a zip file."))
        self.changed.emit()

    def _ask(self) -> None:
        before = self.target()
        if self.zip.isChecked():
            chosen, _filter = QFileDialog.getSaveFileName(self, _("Export as"), str(before), _("Zip files (*.zip)"))
            if chosen:
                self.aim(as_zip(Path(chosen)))
            return
        chosen = QFileDialog.getExistingDirectory(self, _("Export into"), str(before.parent))
        if chosen:
            self.aim(in_folder(Path(chosen), before))
