"""EVD141: the signature rests on SHA-1."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule

RULE = EvidenceRule(
    "EVD141",
    Severity.WARNING,
    title="Signature rests on SHA-1",
    explanation="SHA-1 can be forged. With a certificate such a signature is refused here, whatever AWS does.",
    source="https://csrc.nist.gov/projects/hash-functions",
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where an algorithm of the signature rests on SHA-1."""
    if case.evidence.weak:
        yield RULE.difference(
            "Signature",
            "It is signed with {algorithms}",
            "Choose RSA-SHA256 in the app's settings in Okta",
            found=case.evidence.weak,
            algorithms=", ".join(case.evidence.weak),
        )
