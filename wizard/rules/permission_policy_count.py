"""POL103: more permission policies than a role takes."""

from collections.abc import Iterator

from wizard.aws.limits import POLICIES_PER_ROLE, POLICIES_PER_ROLE_MOST, QUOTAS_URL
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.policy_size import permission_sizes
from wizard.rules.rule import Example, Rule


def _plan(count: int) -> str:
    keys = [f"{'k' * 120}{number}" for number in range(20)]
    tags = ", ".join(f"{{key: {key}, value: user.a}}" for key in keys)
    names = [f"grant{number}" for number in range(count)]
    grants = ", ".join(f"{{name: {name}, actions: ['ec2:StopInstances'], match: *keys}}" for name in names[1:])
    return (
        f"{{version: 1, tags: [{tags}], aws: {{roles: [{{name: abac, access: [{', '.join(names)}]}}]}}, access: "
        f"[{{name: grant0, actions: ['ec2:StopInstances'], match: &keys [{', '.join(keys)}]}}, {grants}]}}"
    )


RULE = Rule(
    "POL103",
    Severity.WARNING,
    title="Role has more permission policies than the default quota",
    explanation=(
        "IAM attaches 10 managed policies to a role by default and 25 at most, by AWS's page of March 2026; other "
        "sources differ. Wildcards in actions make policies shorter."
    ),
    source=QUOTAS_URL,
    examples=(
        Example(_plan(12), ("aws.roles[0]",)),
        Example(_plan(27), ("aws.roles[0]",)),
        Example(_plan(10)),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each role with too many policies; an error where no quota suffices."""
    for index, role in enumerate(plan.aws.roles):
        count = len(permission_sizes(plan, role))
        if count > POLICIES_PER_ROLE:
            yield RULE.finding(
                f"aws.roles[{index}]",
                "{count} policies; a role takes {default}, and {most} where the quota is raised",
                severity=Severity.ERROR if count > POLICIES_PER_ROLE_MOST else Severity.WARNING,
                count=count,
                default=POLICIES_PER_ROLE,
                most=POLICIES_PER_ROLE_MOST,
            )
