"""The step that shows what is left to do and exports the bundle."""

from wizard.app.steps.step import Step
from wizard.language import N_

STEP = Step(
    id="review",
    order=60,
    title=N_("Review and export"),
    question=N_("Is it right, and where shall it go?"),
    hint=N_("What stops the export is listed first; each line leads to its field."),
    paths=("",),
    lists_findings=True,
)
