"""A page made of fields: each shows one place of the plan, what is wrong there, and sets it."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from wizard.app.edit_words import fixed
from wizard.app.session import Session
from wizard.plan.path import value_at
from wizard.rules.finding import Finding
from wizard.ui.step_page import StepPage
from wizard.ui.steps.places import Place, Places
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.field import Field
from wizard.ui.widgets.measure import in_measure
from wizard.ui.widgets.portions import Portions

Write = Callable[[Any], None]

_GAP: Final = 12
"""Pixels between one field and the next."""


class FormPage(StepPage):
    """Fields from top to bottom. A page adds them in its constructor; here they are written and listened to."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.places = Places()
        self.fields: list[Field] = []
        self._waiting: list[Callable[[], None]] = []
        self._portions = Portions(self, self._add_part)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(_GAP)

    def later(self, part: Callable[[], None]) -> None:
        """Let a part of the page be added in a turn of its own, once it is shown: all at once would hold the window."""
        self._waiting.append(part)
        self._portions.begin()

    def complete(self) -> None:
        """Add what waits, where it is wanted at once."""
        waiting, self._waiting = self._waiting, []
        for part in waiting:
            part()
        if waiting:
            self._write()

    @property
    def waits(self) -> bool:
        """Whether a part of the page has not been added yet."""
        return bool(self._waiting)

    def _add_part(self) -> bool:
        if self.waits:
            self._waiting.pop(0)()
            self._write()
        return self.waits

    def refresh(self) -> None:
        """Write what the session says into the widgets."""
        if self.waits and self.isVisible():
            self.complete()
        else:
            self._write()

    def _write(self) -> None:
        self.show_plan()
        plan = self.session.plan
        for field in self.fields:
            if not field.isHidden():
                field.show_value(value_at(plan, field.path))
        self.places.share_out(self.session.told_findings)

    def show_plan(self) -> None:
        """Write what is no field; a page that has something of the kind overrides it."""

    def show_path(self, path: str) -> bool:
        """Put the focus into the field for that place of the plan; False where the page has none."""
        self.complete()
        self.choose(path)
        place = self.places.closest(path)
        if place is None:
            return False
        place.show_place(path)
        return True

    def choose(self, path: str) -> None:
        """Choose the entry in which the place lies; a page with entries overrides it."""

    def field(
        self,
        path: str,
        label: str,
        editor: Editor,
        *,
        name: str = "",
        help_text: str = "",
        write: Write | None = None,
        into: QVBoxLayout | None = None,
        stands: bool = True,
    ) -> Field:
        """Add a field.

        `write` takes the new value where setting the path is not all there is to do; without `stands` another
        widget shows what is wrong with it.
        """
        field = Field(path, label, editor, name=name, help_text=help_text, parent=self)
        field.edited.connect(write or partial(self.set, field))
        field.editor.entered.connect(lambda: self.session.enter(field.path))
        field.left.connect(self.session.leave)
        self.fields.append(field)
        if stands:
            self.stand(field)
        (into or self.column).addLayout(in_measure(field))
        return field

    def stand(self, place: Place) -> None:
        """Let the widget show findings, and cure them."""
        self.places.add(place)
        place.fix_asked.connect(self.fix)  # type: ignore[attr-defined] # a signal, which a protocol cannot word

    def set(self, field: Field, value: Any) -> None:
        """Put the value at the field's path."""
        self.session.set(field.path, value)

    def fix(self, finding: Finding) -> None:
        """Apply the finding's cure."""
        if finding.fix is not None:
            self.session.edit(finding.fix.apply(self.session.plan), fixed(finding.fix))

    def section(self, title: str, into: QVBoxLayout | None = None) -> QLabel:
        """Add the heading of a part of the page, with some room above it."""
        column = into or self.column
        if column.count():
            column.addSpacing(_GAP)
        return self._label(title, "section", column)

    def remark(self, text: str, into: QVBoxLayout | None = None) -> QLabel:
        """Add a quiet line."""
        return self._label(text, "quiet", into)

    def _label(self, text: str, kind: str, into: QVBoxLayout | None) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        (into or self.column).addWidget(label)
        return label


def placed(fields: Iterable[tuple[Field, str]], entry: str) -> None:
    """Let the fields stand for the parts of another entry: ``name`` of ``aws.roles[1]``."""
    for field, part in fields:
        field.place(f"{entry}.{part}")
