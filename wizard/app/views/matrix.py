"""The view of people against resources."""

from wizard.app.views.view import View
from wizard.language import N_

VIEW = View(
    id="matrix",
    order=10,
    title=N_("Who can do what"),
    question=N_("Who can do what, once this is switched on?"),
    hint=N_("Decided on this machine, by the policies that the plan exports. Nothing is asked of AWS."),
)
