"""EVD111: a session tag arrived without a value."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import TAGS_URL

RULE = EvidenceRule(
    "EVD111",
    Severity.ERROR,
    title="Session tag has no value",
    explanation=(
        "AWS takes an empty value as a value: it equals the empty tag of a resource. The plan's trust policies refuse "
        "it for a required tag."
    ),
    source=TAGS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag that is empty, or that has no value element at all; of an optional tag as a warning."""
    for attribute, tag, expected in case.tags_sent():
        if not any(attribute.values):
            yield RULE.difference(
                attribute.name,
                "The value is empty",
                "Give the person a value for it in Okta, or the expression a default",
                expected=expected or (),
                found=attribute.values,
                severity=None if tag is None or tag.required or expected else Severity.WARNING,
            )
