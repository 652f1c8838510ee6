"""EVD118: a value other than the one that the person's profile gives."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.okta.expression.function import CLASSIC_PAGE

RULE = EvidenceRule(
    "EVD118",
    Severity.ERROR,
    title="Value is not the person's",
    explanation=(
        "Policies compare values letter by letter. Either the row in Okta holds another expression than the plan, or "
        "the person's profile has changed since the plan's sample was written."
    ),
    source=CLASSIC_PAGE,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag of one value that differs from the expected one by more than white space around it."""
    if case.kind is Kind.PREVIEW or case.person is None:
        return
    for attribute, _, expected in case.tags_sent():
        if expected is None or len(attribute.values) != 1 or not attribute.values[0].strip():
            continue
        if tuple(value.strip() for value in expected) != (attribute.values[0].strip(),):
            yield RULE.difference(
                attribute.name,
                "The plan gives {login} another value" if expected else "The plan gives {login} no value",
                "Compare the row's expression in Okta with the plan, and the person's profile with the plan's sample",
                expected=expected,
                found=attribute.values,
                login=case.person.login,
            )
