"""EVD145: the evidence holds several sign-ins, of which the latest was judged."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule
from wizard.language import Numbered

RULE = EvidenceRule(
    "EVD145",
    Severity.INFO,
    title="Evidence holds several sign-ins",
    explanation="One is judged: the latest, or the latest of the person who was named.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html",
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference that tells which was judged."""
    event = case.evidence.event
    if event is not None and event.others:
        yield RULE.difference(
            "eventTime",
            Numbered(
                "The sign-in of {time} was judged, {count} other was not",
                "The sign-in of {time} was judged, {count} others were not",
                event.others,
            ),
            "Say whose sign-in to compare, or give the one event alone",
            found=(event.time,),
            time=event.time,
            count=event.others,
        )
