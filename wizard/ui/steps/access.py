"""The page of the grants: what a role may do, and on whose resources."""

from datetime import UTC, date, datetime
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from wizard.app.coverage_age import age_note
from wizard.app.grant_outcome import GrantOutcome, grant_outcome
from wizard.app.session import Session
from wizard.language import N_, _
from wizard.plan.edit import grant_renamed
from wizard.plan.model import Grant, Level, Shared
from wizard.ui.step_page import StepView
from wizard.ui.steps.entries import Entries
from wizard.ui.steps.form_page import FormPage, Write
from wizard.ui.steps.grant_tree import GrantTree
from wizard.ui.steps.places import Remarks
from wizard.ui.steps.renaming import Renaming
from wizard.ui.widgets.check import Check
from wizard.ui.widgets.check_list import CheckList
from wizard.ui.widgets.choice import RadioChoice
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.entry_list import EntryList
from wizard.ui.widgets.field import Field
from wizard.ui.widgets.lines_edit import LinesEdit
from wizard.ui.widgets.measure import in_measure
from wizard.ui.widgets.name_choice import NameChoice
from wizard.ui.widgets.notes_edit import NotesEdit
from wizard.ui.widgets.service_edit import ServiceEdit
from wizard.ui.widgets.text_edit import TextEdit

_LEVELS: Final = (
    (Level.LIST, N_("List"), N_("See names of what there is; mostly no tag limits it.")),
    (Level.READ, N_("Read"), N_("See what is in it.")),
    (Level.WRITE, N_("Write"), N_("Create, change and delete.")),
    (Level.TAGGING, N_("Tagging"), N_("Set and remove tags; creating with tags may need it.")),
    (Level.PERMISSIONS, N_("Permissions management"), N_("Change who else has access: policies, grants, sharing.")),
)
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
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.show_outcome)
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
        self.services = ServiceEdit()
        self._detail(
            "services",
            _("Services"),
            self.services,
            help_text=_("Enter adds a service; its button removes it. What is allowed there, the access levels say."),
        )
        self.later(self._add_deeds)
        self.later(self._add_rights)
        self.later(self._add_outcome)

    def _add_deeds(self) -> None:
        levels = CheckList((level, _(label), _(about)) for level, label, about in _LEVELS)
        self._detail("levels", _("Access levels of the services"), levels)
        self._detail(
            "actions",
            _("Actions by name, one a line"),
            LinesEdit("ec2:StartInstances"),
            help_text=_("SERVICE:Action; * and ? stand for other characters."),
        )

    def _add_rights(self) -> None:
        self._detail(
            "create",
            "",
            Check(_("May create resources that carry the person's tags")),
            name=_("May create"),
            help_text=_("A call that creates without them, or with another's, is refused."),
        )
        self._detail(
            "shared",
            _("Other resources that a creating call touches"),
            RadioChoice((value, _(text), _(about)) for value, text, about in _SHARED),
        )
        self._detail(
            "protect_tags",
            "",
            Check(_("May not change or remove the matched tags")),
            name=_("Protect tags"),
            help_text=_("Without this, an owner could give a resource away, or strip its tags; other tags stay free."),
        )

    def _add_outcome(self) -> None:
        self.section(_("What this grant gives"), self.grants.detail)
        self.summary = self.remark("", self.grants.detail)
        self.given = GrantTree(self)
        self.grants.detail.addLayout(in_measure(self.given))
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
        self.grants.show()
        self._later.start()
        self.age.setText(age_note(today(), self.session.plan) or "")
        self.age.setVisible(bool(self.age.text()))

    def show_outcome(self) -> None:
        """Say what the chosen grant gives; after the page has been painted, and once for all edits of a moment."""
        self._later.stop()
        plan = self.session.plan
        at = self.grants.list.index
        if self.waits or not 0 <= at < len(plan.access):
            return
        outcome = grant_outcome(plan, plan.access[at])
        self.given.show_outcome(outcome)
        self.summary.setText(_outcome_words(outcome))

    def choose(self, path: str) -> None:
        """Choose the grant in which the place lies."""
        self.grants.choose(path)

    def _new_grant(self) -> Grant:
        """Return a grant that begins with the match of all required tags: without one it would be for everybody."""
        return Grant(name="", match=tuple(tag.key for tag in self.session.plan.tags if tag.key and tag.required))

    def _rename(self, name: str) -> None:
        path = self.grants.path_of("name")
        self._renaming.type(self.grants.list.index, name, merge=path)


def _outcome_words(outcome: GrantOutcome) -> str:
    if not outcome.written:
        return _("Nothing: its match cannot be written, and without it the grant would be for everybody.")
    if not outcome.parts:
        return _("Nothing: choose services with access levels, or name actions.")
    words = _("Actions granted: {given}. Left out: {left_out}.")
    return words.format(given=f"{outcome.given:,}", left_out=f"{outcome.left_out:,}")


VIEW = StepView("access", AccessPage)
