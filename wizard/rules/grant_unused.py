"""ACC113: a grant that no role gives."""

from collections.abc import Iterator

from wizard.plan.model import Grant, Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC113",
    Severity.WARNING,
    title="No role gives the grant",
    explanation="It stands in no policy, so nobody gets what it says.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html",
    examples=(
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: abac, access: [own]}]}, access: [{name: own}, {name: more}]}",
            ("access[1]",),
        ),
        Example("{version: 1, tags: [], aws: {roles: [{name: abac, access: [own]}]}, access: [{name: own}]}"),
        Example("{version: 1, tags: [], access: [{name: own}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each grant that no role names, where there are roles; the cure gives it to the plan's only role."""
    given = {name for role in plan.aws.roles for name in role.access}
    for index, grant in enumerate(plan.access):
        if plan.aws.roles and grant.name not in given:
            yield RULE.finding(
                f"access[{index}]", "{name} stands in no role", fix=_fix(plan, grant), name=quoted(grant.name)
            )


def _fix(plan: Plan, grant: Grant) -> Fix | None:
    if len(plan.aws.roles) != 1:
        return None
    role = plan.aws.roles[0]
    return replacement(
        "Give it to the role {role}", "aws.roles[0].access", (*role.access, grant.name), role=quoted(role.name)
    )
