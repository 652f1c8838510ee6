"""EVD115: a value with characters that AWS refuses."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.tag_text import SOURCE, composing_suffices, foreign_characters
from wizard.quoting.wording import characters

RULE = EvidenceRule(
    "EVD115",
    Severity.ERROR,
    title="Value has characters that AWS refuses",
    explanation=(
        "STS rejects the sign-in. A value holds letters, numbers, spaces and _ . : / = + - @ in any script; a "
        "decomposed accent is foreign, its composed form is not."
    ),
    source=SOURCE,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag with foreign characters within its value; those around it are the matter of EVD112."""
    if case.kind is Kind.PREVIEW:
        return
    for attribute, _, _ in case.tags_sent():
        text = "".join(value.strip() for value in attribute.values)
        foreign = foreign_characters(text)
        if foreign:
            yield RULE.difference(
                attribute.name,
                "{characters} cannot stand in a tag value; with composed accents it would pass"
                if composing_suffices(text)
                else "{characters} cannot stand in a tag value",
                "Mend the value where Okta gets it from",
                found=attribute.values,
                characters=characters(foreign),
            )
