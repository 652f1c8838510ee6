"""EVD119: the preview shows another expression than the plan has."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.okta.expression import ExpressionError, parsed, printed
from wizard.okta.feature import SOURCE
from wizard.okta.statements import tag_expression
from wizard.plan.model import Claims

RULE = EvidenceRule(
    "EVD119",
    Severity.ERROR,
    title="Expression is another one",
    explanation=(
        "Okta's preview shows the expressions as they were typed. This one gives other values than the plan means, or "
        "the list holds other keys."
    ),
    source=SOURCE,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag of a preview whose expression differs by more than its spacing."""
    if case.kind is not Kind.PREVIEW:
        return
    claims = case.plan.okta.claims
    for attribute, tag, _ in case.tags_sent():
        found = attribute.values
        if tag is None or not any(found):
            continue
        expected = tag_expression(tag)
        if len(found) != 1 or _same(found[0], expected, claims):
            continue
        yield RULE.difference(
            attribute.name,
            "The row holds another expression than the plan",
            "Type the plan's expression into the row in Okta",
            expected=(expected,),
            found=found,
        )


def _same(one: str, other: str, claims: Claims) -> bool:
    if one.strip() == other.strip():
        return True
    try:
        return printed(parsed(one.strip(), claims)) == printed(parsed(other.strip(), claims))
    except ExpressionError:
        return False
