"""EVD133: RoleSessionName is missing, or AWS refuses it."""

import re
from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.language import N_, Numbered
from wizard.saml.names import ROLE_SESSION_NAME

RULE = EvidenceRule(
    "EVD133",
    Severity.ERROR,
    title="RoleSessionName is not as AWS takes it",
    explanation="AWS refuses the sign-in: RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html",
)

_LEGAL = re.compile(r"[a-zA-Z_0-9+=,.@-]{2,64}")


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where a whole sign-in has no name, several, or an illegal one."""
    values = case.evidence.values(ROLE_SESSION_NAME)
    if case.kind is Kind.PREVIEW or not (values or case.evidence.whole):
        return
    cure = N_("Set the app's user name in Okta to something of 2 to 64 of these characters, without spaces")
    if len(values) != 1:
        yield RULE.difference(ROLE_SESSION_NAME, "{count} values; AWS needs one", cure, found=values, count=len(values))
    elif not _LEGAL.fullmatch(values[0]):
        yield RULE.difference(
            ROLE_SESSION_NAME,
            Numbered(
                "{count} character, or characters other than letters, digits and _ + = , . @ -",
                "{count} characters, or characters other than letters, digits and _ + = , . @ -",
                len(values[0]),
            ),
            cure,
            found=values,
            count=len(values[0]),
        )
