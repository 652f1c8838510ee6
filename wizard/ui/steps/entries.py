"""A part of a page that edits a list of the plan: the entries by name, and the fields of the chosen one."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.app.edit_words import moved_words, removed_words
from wizard.plan.edit import moved, removed
from wizard.plan.path import value_at
from wizard.quoting.wording import seen
from wizard.ui.steps.form_page import FormPage, placed
from wizard.ui.widgets.entry_list import EntryList
from wizard.ui.widgets.field import Field
from wizard.ui.widgets.measure import in_measure

_LONGEST: Final = 400
"""How much of a name the list tells, in characters: all of any that AWS takes."""


class Entries:
    """The entries of the list at `path`, each with a name, and the detail fields of the one that is chosen.

    Attributes:
        list: the entries by name.
        detail: where the page puts the detail fields, with :meth:`add`.
    """

    def __init__(self, page: FormPage, entries: EntryList, name: str, made: Callable[[], Any]) -> None:
        self.page = page
        self.list = entries
        self.path = entries.path
        self._name = name
        self._made = made
        self._fields: list[tuple[Field, str]] = []
        page.column.addLayout(in_measure(entries))
        page.stand(entries)
        self.box = QWidget(page)
        self.detail = QVBoxLayout(self.box)
        self.detail.setContentsMargins(0, 0, 0, 0)
        self.detail.setSpacing(12)
        page.column.addWidget(self.box)
        entries.chosen.connect(lambda _row: page.refresh())
        entries.add_asked.connect(self.add)
        entries.remove_asked.connect(self.remove)
        entries.move_asked.connect(self.move)

    def field(self, field: Field, part: str) -> Field:
        """Let the field stand for the part of the chosen entry."""
        self._fields.append((field, part))
        return field

    def path_of(self, part: str = "") -> str:
        """Return the path of the chosen entry, or of a part of it."""
        return f"{self.path}[{max(0, self.list.index)}]" + (f".{part}" if part else "")

    def show(self) -> None:
        """Write the names, and let the fields stand for the chosen entry."""
        items = value_at(self.page.session.plan, self.path)
        self.list.show_entries([seen(str(getattr(item, self._name)), _LONGEST) for item in items])
        self.list.mark(finding for finding in self.page.session.findings if self.list.answers_for(finding.path))
        for widget in (self.box, *(field for field, _part in self._fields)):
            widget.setVisible(bool(items))
        if items:
            placed(self._fields, self.path_of())

    def choose(self, path: str) -> None:
        """Choose the entry in which the place lies."""
        if self.list.answers_for(path):
            index = self.list.entry(path)
            if index is not None:
                self.list.choose(index)

    def add(self) -> None:
        """Add an entry at the end, and go to its first field."""
        session = self.page.session
        count = len(value_at(session.plan, self.path))
        session.add(self.path, self._made())
        self.list.choose(count)
        if self._fields:
            self._fields[0][0].show_place("")

    def remove(self, index: int) -> None:
        """Remove an entry; the one that takes its place is chosen."""
        session = self.page.session
        words = removed_words(session.plan, self.path, [index])
        session.edit(removed(session.plan, f"{self.path}[{index}]"), words)
        self.list.choose(min(index, len(value_at(session.plan, self.path)) - 1))
        self.page.refresh()

    def move(self, index: int, to: int) -> None:
        """Move an entry, which stays chosen."""
        session = self.page.session
        words = moved_words(session.plan, self.path, [index])
        session.edit(moved(session.plan, f"{self.path}[{index}]", to), words)
        self.list.choose(to)
