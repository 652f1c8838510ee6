"""EVD102: an attribute's name is nearly one that the plan makes Okta send."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.matching import How
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import ASSERTIONS_URL

RULE = EvidenceRule(
    "EVD102",
    Severity.ERROR,
    title="Attribute's name is misspelled",
    explanation=(
        "AWS compares names to the letter, case included: under another name the tag does not exist, or is a tag that "
        "no policy knows."
    ),
    source=ASSERTIONS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each attribute whose name is near one that is missing."""
    for match in case.matching(How.MISSPELLED):
        yield RULE.difference(
            match.attribute.name,
            "The nearest name of the plan is {meant}",
            "Correct the name of the row in Okta to {meant}",
            expected=(match.meant,),
            found=(match.attribute.name,),
            meant=match.meant,
        )
