"""EVD117: a value outside those that the plan allows."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import SESSION_TAGS_URL
from wizard.language import Numbered

RULE = EvidenceRule(
    "EVD117",
    Severity.ERROR,
    title="Value is not among the allowed ones",
    explanation="The plan's trust policies accept the allowed values only, letter by letter: the sign-in is refused.",
    source=SESSION_TAGS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag of one value that the plan's list does not hold."""
    if case.kind is Kind.PREVIEW:
        return
    for attribute, tag, _ in case.tags_sent():
        allowed = () if tag is None else tag.allowed
        if allowed and len(attribute.values) == 1 and attribute.values[0] not in ("", *allowed):
            yield RULE.difference(
                attribute.name,
                Numbered(
                    "The plan allows {count} value, and this is another",
                    "The plan allows {count} values, and this is none of them",
                    len(allowed),
                ),
                "Correct the person's value in Okta, or allow it in the plan",
                expected=allowed,
                found=attribute.values,
                count=len(allowed),
            )
