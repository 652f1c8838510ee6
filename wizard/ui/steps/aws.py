"""The page of the AWS accounts, the SAML provider and the roles behind it."""

from typing import Final

from PySide6.QtWidgets import QWidget

from wizard.app.session import Session
from wizard.language import N_, _
from wizard.plan.model import Partition, Role
from wizard.ui.step_page import StepView
from wizard.ui.steps.entries import Entries
from wizard.ui.steps.form_page import FormPage
from wizard.ui.steps.places import Remarks
from wizard.ui.widgets.choice import Choice
from wizard.ui.widgets.duration_edit import DurationEdit
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.entry_list import EntryList
from wizard.ui.widgets.lines_edit import LinesEdit
from wizard.ui.widgets.name_choice import NameChoice
from wizard.ui.widgets.text_edit import TextEdit

_PARTITIONS: Final = (
    (Partition.AWS, N_("AWS (aws)")),
    (Partition.CHINA, N_("AWS China (aws-cn)")),
    (Partition.GOV_CLOUD, N_("AWS GovCloud (aws-us-gov)")),
)


class AwsPage(FormPage):
    """Where people sign in, and as which role."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.field(
            "aws.partition",
            _("Partition"),
            Choice((value, _(text)) for value, text in _PARTITIONS),
            help_text=_("It decides the sign-in addresses and how every ARN begins."),
        )
        self.field(
            "aws.saml_provider",
            _("SAML provider"),
            TextEdit(),
            help_text=_("The name of the identity provider in IAM, the same in every account."),
        )
        self.field(
            "aws.accounts",
            _("Account IDs, one a line"),
            LinesEdit("111122223333"),
            help_text=_("12 digits each. The bundle holds one trust policy for each role and account."),
        )
        self.field(
            "aws.sign_in_regions",
            _("Regional sign-in, for failover, one region a line"),
            LinesEdit("us-west-2"),
            help_text=_("The trust policies accept these regions' sign-in addresses beside the usual one."),
        )
        remarks = Remarks("aws", self, leads_to=self.fields[0].editor)
        self.column.addWidget(remarks)
        self.stand(remarks)
        self._add_roles()
        self.column.addStretch(1)

    def _add_roles(self) -> None:
        self.section(_("Roles that people sign in to"))
        entries = EntryList("aws.roles", _("Roles"), _("Add a &role"), _("(no name)"), self)
        self.roles = Entries(self, entries, "name", lambda: Role(name=""))
        self._detail(
            "name", _("Name of the role"), TextEdit(), help_text=_("Without a path; the same in every account.")
        )
        self._detail(
            "session_duration",
            _("Length of a session"),
            DurationEdit(),
            help_text=_("Okta sends one length for all roles: the shortest of them."),
        )
        self.access = NameChoice(_("{name} (no such grant)"), _("No grants yet. Add them in the step Access"))
        self.access.nothing_asked.connect(lambda: self.path_asked.emit("access"))
        self._detail("access", _("What the role gives"), self.access)
        self._detail(
            "trusted_roles",
            _("Roles that may chain into it, one ARN a line"),
            LinesEdit("arn:aws:iam::111122223333:role/name"),
            help_text=_("A session of such a role keeps its transitive tags when it goes on to this one."),
        )

    def _detail(self, part: str, label: str, editor: Editor, *, help_text: str = "") -> None:
        field = self.field(f"aws.roles[0].{part}", label, editor, help_text=help_text, into=self.roles.detail)
        self.roles.field(field, part)

    def show_plan(self) -> None:
        """Write the roles, and offer the grants to the chosen one."""
        self.access.offer(grant.name for grant in self.session.plan.access)
        self.roles.show()

    def choose(self, path: str) -> None:
        """Choose the role in which the place lies."""
        self.roles.choose(path)


VIEW = StepView("aws", AwsPage)
