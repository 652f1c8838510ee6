"""AWS121: a role that gives nothing."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS121",
    Severity.WARNING,
    title="Role gives no grant",
    explanation="No permission policy is written for it: people sign in, and may do only what the role allows already.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html",
    examples=(
        Example("{version: 1, tags: [], aws: {roles: [{name: abac}]}}", ("aws.roles[0].access",)),
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: abac}]}, access: [{name: own}]}", ("aws.roles[0].access",)
        ),
        Example("{version: 1, tags: [], aws: {roles: [{name: abac, access: [own]}]}, access: [{name: own}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the grants of each role that has none; the cure is the plan's only grant."""
    only = plan.access[0].name if len(plan.access) == 1 else None
    for index, role in enumerate(plan.aws.roles):
        if not role.access:
            path = f"aws.roles[{index}].access"
            fix = replacement('Give "{name}"', path, (only,), name=only) if only else None
            yield RULE.finding(path, "No grant", fix=fix)
