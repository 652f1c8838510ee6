"""The page of the profile attributes: what must exist in Okta, and the sample people of the previews."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from wizard.app.session import Session
from wizard.language import _
from wizard.okta.profile import custom_attributes
from wizard.okta.schema import app_user_schema, profile_mapping, user_schema
from wizard.plan.model import Person
from wizard.quoting.json_text import pretty
from wizard.ui.icon import icon
from wizard.ui.step_page import StepView
from wizard.ui.steps.attribute_table import AttributeTable, attribute_rows
from wizard.ui.steps.entries import Entries
from wizard.ui.steps.form_page import FormPage
from wizard.ui.steps.person_form import PersonForm
from wizard.ui.steps.places import Remarks
from wizard.ui.widgets.entry_list import EntryList
from wizard.ui.widgets.flow_layout import FlowLayout
from wizard.ui.widgets.measure import in_measure
from wizard.ui.widgets.text_edit import TextEdit


class ProfilePage(FormPage):
    """The attributes and the people."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._add_attributes()
        self._add_people()
        self.column.addStretch(1)

    def _add_attributes(self) -> None:
        self.section(_("Custom attributes that Okta must have"))
        self.table = AttributeTable(self)
        self.column.addLayout(in_measure(self.table))
        self.none = self.remark(_("The tags read attributes that every Okta profile has. Nothing to add."))
        self.why = self.remark(
            _(
                "Make them read-only for the user: who can edit an attribute chooses the tags, and so the access. "
                "A longest value of 256 lets Okta refuse what AWS would refuse, at the edit instead of at the sign-in."
            )
        )
        row = FlowLayout(across=8, down=8)
        self.copies = (
            self._copy(row, _("Copy Okta profile JSON"), _("Copied the body for the Okta user profile"), "user"),
            self._copy(row, _("Copy app profile JSON"), _("Copied the body for the app's user profile"), "app"),
            self._copy(row, _("Copy mapping JSON"), _("Copied the body for the profile mapping"), "mapping"),
        )
        self.column.addLayout(row)

    def _copy(self, row: FlowLayout, label: str, told: str, what: str) -> QPushButton:
        button = QPushButton(icon("copy"), label, self)
        button.clicked.connect(lambda: self.copy(what, told))
        row.addWidget(button)
        return button

    def _add_people(self) -> None:
        self.section(_("Sample people, for the previews"))
        self.remark(_("Nobody real has to be named. What a person's profile holds shows in the preview at once."))
        entries = EntryList("people", _("Sample people"), _("&Add a person"), _("(no login)"), self)
        self.people = Entries(self, entries, "login", lambda: Person(login=""))
        field = self.field(
            "people[0].login",
            _("Login"),
            TextEdit(placeholder="ada@example.com"),
            help_text=_("AWS takes it for the name of the session."),
            into=self.people.detail,
        )
        self.people.field(field, "login")
        self.person = PersonForm(self)
        self.people.detail.addLayout(in_measure(self.person))
        self.places.add(self.person)
        remarks = Remarks("people", self, leads_to=entries.add)
        self.column.addWidget(remarks)
        self.stand(remarks)

    def show_plan(self) -> None:
        """Write the attributes and the people."""
        plan = self.session.plan
        self.table.show_rows(attribute_rows(plan))
        some = self.table.rowCount() > 0
        for widget in (self.table, self.why, *self.copies):
            widget.setVisible(some)
        self.none.setVisible(not some)
        self.people.show()
        self.person.index = self.people.list.index
        if self.person.index >= 0:
            read = [attribute.name for attribute in custom_attributes(plan)]
            self.person.show_person(plan, self.person.index, read)

    def choose(self, path: str) -> None:
        """Choose the person in whose profile the place lies."""
        self.people.choose(path)

    def copy(self, what: str, told: str) -> None:
        """Copy a body for Okta's API, as the bundle holds it."""
        plan = self.session.plan
        body = {"user": user_schema, "app": app_user_schema, "mapping": profile_mapping}[what](plan)
        QGuiApplication.clipboard().setText(pretty(body))
        self.told.emit(told)


VIEW = StepView("profile", ProfilePage)
