"""The page of the Okta app and of the features that must be on in the org."""

from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from wizard.app.session import Session
from wizard.language import N_, _
from wizard.okta.feature import FEATURES, needed_features, state, support_request
from wizard.plan.model import Claims, FeatureState, Target
from wizard.ui.step_page import StepView
from wizard.ui.steps.feature_card import FeatureCard
from wizard.ui.steps.form_page import FormPage
from wizard.ui.steps.places import Remarks
from wizard.ui.widgets.choice import Choice, RadioChoice
from wizard.ui.widgets.measure import in_measure
from wizard.ui.widgets.notes_edit import NotesEdit
from wizard.ui.widgets.text_edit import TextEdit

_CLAIMS: Final = (
    (
        Claims.STATEMENTS,
        N_("Attribute statements"),
        N_("The rows under Attributes (Optional), with classic expressions such as user.team."),
    ),
    (
        Claims.FEDERATED,
        N_("Federated claims"),
        N_("Custom claims, with expressions such as user.profile.team; documented for custom apps only."),
    ),
)
_TARGETS: Final = (
    (Target.IAM, N_("IAM roles, by SAML")),
    (Target.IDENTITY_CENTER, N_("IAM Identity Center")),
    (Target.OIDC, N_("IAM roles, by OpenID Connect")),
)
_STATES: Final = (
    (FeatureState.UNKNOWN, N_("not known")),
    (FeatureState.ENABLED, N_("enabled")),
    (FeatureState.DISABLED, N_("disabled")),
)


class OktaAppPage(FormPage):
    """The app, how it sends attributes, and the two features."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.field(
            "name",
            _("Plan name"),
            TextEdit(),
            help_text=_("Heads the runbook. Without one, the plan is called after its file."),
        )
        self.target = self.field(
            "target", _("Session tags arrive in"), Choice((value, _(text)) for value, text in _TARGETS)
        )
        self.field(
            "okta.org",
            _("Okta org"),
            TextEdit(optional=True, placeholder="acme.okta.com"),
            help_text=_("The host in the address of your Admin Console, without -admin."),
        )
        self.field(
            "okta.app_label",
            _("Label of the app"),
            TextEdit(),
            help_text=_("As it stands under Applications; the runbook and the support request name it."),
        )
        self.field(
            "okta.claims",
            _("How the app sends attributes"),
            RadioChoice((value, _(text), _(about)) for value, text, about in _CLAIMS),
        )
        self.stand_at("okta")
        self.section(_("Features that Okta has to switch on"))
        self.cards = tuple(self._card(index) for index in range(len(FEATURES)))
        self.field("notes", _("Notes"), NotesEdit())
        self.column.addStretch(1)

    def stand_at(self, path: str) -> None:
        """Show here what is said about a part of the plan that no field edits."""
        remarks = Remarks(path, self, leads_to=self.fields[0].editor)
        self.column.addWidget(remarks)
        self.stand(remarks)

    def _card(self, index: int) -> FeatureCard:
        feature = FEATURES[index]
        path = f"okta.features.{feature.key}"
        states = Choice((value, _(text)) for value, text in _STATES)
        name = _("State of {feature}").format(feature=feature.key)
        field = self.field(path, _("In your org it is"), states, name=name, stands=False)
        card = FeatureCard(feature, field, self)
        card.copy_asked.connect(self.copy_request)
        self.stand(card.remarks)
        self.column.addLayout(in_measure(card))
        return card

    def show_plan(self) -> None:
        """Write the cards; the target shows only where it is not the usual one."""
        plan = self.session.plan
        self.target.setVisible(plan.target is not Target.IAM)
        needed = needed_features(plan)
        for card in self.cards:
            card.show_state(state(plan, card.feature), needed=card.feature in needed)

    def copy_request(self) -> None:
        """Copy the text of the case to open with Okta's support."""
        QGuiApplication.clipboard().setText(support_request(self.session.plan))
        self.told.emit(_("Copied the request to Okta's support"))


VIEW = StepView("okta", OktaAppPage)
