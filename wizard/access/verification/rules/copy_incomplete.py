"""EVD144: the copy lost closing brackets."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule
from wizard.okta.feature import SOURCE

RULE = EvidenceRule(
    "EVD144",
    Severity.WARNING,
    title="Copy is not whole",
    explanation=(
        "A closing bracket is missing, as in the examples of Okta's post. It was read as if it stood there; what else "
        "the copy lost cannot be known."
    ),
    source=SOURCE,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where the evidence was made whole."""
    if case.evidence.mended:
        yield RULE.difference(
            "", "A closing bracket is missing", "Copy the whole text, or give the SAMLResponse itself"
        )
