"""EVD139: the SAML response is longer than AWS takes."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import ASSUME_ROLE_WITH_SAML_URL, SAML_ASSERTION_LENGTH
from wizard.saml.evidence.evidence import Part

RULE = EvidenceRule(
    "EVD139",
    Severity.ERROR,
    title="SAML response is too long",
    explanation="STS refuses it. Mostly the roles make it long: each pair of ARNs is about 130 characters.",
    source=ASSUME_ROLE_WITH_SAML_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where the base64 of a response is longer than allowed."""
    length = case.evidence.length or 0
    if case.evidence.part is not Part.EVENT and length > SAML_ASSERTION_LENGTH:
        yield RULE.difference(
            "SAMLResponse",
            "{count} characters of base64; AWS allows {limit}",
            "Assign fewer roles to the person in the app, or send fewer attributes",
            expected=(str(SAML_ASSERTION_LENGTH),),
            found=(str(length),),
            count=f"{length:,}",
            limit=f"{SAML_ASSERTION_LENGTH:,}",
        )
