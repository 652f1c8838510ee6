"""Why a finding is one: its rule's consequence and source, in the language that is spoken."""

from typing import NamedTuple

from wizard.language import _
from wizard.rules.finding import Finding
from wizard.rules.registry import rule


class ExplainedRule(NamedTuple):
    """What there is to say of a finding.

    Attributes:
        id: the rule's. severity: the finding's, as its id. title: the fact.
        message: the measurement. explanation: the consequence. source: URL of the document that states it.
        verified: whether a primary source states it.
        path: the place in the plan.
    """

    id: str
    severity: str
    title: str
    message: str
    explanation: str
    source: str
    verified: bool
    path: str


def explained_rule(finding: Finding) -> ExplainedRule:
    """Return what there is to say of a finding; LookupError where no rule bears its id."""
    known = rule(finding.rule)
    if known is None:
        raise LookupError(finding.rule)
    return ExplainedRule(
        known.id,
        finding.severity.value,
        _(finding.title),
        finding.text(_),
        _(known.explanation),
        finding.source,
        known.verified,
        finding.path,
    )
