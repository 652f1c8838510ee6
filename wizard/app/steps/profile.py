"""The step of the profile attributes that the tags read, and of sample people."""

from wizard.app.steps.step import Step
from wizard.language import N_

STEP = Step(
    id="profile",
    order=30,
    title=N_("Profile attributes"),
    question=N_("Which profile attributes hold the values?"),
    hint=N_("In the Okta Admin Console: Directory › People › a person, then the Profile tab."),
    paths=("people",),
)
