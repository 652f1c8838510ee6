"""ACC108: a grant that says not what may be done."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

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
        elif grant.levels and not grant.services:
            yield RULE.finding(f"access[{index}].services", "No service for the access levels")
        elif not (grant.actions or grant.services):
            yield RULE.finding(f"access[{index}].actions", "Neither actions nor services")
