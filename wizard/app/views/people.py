"""The view of a list of people: who would fail to sign in."""

from wizard.app.views.view import View
from wizard.language import N_

VIEW = View(
    id="people",
    order=20,
    title=N_("People"),
    question=N_("Who of your people would fail to sign in?"),
    hint=N_("Runs the plan over a list of people, as Okta exports it. Nothing leaves this machine."),
)
