"""EVD116: a value, or an unexpected key, that begins with what AWS keeps for itself."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import RESERVED_TAG_PREFIX, TAGS_URL

RULE = EvidenceRule(
    "EVD116",
    Severity.ERROR,
    title="Session tag begins with aws:",
    explanation=(
        "AWS keeps the beginning aws: for itself, in keys and in values. Whether its case matters is not documented."
    ),
    source=TAGS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag whose key or value begins so, in whatever case."""
    for attribute, _, _ in case.tags_sent():
        key = attribute.name.removeprefix(case.prefix)
        values = () if case.kind is Kind.PREVIEW else attribute.values
        if any(text.strip().casefold().startswith(RESERVED_TAG_PREFIX) for text in (key, *values)):
            yield RULE.difference(
                attribute.name,
                "No key and no value may begin with {prefix}",
                "Rename it in Okta",
                found=values,
                prefix=RESERVED_TAG_PREFIX,
            )
