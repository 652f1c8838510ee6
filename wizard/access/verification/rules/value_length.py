"""EVD114: a key or a value is longer than AWS allows."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import SESSION_TAGS_URL, TAG_KEY_LENGTH, TAG_VALUE_LENGTH
from wizard.language import N_

RULE = EvidenceRule(
    "EVD114",
    Severity.ERROR,
    title="Session tag is too long",
    explanation="STS rejects the whole sign-in: Unable to validate tags.",
    source=SESSION_TAGS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag whose key, or a value of it, is too long; a preview has no values."""
    for attribute, _, _ in case.tags_sent():
        key = attribute.name.removeprefix(case.prefix) if attribute.name.startswith(case.prefix) else ""
        values = () if case.kind is Kind.PREVIEW else attribute.values
        longest = max(map(len, values), default=0)
        if len(key) > TAG_KEY_LENGTH:
            yield _too_long(
                attribute.name, N_("The key has {count} characters; AWS allows {limit}"), len(key), TAG_KEY_LENGTH
            )
        if longest > TAG_VALUE_LENGTH:
            message = N_("The value has {count} characters; AWS allows {limit}")
            yield _too_long(attribute.name, message, longest, TAG_VALUE_LENGTH, values)


def _too_long(name: str, message: str, count: int, limit: int, found: tuple[str, ...] = ()) -> Difference:
    return RULE.difference(name, message, "Shorten it where Okta gets it from", found=found, count=count, limit=limit)
