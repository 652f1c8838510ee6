"""EVD136: the Response was sent to another endpoint than the plan's."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import ASSERTIONS_URL
from wizard.aws.partition import audiences

RULE = EvidenceRule(
    "EVD136",
    Severity.WARNING,
    title="Destination is not a sign-in endpoint of the plan",
    explanation=(
        "The browser posts the Response to the Destination. What AWS compares is the Recipient; that it compares the "
        "Destination too is not documented."
    ),
    source=ASSERTIONS_URL,
    verified=False,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where the Destination is none of the plan's endpoints."""
    found = case.evidence.destination
    if case.kind is Kind.CAPTURED and found and found not in audiences(case.plan.aws):
        yield RULE.difference(
            "Destination",
            "It is none of the endpoints of the plan's partition and regions",
            "Compare the app's AWS environment in Okta with the plan's partition",
            expected=audiences(case.plan.aws),
            found=(found,),
        )
