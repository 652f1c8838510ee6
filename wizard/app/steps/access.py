"""The step of what the roles may do, and on whose resources."""

from wizard.app.steps.step import Step
from wizard.language import N_

STEP = Step(
    id="access",
    order=50,
    title=N_("Access"),
    question=N_("What may people do with what carries their tags?"),
    hint=N_("In the AWS console: IAM › Policies; AWS lists each action in the Service Authorization Reference."),
    paths=("access",),
)
