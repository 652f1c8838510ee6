"""EVD112: white space around a value."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.okta.feature import SOURCE

RULE = EvidenceRule(
    "EVD112",
    Severity.ERROR,
    title="White space stands around a value",
    explanation=(
        "Whether AWS trims a value is not documented. Where it does not, the value equals no resource's tag and no "
        "key, and a line break is a character that AWS refuses."
    ),
    source=SOURCE,
    verified=False,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag and list of keys with a padded value; in a preview as a warning, since it is an expression."""
    sent = [attribute for attribute, _, _ in case.tags_sent()]
    keys = case.keys_sent()
    for attribute in (*sent, *((keys,) if keys else ())):
        trimmed = tuple(value.strip() for value in attribute.values)
        if trimmed != attribute.values:
            yield RULE.difference(
                attribute.name,
                "White space stands before or behind the value",
                "Take it away where Okta gets the value from; if the copy was indented, give the SAMLResponse itself",
                expected=trimmed,
                found=attribute.values,
                severity=Severity.WARNING if case.kind is Kind.PREVIEW else None,
            )
