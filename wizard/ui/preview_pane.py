"""The preview beside the step: what to look at, for whom, the text, and Copy."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from wizard.language import _
from wizard.ui.icon import icon
from wizard.ui.preview_changes import ChangeLine
from wizard.ui.preview_text import PreviewText
from wizard.ui.tip import tip
from wizard.ui.widgets.choice import QuietComboBox

if TYPE_CHECKING:
    from wizard.ui.find_bar import FindBar


def chooser(name: str, *, labelled: bool = False) -> QuietComboBox:
    """Return a choice that elides its long entries instead of widening the pane; it may have a label beside it."""
    box = QuietComboBox()
    box.setAccessibleName(name) if labelled else box.name_by_itself(name)
    box.setMinimumContentsLength(12)
    box.setMaxVisibleItems(24)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


class PreviewPane(QWidget):
    """Shows one text at a time.

    Attributes:
        chooses_person: whether the person is chosen here; beside another preview, one choice is enough.

    Signals:
        kind_chosen: the id of the preview. part_chosen: which of its files. person_chosen: the person's entry.
        file_asked: a person from a file. copy_asked: the text shall be copied. told: a sentence for the person.
    """

    kind_chosen = Signal(str)
    part_chosen = Signal(str)
    person_chosen = Signal(str)
    file_asked = Signal()
    copy_asked = Signal()
    told = Signal(str)

    MARGIN: Final = 16

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chooses_person = True
        self.kind = chooser(_("Preview of"))
        self.person = chooser(_("Person"), labelled=True)
        self.file = QPushButton(icon("open"), "")
        self.file.setAccessibleName(_("Person from a file…"))
        self.file.setToolTip(_("Person from a file…"))
        self.copy = QPushButton(icon("copy"), _("&Copy"))
        self.text = PreviewText()
        self.changes = ChangeLine()
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("kind", "quiet")
        self.note.setWordWrap(True)
        self.note.hide()
        self._arrange()
        self.kind.activated.connect(lambda: self.kind_chosen.emit(self.kind.currentData()))
        self.person.activated.connect(lambda: self.person_chosen.emit(self.person.currentData()))
        self.file.clicked.connect(self.file_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.text.search_asked.connect(self._find)

    def _arrange(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        self._choices = second
        first.addWidget(self.kind, 1)
        first.addWidget(self.copy)
        self.person_label = QLabel(_("&Person"))
        self.person_label.setBuddy(self.person)
        second.addWidget(self.person_label)
        second.addWidget(self.person, 1)
        second.addWidget(self.file)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(self.MARGIN, self.MARGIN, self.MARGIN, self.MARGIN)
        whole.setSpacing(8)
        whole.addLayout(first)
        whole.addLayout(second)
        for widget in (self.note, self.text, self.changes):
            whole.addWidget(widget)
        whole.setStretch(whole.indexOf(self.text), 1)

    @cached_property
    def part(self) -> QuietComboBox:
        """The choice of a file, where a preview has several; it is made when there is one to make."""
        part = chooser(_("File"))
        part.hide()
        part.activated.connect(lambda: self.part_chosen.emit(part.currentData()))
        self._choices.insertWidget(0, part, 1)
        return part

    @cached_property
    def search(self) -> "FindBar":
        """The search, under the text; it is made when it is first asked for."""
        from wizard.ui.find_bar import FindBar  # noqa: PLC0415 - not before it is asked for

        search = FindBar(self.text)
        search.told.connect(self.told)
        self._whole.insertWidget(self._whole.indexOf(self.text) + 1, search)
        return search

    def _find(self) -> None:
        self.search.open()

    def show_choices(self, *, parts: bool, people: bool, personal: bool) -> None:
        """Show the choice of a part and of a person, where there is one to make; a file offers people always."""
        if parts or "part" in vars(self):
            self.part.setVisible(parts)
        people, personal = people and self.chooses_person, personal and self.chooses_person
        self.person.setVisible(personal and people)
        self.person_label.setVisible(personal and people)
        self.file.setVisible(personal)
        self.file.setText("" if people else _("Person from a file…"))

    def show_progress(self, progress: QWidget) -> None:
        """Take what shows how far a search for a field is."""
        self._whole.insertWidget(self._whole.indexOf(self.text), progress)

    def show_note(self, note: str) -> None:
        """Show a remark above the text, none for an empty one."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def show_parts(self, parts: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the files of a preview that has several."""
        if parts or "part" in vars(self):
            self.fill(self.part, parts, chosen)

    @staticmethod
    def fill(box: QComboBox, entries: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """Put entries (data, label) into a choice and show the chosen one; nothing moves when nothing changed."""
        if [(box.itemData(row), box.itemText(row)) for row in range(box.count())] != list(entries):
            box.clear()
            for data, label in entries:
                box.addItem(label, data)
                box.setItemData(box.count() - 1, tip(label), Qt.ItemDataRole.ToolTipRole)
        row = box.findData(chosen)
        if row != box.currentIndex():
            box.setCurrentIndex(row)
