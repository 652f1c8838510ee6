"""EVD137: the assertion's audience is not AWS."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.partition import audiences, sign_in

RULE = EvidenceRule(
    "EVD137",
    Severity.ERROR,
    title="Audience is not AWS",
    explanation=(
        "AWS refuses the sign-in: Response does not contain the required audience. For partitions other than aws the "
        "value is not stated by AWS, and this is a warning."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html",
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where audiences are stated and none of them is the partition's."""
    facts = sign_in(case.plan.aws.partition)
    accepted = (facts.entity_id, *audiences(case.plan.aws))
    found = case.evidence.audiences
    if case.kind is Kind.CAPTURED and found and not set(found) & set(accepted):
        yield RULE.difference(
            "Audience",
            "AWS expects {entity}",
            "Compare the app's AWS environment in Okta with the plan's partition",
            expected=(facts.entity_id,),
            found=found,
            severity=None if facts.stated_by_aws else Severity.WARNING,
            entity=facts.entity_id,
        )
