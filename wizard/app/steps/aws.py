"""The step of the AWS accounts, the SAML provider and the roles behind it."""

from wizard.app.step import Step
from wizard.language import N_

STEP = Step(
    id="aws",
    order=40,
    title=N_("AWS accounts and roles"),
    question=N_("Where do people sign in, and as which role?"),
    hint=N_("In the AWS console: IAM › Identity providers and IAM › Roles; the account ID stands in the menu at the top right."),
    paths=("aws",),
)
