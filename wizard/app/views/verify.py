"""The view of evidence: what was really sent beside the plan."""

from wizard.app.views.view import View
from wizard.language import N_

VIEW = View(
    id="verify",
    order=30,
    title=N_("Verify"),
    question=N_("Is what Okta really sends what the plan means?"),
    hint=N_("Compares a captured sign-in, a preview or a CloudTrail event with the plan, or explains an error."),
)
