"""EVD143: CloudTrail recorded that AWS refused the sign-in."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule

RULE = EvidenceRule(
    "EVD143",
    Severity.ERROR,
    title="AWS refused the sign-in",
    explanation="The event carries the error. The command explain, given its text, names the likely causes in order.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html",
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference with the error of the event."""
    if case.evidence.event is not None and case.evidence.event.error:
        yield RULE.difference(
            "errorMessage",
            "CloudTrail recorded an error instead of a session",
            "Give the text of the error to session-tag-wizard explain",
            found=(case.evidence.event.error,),
        )
