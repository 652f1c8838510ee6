"""EVD135: the assertion is meant for another sign-in endpoint than the plan's."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import ASSERTIONS_URL
from wizard.aws.partition import audiences, sign_in
from wizard.language import N_

RULE = EvidenceRule(
    "EVD135",
    Severity.ERROR,
    title="Recipient is not a sign-in endpoint of the plan",
    explanation=(
        "The condition key SAML:aud comes from the Recipient, and the plan's trust policies accept the endpoints of "
        "its partition and its sign_in_regions only. The message then is Not authorized to perform "
        "sts:AssumeRoleWithSAML."
    ),
    source=ASSERTIONS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where a whole sign-in has no Recipient, or one that the trust policies refuse."""
    if case.kind is Kind.PREVIEW:
        return
    accepted = audiences(case.plan.aws)
    found = case.evidence.recipients
    if case.evidence.whole and not found:
        yield RULE.difference(
            "Recipient", "No Recipient was sent", "Capture the sign-in to AWS itself", expected=accepted
        )
    strange = tuple(recipient for recipient in found if recipient not in accepted)
    if strange:
        yield RULE.difference(
            "Recipient",
            "The plan's trust policies do not accept this endpoint",
            _cure(case, strange[0]),
            expected=accepted,
            found=strange,
            partition=str(case.plan.aws.partition),
        )


def _cure(case: Case, recipient: str) -> str:
    if recipient.endswith(f".{sign_in(case.plan.aws.partition).host}/saml"):
        return N_(
            "Add the region of this endpoint to aws.sign_in_regions of the plan, and export the trust policies again"
        )
    return N_("Compare the app's AWS environment in Okta with the plan's partition, which is {partition}")
