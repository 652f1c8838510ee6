"""The step of the AWS accounts, the SAML provider and the roles behind it."""

from wizard.app.steps.step import Step
from wizard.language import N_

STEP = Step(
    id="aws",
    order=40,
    title=N_("AWS accounts and roles"),
    question=N_("Where do people sign in, and as which role?"),
    hint=N_(
        "In the AWS console: IAM › Identity providers, IAM › Roles; the account ID is in the menu at the top right."
    ),
    paths=("aws",),
)
