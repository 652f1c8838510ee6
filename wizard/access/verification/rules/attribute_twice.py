"""EVD105: two attributes carry one tag."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.rule import EvidenceRule

RULE = EvidenceRule(
    "EVD105",
    Severity.ERROR,
    title="Session tag was sent twice",
    explanation=(
        "STS rejects the whole sign-in where two keys differ only in case: Duplicate tag keys found. Tag keys are case "
        "insensitive."
    ),
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each attribute whose tag an earlier one carries, the case of the key left aside."""
    first: dict[str, str] = {}
    for match in case.matched:
        name = match.attribute.name
        if not name.startswith(case.prefix):
            continue
        earlier = first.setdefault(name.casefold(), name)
        if earlier is not name:
            yield RULE.difference(
                name,
                "{earlier} was sent before it, and case does not tell keys apart",
                "Remove one of the two rows in Okta",
                found=match.attribute.values,
                earlier=earlier,
            )
