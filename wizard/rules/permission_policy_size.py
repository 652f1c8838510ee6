"""POL102: a permission policy longer than IAM takes, which no division mends."""

from collections.abc import Iterator

from wizard.aws.limits import MANAGED_POLICY_LENGTH, QUOTAS_URL
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.policy_size import permission_sizes
from wizard.rules.rule import Example, Rule


def _plan(tags: int) -> str:
    keys = [f"{'k' * 120}{number}" for number in range(tags)]
    entries = ", ".join(f"{{key: {key}, value: user.a}}" for key in keys)
    return (
        f"{{version: 1, tags: [{entries}], aws: {{roles: [{{name: abac, access: [own]}}]}}, "
        f"access: [{{name: own, actions: ['ec2:StopInstances'], match: [{', '.join(keys)}]}}]}}"
    )


RULE = Rule(
    "POL102",
    Severity.ERROR,
    title="Permission policy is longer than IAM takes",
    explanation=(
        "A policy is divided where it would pass the limit, but one action with all its conditions is too long by "
        "itself. Fewer matched keys, or shorter ones, make it fit."
    ),
    source=QUOTAS_URL,
    examples=(Example(_plan(24), ("aws.roles[0]",)), Example(_plan(20))),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each role with a permission policy over the limit."""
    for index, role in enumerate(plan.aws.roles):
        count = max(permission_sizes(plan, role), default=0)
        if count > MANAGED_POLICY_LENGTH:
            yield RULE.finding(
                f"aws.roles[{index}]",
                "{count} characters; AWS allows {limit}",
                count=count,
                limit=MANAGED_POLICY_LENGTH,
            )
