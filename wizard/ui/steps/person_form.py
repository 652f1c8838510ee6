"""The profile of one sample person: a field for each attribute that the plan reads or the person has."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from wizard.app.edit_words import changed
from wizard.language import _
from wizard.okta.base_attributes import BASE_ATTRIBUTES
from wizard.plan.edit import removed, replaced
from wizard.plan.model import Plan, ProfileValue
from wizard.plan.path import covers, written
from wizard.quoting.wording import seen
from wizard.rules.finding import Finding
from wizard.ui.icon import icon
from wizard.ui.step_page import StepPage
from wizard.ui.tip import tip
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.finding_lines import FindingLines
from wizard.ui.widgets.laid_out_once import laid_out_once
from wizard.ui.widgets.portions import Portions
from wizard.ui.widgets.profile_value_edit import ProfileValueEdit
from wizard.ui.widgets.text_input import Line

_LABEL: Final = 136
_LONGEST: Final = 200
_AT_A_TIME: Final = 6
"""Attributes whose rows are made in one turn of the event loop."""
_UNSEEN: Final = 3
"""The same in the turn in which the page is made and shown."""


class AttributeRow(QWidget):
    """One attribute of the profile.

    Signals:
        left: the person went elsewhere.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name: str | None = None
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.editor = ProfileValueEdit(self)
        self.remove = QToolButton(self)
        self.remove.setIcon(icon("remove"))
        self.remove.setAutoRaise(True)
        self.lines = FindingLines(self)
        self.lines.follow(lambda: self.remove)
        self.label.setFixedWidth(_LABEL)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.editor, 0, 1)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.lines, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.label.setBuddy(self.editor.line)
        self._findings: tuple[Finding, ...] = ()
        self._known: frozenset[tuple[str, str]] | None = None
        self.editor.entered.connect(self._enter)
        self.editor.left.connect(self._leave)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show the findings; of those that come up while the person is in the line, none yet."""
        self._findings = findings
        known = self._known
        self.lines.show_findings(tuple(each for each in findings if known is None or (each.rule, each.path) in known))

    def _enter(self) -> None:
        if self._known is None:
            self._known = frozenset((finding.rule, finding.path) for finding in self.lines.findings)

    def _leave(self) -> None:
        self._known = None
        before = self.lines.findings
        self.left.emit()
        self.show_findings(self._findings)
        if self.lines.findings != before:
            announce(self.editor, self.lines.spoken())

    def show_attribute(self, name: str) -> None:
        """Stand for that attribute."""
        if name == self.name:
            return
        self.name = name
        shown = seen(name, _LONGEST) or _("(no name)")
        elided = self.label.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, _LABEL)
        self.label.setText(elided.replace("&", "&&"))
        self.label.setToolTip(tip(shown))
        self.editor.name_inputs(shown, "")
        words = _("Remove {name} from the profile").format(name=shown)
        self.remove.setToolTip(tip(words))
        self.remove.setAccessibleName(words)


class PersonForm(QWidget):
    """The profile of the person at `index` of the plan; -1 for nobody."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self.page = page
        self.index = -1
        self._rows: list[AttributeRow] = []
        self._values: dict[str, ProfileValue] = {}
        self._names: tuple[str, ...] = ()
        self._findings: tuple[Finding, ...] = ()
        self._wanted = ""
        self._portions = Portions(self, self._add_some)
        self._portions.went_on.connect(self._grow)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self.new = Line(self)
        self.new.setPlaceholderText(_("another attribute, such as department"))
        self.new.setAccessibleName(_("Another attribute"))
        self.new.setCompleter(QCompleter([attribute.name for attribute in BASE_ATTRIBUTES], self.new))
        self.add = QPushButton(icon("add"), _("Add"), self)
        self.add.setAccessibleName(_("Add the attribute to the profile"))
        self.new.returnPressed.connect(self.add_attribute)
        self.add.clicked.connect(self.add_attribute)
        self._below = QHBoxLayout()
        self._below.setSpacing(8)
        self._below.addWidget(self.new, stretch=1)
        self._below.addWidget(self.add)
        self._grid.addLayout(self._below, 1000, 0)

    @property
    def path(self) -> str:
        """The path of the profile."""
        return f"people[{max(0, self.index)}].profile"

    def show_person(self, plan: Plan, index: int, read: Iterable[str]) -> None:
        """Show the person's profile, after it what the plan reads and the person lacks."""
        self.index = index
        self._values = profile = dict(plan.people[index].profile)
        self._names = tuple(dict.fromkeys((*profile, *(name for name in read if name != "login"))))
        self._wanted = ""
        with laid_out_once(self):
            for row, name in zip(self._rows, self._names, strict=False):
                self._show(row, name)
            for row in self._rows[len(self._names) :]:
                row.hide()
            self._portions.go_on()

    def _show(self, row: AttributeRow, name: str) -> None:
        row.show_attribute(name)
        row.editor.show_value(self._values.get(name))
        row.remove.setEnabled(name in self._values)
        row.show()

    def _add_some(self) -> bool:
        """Add rows for attributes that have none, as many as a turn may take; tell whether others wait."""
        waiting = self._names[len(self._rows) :]
        count = _AT_A_TIME if self.isVisible() else _UNSEEN
        with laid_out_once(self):
            for name in waiting[:count]:
                self._show(self._add_row(), name)
        return len(waiting) > count

    def _grow(self) -> None:
        """Tell what is wrong with the attributes that had to wait, and go to the one that was asked for meanwhile."""
        self.show_findings(self._findings)
        if self._wanted and self.window().focusWidget() is self.new:
            self.show_place(self._wanted)

    def rows(self) -> tuple[AttributeRow, ...]:
        """Return the rows that are shown."""
        return tuple(row for row in self._rows if not row.isHidden())

    def answers_for(self, path: str) -> bool:
        """Tell whether the place is the profile or lies in it."""
        return self.index >= 0 and covers(self.path, path)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show each finding under its attribute."""
        self._findings = findings
        for row in self.rows():
            path = self._path_of(row.name)
            row.show_findings(tuple(finding for finding in findings if covers(path, finding.path)))

    def show_place(self, path: str) -> None:
        """Put the focus on the attribute's line."""
        for row in self.rows():
            if covers(self._path_of(row.name), path):
                row.editor.show_place("")
                self._wanted = ""
                return
        self._wanted = path if len(self._rows) < len(self._names) else ""
        self.new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_attribute(self) -> None:
        """Add the attribute that was named, as an empty text, and go to it."""
        name = self.new.text().strip()
        if not name:
            return
        self.new.clear()
        session = self.page.session
        known = dict(session.plan.people[self.index].profile)
        if name not in known:
            session.edit(replaced(session.plan, self._path_of(name), ""), changed(self.path))
        self.show_place(self._path_of(name))

    def _path_of(self, name: str | None) -> str:
        step = written((name or "",))
        return f"{self.path}{step}" if step.startswith("[") else f"{self.path}.{step}"

    def _add_row(self) -> AttributeRow:
        row = AttributeRow(self)
        self._grid.addWidget(row, len(self._rows), 0)
        row.editor.edited.connect(partial(self._set, row))
        row.editor.entered.connect(lambda: self.page.session.enter(self._path_of(row.name)))
        row.left.connect(self.page.session.leave)
        row.remove.clicked.connect(lambda: self._remove(row))
        QWidget.setTabOrder(self._rows[-1].remove if self._rows else self, row.editor.line)
        QWidget.setTabOrder(row.editor.line, row.editor.kind)
        QWidget.setTabOrder(row.editor.kind, row.remove)
        QWidget.setTabOrder(row.remove, self.new)
        QWidget.setTabOrder(self.new, self.add)
        self._rows.append(row)
        return row

    def _set(self, row: AttributeRow, value: ProfileValue) -> None:
        self.page.session.set(self._path_of(row.name), value)

    def _remove(self, row: AttributeRow) -> None:
        session = self.page.session
        session.edit(removed(session.plan, self._path_of(row.name)), changed(self.path))
