"""The choice of what the plan is compared with."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from wizard.app.compare.other import Side
from wizard.language import N_, _
from wizard.quoting.wording import seen
from wizard.ui.icon import icon
from wizard.ui.tip import tip
from wizard.ui.widgets.choice import QuietComboBox
from wizard.ui.widgets.flow_layout import FlowLayout
from wizard.ui.widgets.lines import row_in

_WORDS = {
    Side.SAVED: N_("The plan as last saved"),
    Side.EXPORTED: N_("The last export"),
}


class SideChoice(QWidget):
    """A drop-down, and a button for another file.

    Attributes:
        side: what is chosen. file: another plan file or bundle, None before one was opened.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = Side.SAVED
        self._sides: list[Side] = []
        self.file: Path | None = None
        label = QLabel(_("Compare &with"), self)
        self.box = QuietComboBox(self)
        self.box.setMinimumContentsLength(24)
        label.setBuddy(self.box)
        self.open = QPushButton(icon("open"), _("&Open plan or bundle…"), self)
        named = QWidget(self)
        beside = row_in(named)
        beside.addWidget(label)
        beside.addWidget(self.box)
        row = FlowLayout(self)
        row.addWidget(named)
        row.addWidget(self.open)
        self.box.activated.connect(self._choose)
        self.open.clicked.connect(self._ask)
        self._show()

    def choose(self, side: Side) -> None:
        """Choose a side, as the program does where the person has not."""
        self.side = side
        self._show()

    def choose_none(self) -> None:
        """Forget the file and what was chosen: another plan is open."""
        self.file = None
        self.choose(Side.SAVED)

    def take(self, file: Path) -> None:
        """Take another file."""
        self.file, self.side = file, Side.FILE
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        entries = [(side, _(words)) for side, words in _WORDS.items()]
        if self.file is not None:
            entries.append((Side.FILE, seen(self.file.name, 40)))
        self._sides = [side for side, _label in entries]
        self.box.clear()
        self.box.addItems([label for _side, label in entries])
        self.box.setCurrentIndex(self._sides.index(self.side))
        self.box.setToolTip(tip(str(self.file)) if self.side is Side.FILE else "")

    def _choose(self, index: int) -> None:
        if self._sides[index] is not self.side:
            self.side = self._sides[index]
            self.changed.emit()

    def _ask(self) -> None:
        folder = str(self.file.parent) if self.file else ""
        kinds = _("Plans and bundles (*.yaml *.yml *.zip);;All files (*)")
        title = _("Open a plan file, a bundle's zip, or plan.yaml in a bundle's folder")
        chosen, _filter = QFileDialog.getOpenFileName(self.window(), title, folder, kinds)
        if chosen:
            self.take(Path(chosen))
