"""EVD143: CloudTrail recorded that AWS refused the sign-in."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule

RULE = EvidenceRule(
    "EVD143",
    Severity.ERROR,
    title="AWS refused the sign-in",
    explanation="The event carries the error; its text leads to the likely causes, the plan's own findings first.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html",
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference with the error of the event."""
    if case.evidence.event is not None and case.evidence.event.error:
        yield RULE.difference(
            "errorMessage",
            "CloudTrail recorded an error instead of a session",
            "Look its likely causes up: they stand beside it in the app, and the command explain takes its text",
            found=(case.evidence.event.error,),
        )
