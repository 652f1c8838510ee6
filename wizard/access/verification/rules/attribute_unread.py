"""EVD109: an attribute that AWS does not read."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.matching import How
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import ASSERTIONS_URL
from wizard.saml.names import PREFIX

RULE = EvidenceRule(
    "EVD109",
    Severity.INFO,
    title="Attribute is not read by AWS",
    explanation="It becomes no session tag. It may be meant for nobody, or be a tag whose name lost its beginning.",
    source=ASSERTIONS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each attribute under a name that AWS documents nothing for."""
    for match in case.matching(How.UNREAD):
        beside = match.attribute.name.casefold().startswith(PREFIX.casefold())
        yield RULE.difference(
            match.attribute.name,
            "No attribute of this name is documented",
            "Remove the row in Okta if nothing needs it",
            found=match.attribute.values,
            severity=Severity.WARNING if beside else None,
        )
