"""AWS101: a target whose work is not done yet."""

from collections.abc import Iterator

from wizard.plan.model import Plan, Target
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS101",
    Severity.ERROR,
    title="Target is not written yet",
    explanation=(
        "IAM Identity Center takes AccessControl attributes in place of PrincipalTag, and OpenID Connect takes tags "
        "as claims of a token. This version writes neither, and what it would write for IAM does not work there."
    ),
    source="https://docs.aws.amazon.com/singlesignon/latest/userguide/attributesforaccesscontrol.html",
    examples=(
        Example("{version: 1, target: identity-center, tags: []}", ("target",)),
        Example("{version: 1, target: oidc, tags: []}", ("target",)),
        Example("{version: 1, target: iam, tags: []}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the target where it is not IAM."""
    if plan.target is not Target.IAM:
        fix = replacement("Federate to IAM", "target", Target.IAM)
        yield RULE.finding("target", "{target}; this version writes iam", fix=fix, target=plan.target.value)
