"""The page of the grants: what a role may do, and on whose resources."""

from datetime import UTC, date, datetime
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from wizard.app.coverage_age import age_note
from wizard.app.session import Session
from wizard.language import N_, _
from wizard.plan.edit import grant_renamed
from wizard.plan.model import Grant, Level, Shared
from wizard.ui.step_page import StepView
from wizard.ui.steps.entries import Entries
from wizard.ui.steps.form_page import FormPage, Write
from wizard.ui.steps.places import Remarks
from wizard.ui.steps.renaming import Renaming
from wizard.ui.widgets.check import Check
from wizard.ui.widgets.choice import RadioChoice
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.entry_list import EntryList
from wizard.ui.widgets.field import Field
from wizard.ui.widgets.lines_edit import LinesEdit
from wizard.ui.widgets.name_choice import NameChoice
from wizard.ui.widgets.notes_edit import NotesEdit
from wizard.ui.widgets.text_edit import TextEdit

_LEVELS: Final = {
    Level.LIST: N_("list"),
    Level.READ: N_("read"),
    Level.WRITE: N_("write"),
    Level.TAGGING: N_("tagging"),
    Level.PERMISSIONS: N_("permissions management"),
}
_SHARED: Final = (
    (
        Shared.TAGGED,
        N_("Only those with the same tags"),
        N_("A subnet or an image without the tags stops the call that creates."),
    ),
    (
        Shared.ANY,
        N_("Any that hold no data"),
        N_("Subnets, security groups, key pairs freely; snapshots, volumes and images if own or untagged."),
    ),
)


def today() -> date:
    """Return the day, on which the table of services may be old."""
    return datetime.now(UTC).date()


class AccessPage(FormPage):
    """The grants."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._renaming = Renaming(session, grant_renamed)
        entries = EntryList("access", _("Grants"), _("Add a &grant"), _("(no name)"), self)
        self.grants = Entries(self, entries, "name", self._new_grant)
        self._add_details()
        remarks = Remarks("access", self, leads_to=entries.add)
        self.column.addWidget(remarks)
        self.stand(remarks)
        self.age = self.remark("")
        self.column.addStretch(1)

    def _add_details(self) -> None:
        name = self._detail(
            "name",
            _("Name of the grant"),
            TextEdit(),
            help_text=_("Roles refer to it by this name."),
            write=self._rename,
        )
        name.left.connect(self._renaming.end)
        self.match = NameChoice(_("{name} (no such tag)"), _("No tags yet. Add them in the step Tags"))
        self.match.nothing_asked.connect(lambda: self.path_asked.emit("tags"))
        self._detail(
            "match",
            _("Only on resources whose tags equal the person's"),
            self.match,
            help_text=_("Every chosen key must be the same on both sides."),
        )
        self._detail(
            "actions",
            _("Actions by name, one a line"),
            LinesEdit("ec2:StartInstances"),
            help_text=_("SERVICE:Action; * and ? stand for other characters."),
        )
        self._detail(
            "services",
            _("Services, one a line"),
            LinesEdit("ec2"),
            help_text=_("The prefix that a service has in a policy."),
        )
        self.levels = NameChoice("{name}", "")
        self._detail("levels", _("Access levels of the services"), self.levels, write=self._set_levels)
        self._detail("create", "", Check(_("May create resources that carry the person's tags")), name=_("May create"))
        self._detail(
            "shared",
            _("Other resources that a creating call touches"),
            RadioChoice((value, _(text), _(about)) for value, text, about in _SHARED),
        )
        self._detail("protect_tags", "", Check(_("May not change or remove the matched tags")), name=_("Protect tags"))
        self._detail("notes", _("Notes"), NotesEdit())

    def _detail(
        self, part: str, label: str, editor: Editor, *, name: str = "", help_text: str = "", write: Write | None = None
    ) -> Field:
        field = self.field(
            f"access[0].{part}", label, editor, name=name, help_text=help_text, write=write, into=self.grants.detail
        )
        return self.grants.field(field, part)

    def show_plan(self) -> None:
        """Write the grants, and offer the plan's tags to the chosen one."""
        self.match.offer(tag.key for tag in self.session.plan.tags if tag.key)
        self.levels.offer(list(Level), lambda level: _(_LEVELS[Level(level)]))
        self.grants.show()
        self.age.setText(age_note(today(), self.session.plan) or "")
        self.age.setVisible(bool(self.age.text()))

    def choose(self, path: str) -> None:
        """Choose the grant in which the place lies."""
        self.grants.choose(path)

    def _new_grant(self) -> Grant:
        """Return a grant that begins with the match of all required tags: without one it would be for everybody."""
        return Grant(name="", match=tuple(tag.key for tag in self.session.plan.tags if tag.key and tag.required))

    def _rename(self, name: str) -> None:
        path = self.grants.path_of("name")
        self._renaming.type(self.grants.list.index, name, _("rename the grant"), merge=path)

    def _set_levels(self, names: tuple[Any, ...]) -> None:
        levels = tuple(sorted((Level(name) for name in names), key=list(Level).index))
        self.session.set(self.grants.path_of("levels"), levels, _("change the access levels"))


VIEW = StepView("access", AccessPage)
