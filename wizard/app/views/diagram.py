"""The view of the flow: from the Okta profile to the resources."""

from wizard.app.views.view import View
from wizard.language import N_

VIEW = View(
    id="diagram",
    order=50,
    title=N_("Flow"),
    question=N_("How does a profile in Okta come to open a resource in AWS?"),
    hint=N_("Follows each value for one person, stage by stage, and marks where it breaks."),
)
