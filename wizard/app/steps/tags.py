"""The step of the session tags themselves."""

from wizard.app.steps.step import Step
from wizard.language import N_

STEP = Step(
    id="tags",
    order=20,
    title=N_("Tags"),
    question=N_("Which attributes become session tags?"),
    hint=N_("In the Okta Admin Console: Directory › Profile Editor › User (default), column Variable name."),
    paths=("tags",),
)
