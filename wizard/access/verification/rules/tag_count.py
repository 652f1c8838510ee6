"""EVD123: more session tags than AWS takes."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import SESSION_TAGS, SESSION_TAGS_URL

RULE = EvidenceRule(
    "EVD123",
    Severity.ERROR,
    title="Too many session tags were sent",
    explanation="STS rejects the whole sign-in.",
    source=SESSION_TAGS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where there are more tags than a session can have."""
    count = sum(match.attribute.name.startswith(case.prefix) for match in case.matched)
    if count > SESSION_TAGS:
        yield RULE.difference(
            "",
            "{count} tags; AWS allows {limit}",
            "Remove rows in Okta",
            count=count,
            limit=SESSION_TAGS,
        )
