"""ACC108: a grant that says not what may be done."""

from collections.abc import Iterator
from typing import Final

from wizard.plan.model import Level, Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_FOR_ACTIONS: Final = frozenset({Level.LIST})
"""Levels that mean something to actions by name: list lets those that list stand on everything."""

RULE = Rule(
    "ACC108",
    Severity.ERROR,
    title="Grant names no action",
    explanation=(
        "It gives nothing: a grant says what may be done by its actions, or by services together with access levels."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    examples=(
        Example("{version: 1, tags: [], access: [{name: own, match: [team]}]}", ("access[0].actions",)),
        Example("{version: 1, tags: [], access: [{name: own, services: [ec2]}]}", ("access[0].levels",)),
        Example("{version: 1, tags: [], access: [{name: own, levels: [read]}]}", ("access[0].services",)),
        Example("{version: 1, tags: [], access: [{name: own, levels: [list]}]}", ("access[0].services",)),
        Example(
            "{version: 1, tags: [], access: [{name: own, levels: [read], actions: ['ec2:StopInstances']}]}",
            ("access[0].services",),
        ),
        Example("{version: 1, tags: [], access: [{name: own, levels: [list], actions: ['ec2:StopInstances']}]}"),
        Example("{version: 1, tags: [], access: [{name: own, services: [ec2], levels: [read]}]}"),
        Example("{version: 1, tags: [], access: [{name: own, actions: ['ec2:StopInstances']}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the part that each grant lacks: actions where it has nothing, else services or levels."""
    for index, grant in enumerate(plan.access):
        if grant.services and not grant.levels:
            yield RULE.finding(f"access[{index}].levels", "No access level for the services")
        elif not grant.services and set(grant.levels) - (_FOR_ACTIONS if grant.actions else set()):
            severity = Severity.WARNING if grant.actions else Severity.ERROR
            yield RULE.finding(f"access[{index}].services", "No service for the access levels", severity=severity)
        elif not (grant.actions or grant.services):
            yield RULE.finding(f"access[{index}].actions", "Neither actions nor services")
