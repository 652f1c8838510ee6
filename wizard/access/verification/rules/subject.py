"""EVD140: the assertion names nobody."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule

RULE = EvidenceRule(
    "EVD140",
    Severity.ERROR,
    title="Assertion has no NameID",
    explanation="AWS refuses it with the message Not authorized to perform sts:AssumeRoleWithSAML.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html",
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where a whole captured sign-in has no subject, or an empty one."""
    if case.kind is Kind.CAPTURED and case.evidence.whole and not (case.evidence.name_id or "").strip():
        yield RULE.difference("NameID", "The subject is missing or empty", "Give the app a user name in Okta")
