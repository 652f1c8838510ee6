"""The view of two plans: what changed from one to the other."""

from wizard.app.views.view import View
from wizard.language import N_

VIEW = View(
    id="compare",
    order=40,
    title=N_("Compare"),
    question=N_("What changed, and who gains or loses by it?"),
    hint=N_("Holds the plan as it stands against its last save, its last export, or another plan or bundle."),
)
