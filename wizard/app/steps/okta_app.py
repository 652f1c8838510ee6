"""The step of the Okta app that signs people in to AWS, and of the org's two features."""

from wizard.app.steps.step import Step
from wizard.language import N_

STEP = Step(
    id="okta",
    order=10,
    title=N_("Okta app and features"),
    question=N_("Which Okta app signs people in to AWS?"),
    hint=N_("In the Okta Admin Console: Applications › Applications › the app, then its Sign On tab."),
    paths=("name", "notes", "target", "okta"),
)
