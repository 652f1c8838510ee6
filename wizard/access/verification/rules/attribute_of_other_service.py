"""EVD104: AccessControl: where PrincipalTag: belongs, or the other way round."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.matching import How
from wizard.access.verification.rule import EvidenceRule
from wizard.saml.names import IDENTITY_CENTER_TAG, PRINCIPAL_TAG

RULE = EvidenceRule(
    "EVD104",
    Severity.ERROR,
    title="Attribute is named for another AWS service",
    explanation=(
        "PrincipalTag: is read by IAM federation, AccessControl: by IAM Identity Center. Neither reads the other's, so "
        "the tag does not exist."
    ),
    source="https://docs.aws.amazon.com/singlesignon/latest/userguide/attributesforaccesscontrol.html",
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag that is named for the service that the plan does not use."""
    for match in case.matching(How.OTHER_SERVICE):
        name = match.attribute.name
        other = IDENTITY_CENTER_TAG if case.prefix == PRINCIPAL_TAG else PRINCIPAL_TAG
        meant = case.prefix + name.removeprefix(other)
        yield RULE.difference(
            name,
            "IAM Identity Center reads this name; IAM federation reads {meant}"
            if case.prefix == PRINCIPAL_TAG
            else "IAM federation reads this name; IAM Identity Center reads {meant}",
            "Name the row {meant}, or send it to the app of the other service",
            expected=(meant,),
            found=(name,),
            meant=meant,
        )
