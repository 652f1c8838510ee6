"""AWS120: a role that names a grant which the plan does not hold."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.spelling import nearest
from wizard.quoting.wording import quoted
from wizard.rules.cure import removal, replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS120",
    Severity.ERROR,
    title="Role names a grant that does not exist",
    explanation="The role's permission policy would lack what was meant, and nobody would see it missing.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html",
    examples=(
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: abac, access: [onw, read]}]}, access: [{name: own}]}",
            ("aws.roles[0].access[0]", "aws.roles[0].access[1]"),
        ),
        Example("{version: 1, tags: [], aws: {roles: [{name: abac, access: [own]}]}, access: [{name: own}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each name of a grant that the plan lacks; the cure is the nearest name, else taking it away."""
    names = [grant.name for grant in plan.access]
    for index, role in enumerate(plan.aws.roles):
        for place, name in enumerate(role.access):
            if name not in names:
                path = f"aws.roles[{index}].access[{place}]"
                meant = nearest(name, (known for known in names if known not in role.access))
                fix = (
                    replacement('Name "{name}"', path, meant, name=meant)
                    if meant
                    else removal("Take it from the role", path)
                )
                yield RULE.finding(path, "The plan has no grant {name}", fix=fix, name=quoted(name))
