"""POL101: a trust policy longer than IAM's quota."""

from collections.abc import Iterator

from wizard.aws.limits import (
    QUOTAS_URL,
    TRUST_POLICY_LENGTH,
    TRUST_POLICY_LENGTH_MOST,
    TRUST_POLICY_LENGTH_RAISED,
    TRUST_POLICY_QUOTA,
)
from wizard.language import N_
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.policy_size import trust_size
from wizard.rules.rule import Example, Rule


def _plan(tags: int) -> str:
    entries = ", ".join(f"{{key: {'k' * 60}{number}, value: user.a}}" for number in range(tags))
    return f"{{version: 1, tags: [{entries}], aws: {{roles: [{{name: abac}}]}}}}"


RULE = Rule(
    "POL101",
    Severity.WARNING,
    title="Trust policy is longer than the default quota",
    explanation=(
        "IAM refuses it until the quota ACLSizePerRole is raised, in each account, under Service Quotas. Sources "
        "differ on how far it goes: AWS's page of March 2026 says 4,096 characters, later copies of the list 8,192."
    ),
    source=QUOTAS_URL,
    examples=(
        Example(_plan(8), ("aws.roles[0]",)),
        Example(_plan(17), ("aws.roles[0]",)),
        Example(_plan(40), ("aws.roles[0]",)),
        Example(_plan(2)),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each role whose trust policy is too long for the default quota; an error where no quota suffices."""
    for index, role in enumerate(plan.aws.roles):
        count = trust_size(plan, role)
        if count > TRUST_POLICY_LENGTH:
            yield RULE.finding(
                f"aws.roles[{index}]",
                _template(count),
                severity=Severity.ERROR if count > TRUST_POLICY_LENGTH_MOST else Severity.WARNING,
                count=count,
                default=TRUST_POLICY_LENGTH,
                raised=TRUST_POLICY_LENGTH_RAISED,
                most=TRUST_POLICY_LENGTH_MOST,
                quota=TRUST_POLICY_QUOTA,
            )


def _template(count: int) -> str:
    if count > TRUST_POLICY_LENGTH_MOST:
        return N_("{count} characters; no source puts the quota {quota} above {most}")
    if count > TRUST_POLICY_LENGTH_RAISED:
        return N_("{count} characters; the quota {quota} can be raised to {raised} or {most}, sources differ")
    return N_("{count} characters; the default of the quota {quota} is {default}, so have it raised")
