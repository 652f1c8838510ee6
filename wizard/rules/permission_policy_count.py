"""POL103: more permission policies than a role takes."""

from collections.abc import Iterator

from wizard.aws.limits import POLICIES_PER_ROLE, POLICIES_PER_ROLE_MOST, QUOTAS_URL
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.policy_size import permission_sizes
from wizard.rules.rule import Example, Rule


def _plan(actions: int) -> str:
    names = ", ".join(f"'ec2:{'A' * 5500}{number}'" for number in range(actions))
    return (
        "{version: 1, tags: [{key: team, value: user.team}], aws: {roles: [{name: abac, access: [own]}]}, "
        f"access: [{{name: own, match: [team], actions: [{names}]}}]}}"
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
