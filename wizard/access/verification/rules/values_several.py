"""EVD113: a session tag arrived with several values."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import SESSION_TAGS_URL

RULE = EvidenceRule(
    "EVD113",
    Severity.ERROR,
    title="Session tag has several values",
    explanation="AWS does not support it: a session tag has a single value. What STS answers is not documented.",
    source=SESSION_TAGS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag with more than one value."""
    for attribute, _, expected in case.tags_sent():
        if len(attribute.values) > 1:
            yield RULE.difference(
                attribute.name,
                "{count} values; a session tag has one",
                "Make the tag a list tag: set its separator in the plan, and type the exported expression into Okta",
                expected=expected or (),
                found=attribute.values,
                count=len(attribute.values),
            )
