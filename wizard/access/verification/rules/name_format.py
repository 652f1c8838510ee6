"""EVD106: an attribute's name format is not the one that its row was given."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.matching import How
from wizard.access.verification.rule import EvidenceRule
from wizard.okta.feature import SOURCE
from wizard.saml.names import NameFormat

RULE = EvidenceRule(
    "EVD106",
    Severity.ERROR,
    title="Attribute's name format is another one",
    explanation=(
        "Okta's instructions give every row the name format URI Reference. AWS's examples leave it out; that AWS takes "
        "another one is not documented."
    ),
    source=SOURCE,
    verified=False,
)

_LABELS = {known.urn: known.label for known in NameFormat}


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each attribute of the plan that states another format (an error), or states none (a warning)."""
    if case.kind is Kind.CLOUDTRAIL:
        return
    for match in case.matched:
        found = match.attribute.name_format
        if match.how in (How.PREDEFINED, How.UNREAD) or found == NameFormat.URI.urn:
            continue
        yield RULE.difference(
            match.attribute.name,
            "The name format is {sent}; the plan's rows have {meant}"
            if found
            else "No name format is stated; the plan's rows have {meant}",
            "Choose {meant} as the name format of the row in Okta",
            expected=(NameFormat.URI.urn,),
            found=(found,) if found else (),
            severity=None if found else Severity.WARNING,
            sent=_LABELS.get(found or "", found),
            meant=NameFormat.URI.label,
        )
