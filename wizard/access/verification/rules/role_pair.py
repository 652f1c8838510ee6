"""EVD131: the Role attribute is missing, or a value of it is no pair of a role and a provider."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import ASSERTIONS_URL
from wizard.language import Numbered
from wizard.saml.names import ROLE

RULE = EvidenceRule(
    "EVD131",
    Severity.ERROR,
    title="Role attribute names no role",
    explanation=(
        "AWS refuses the response: Your request included an invalid SAML response. Each value holds the ARN of a role "
        "and the ARN of the SAML provider with a comma between them, in either order."
    ),
    source=ASSERTIONS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where no pair was sent, and one for the values that are no pairs."""
    if case.kind is Kind.PREVIEW or not (case.evidence.whole or case.evidence.event):
        return
    broken = case.unpaired
    if broken:
        yield RULE.difference(
            ROLE,
            Numbered(
                "{count} value is no pair of a role and a SAML provider",
                "{count} values are no pair of a role and a SAML provider",
                len(broken),
            ),
            "Assign the role to the person again in the app",
            found=broken,
            count=len(broken),
        )
    elif not case.roles:
        yield RULE.difference(ROLE, "No role was sent", "Assign a role to the person in the app")
