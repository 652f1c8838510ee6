"""ACC112: a grant without a name."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC112",
    Severity.ERROR,
    title="Grant has no name",
    explanation="A role names its grants, and the statement in the policy is called after it.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
    examples=(
        Example("{version: 1, tags: [], access: [{name: ' '}, {name: ''}]}", ("access[0].name", "access[1].name")),
        Example("{version: 1, tags: [], access: [{name: own}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each grant whose name is blank."""
    for index, grant in enumerate(plan.access):
        if not grant.name.strip():
            yield RULE.finding(f"access[{index}].name", "Empty; a role could not name it")
