"""The page of the session tags: the table, and under it the details of the chosen tag."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from wizard.app.edit_words import moved_words, removed_words
from wizard.app.session import Session
from wizard.language import _
from wizard.plan.edit import moved, removed, tag_renamed
from wizard.plan.model import SEPARATORS, Plan, Tag
from wizard.quoting.wording import seen
from wizard.ui.icon import icon
from wizard.ui.step_page import StepView
from wizard.ui.steps.form_page import FormPage, placed
from wizard.ui.steps.places import Remarks
from wizard.ui.steps.renaming import Renaming
from wizard.ui.steps.tag_table.view import TagTable
from wizard.ui.widgets.choice import Choice
from wizard.ui.widgets.lines_edit import LinesEdit
from wizard.ui.widgets.notes_edit import NotesEdit

if TYPE_CHECKING:
    from wizard.okta.expression.completion import Completion


class TagsPage(FormPage):
    """The tags."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._renaming = Renaming(session, tag_renamed)
        self._before_cell: Plan | None = None
        self.table = TagTable(self.completions, self)
        self.column.addWidget(self.table)
        self.stand(self.table)
        self._add_buttons()
        self.remarks = Remarks("tags", self, leads_to=self.table)
        self.column.addWidget(self.remarks)
        self.stand(self.remarks)
        self._add_details()
        self.column.addStretch(1)
        self._listen()

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.add = QPushButton(icon("add"), _("&Add a tag"), self)
        self.add.setToolTip(_("Add a tag (Ins)"))
        row.addWidget(self.add)
        row.addStretch(1)
        self.remove = self._tool(row, "remove", _("Remove the chosen tags"), "Del")
        self.up = self._tool(row, "up", _("Move the chosen tags up"), "Alt+↑")
        self.down = self._tool(row, "down", _("Move the chosen tags down"), "Alt+↓")
        self.column.addLayout(row)

    def _tool(self, row: QHBoxLayout, name: str, label: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setAccessibleName(label)
        button.setToolTip(f"{label} ({keys})")
        button.setAutoRaise(True)
        row.addWidget(button)
        return button

    def _add_details(self) -> None:
        self.details = QWidget(self)
        column = QVBoxLayout(self.details)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        self.details_title = self.section("", into=column)
        separators = [(None, _("none: one value")), *((sign, sign) for sign in SEPARATORS)]
        self._parts = (
            (
                self.field(
                    "tags[0].separator",
                    _("Separator of a list"),
                    Choice(separators),
                    help_text=_(
                        "AWS takes one value a tag. A list goes joined, as :red:blue:, and policies look for a member."
                    ),
                    into=column,
                    stands=False,
                ),
                "separator",
            ),
            (
                self.field(
                    "tags[0].allowed",
                    _("Allowed values, one a line"),
                    LinesEdit(_("any value")),
                    help_text=_("The trust policy accepts these values only. They are compared with regard to case."),
                    into=column,
                    stands=False,
                ),
                "allowed",
            ),
            (self.field("tags[0].notes", _("Notes"), NotesEdit(), into=column), "notes"),
        )
        self.column.addWidget(self.details)

    def _listen(self) -> None:
        self.add.clicked.connect(self.add_tag)
        self.remove.clicked.connect(lambda: self.remove_tags(self.table.chosen_rows()))
        self.up.clicked.connect(lambda: self.move_tags(-1))
        self.down.clicked.connect(lambda: self.move_tags(1))
        self.table.add_asked.connect(self.add_tag)
        self.table.remove_asked.connect(self.remove_tags)
        self.table.move_asked.connect(self.move_tags)
        self.table.tags.edited.connect(self.set_cell)
        self.table.began.connect(self._begin_cell)
        self.table.ended.connect(self._end_cell)
        self.table.row_chosen.connect(lambda _row: self.refresh())
        for field, _part in self._parts:  # what is wrong with them stands in the table, which tells it
            field.editor.entered.connect(self.table.keep_told)
            field.left.connect(self.table.tell_new)

    def show_plan(self) -> None:
        """Write the table, and point the details at the chosen tag."""
        tags = self.session.plan.tags
        self.table.tags.show_tags(tags)
        row = self.table.currentIndex().row()
        if tags and row < 0:
            self.table.go_to(0)
            row = 0
        self._show_details(row if 0 <= row < len(tags) else None)
        chosen = self.table.chosen_rows()
        for button, enabled in (
            (self.remove, bool(chosen)),
            (self.up, bool(chosen) and chosen[0] > 0),
            (self.down, bool(chosen) and chosen[-1] < len(tags) - 1),
        ):
            if button.isEnabled() != enabled:
                button.setEnabled(enabled)

    def _show_details(self, row: int | None) -> None:
        for widget in (self.details, *(field for field, _part in self._parts)):
            widget.setVisible(row is not None)
        if row is None:
            return
        placed(self._parts, f"tags[{row}]")
        key = seen(self.session.plan.tags[row].key, 40)
        title = _("Details of {key}").format(key=key) if key else _("Details of tag {number}").format(number=row + 1)
        if self.details_title.text() != title:
            self.details_title.setText(title)

    def completions(self, text: str, column: int) -> "tuple[Completion, ...]":
        """Return what may stand at a column of an expression; the sample people's attributes are known too."""
        from wizard.okta.expression.completion import completions  # noqa: PLC0415 - not before an expression is typed

        plan = self.session.plan
        known = dict.fromkeys(name for person in plan.people for name, _value in person.profile)
        return completions(text, column, plan.okta.claims, known)

    def set_cell(self, row: int, field: str, value: Any) -> None:
        """Put a cell's new value into the plan."""
        path = f"tags[{row}].{field}"
        if field == "key":
            self._renaming.type(row, value, merge=path)
        else:
            self.session.set(path, value)

    def add_tag(self) -> None:
        """Add a tag at the end and edit its key."""
        row = len(self.session.plan.tags)
        self.session.add("tags", Tag(key="", value=""))
        self.table.begin_row(row)

    def remove_tags(self, rows: list[int]) -> None:
        """Remove the rows' tags; the cursor stays where it is."""
        if not rows:
            return
        plan = self.session.plan
        words = removed_words(plan, "tags", rows)
        for row in reversed(rows):
            plan = removed(plan, f"tags[{row}]")
        self.session.edit(plan, words)
        if plan.tags:
            self.table.go_to(min(rows[0], len(plan.tags) - 1), max(0, self.table.currentIndex().column()))

    def move_tags(self, distance: int) -> None:
        """Move the chosen tags up or down by one."""
        rows = self.table.chosen_rows()
        plan = self.session.plan
        if not rows or rows[0] + distance < 0 or rows[-1] + distance >= len(plan.tags):
            return
        current = self.table.currentIndex().row()
        for row in rows if distance < 0 else reversed(rows):
            plan = moved(plan, f"tags[{row}]", row + distance)
        self.session.edit(plan, moved_words(self.session.plan, "tags", rows))
        self.table.choose_rows([row + distance for row in rows], current + distance)

    def choose(self, path: str) -> None:
        """Choose the tag in which the place lies, so that the details are its."""
        row = self.table.row_of(path)
        if row is not None:
            self.table.go_to(row, max(0, self.table.currentIndex().column()))

    def _begin_cell(self) -> None:
        self.session.seal()
        self.session.enter(f"tags[{self.table.currentIndex().row()}]")
        self._before_cell = self.session.plan

    def _end_cell(self, as_before: bool) -> None:
        before, self._before_cell = self._before_cell, None
        self._renaming.end()
        if as_before and before is not None:
            self.session.withdraw(before)
        self.session.leave()


VIEW = StepView("tags", TagsPage)
