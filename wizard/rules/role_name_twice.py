"""AWS108: two roles of one name."""

from collections.abc import Iterator

from wizard.aws.limits import CREATE_ROLE_URL
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS108",
    Severity.ERROR,
    title="Role name stands twice",
    explanation=(
        "An account holds one role of a name, whatever its case: IAM refuses the second, or its policies replace the "
        "first one's."
    ),
    source=CREATE_ROLE_URL,
    examples=(
        Example("{version: 1, tags: [], aws: {roles: [{name: abac}, {name: Abac}]}}", ("aws.roles[1].name",)),
        Example("{version: 1, tags: [], aws: {roles: [{name: abac}, {name: abac}]}}", ("aws.roles[1].name",)),
        Example("{version: 1, tags: [], aws: {roles: [{name: abac}, {name: abac2}]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each role whose name an earlier one has, in whatever case; the cure takes an identical role away."""
    first: dict[str, int] = {}
    roles = plan.aws.roles
    for index, role in enumerate(roles):
        earlier = first.setdefault(role.name.lower(), index)
        if earlier != index and role.name:
            fix = removal("Take this role away", f"aws.roles[{index}]", safe=True) if role == roles[earlier] else None
            yield RULE.finding(
                f"aws.roles[{index}].name",
                "{name} is role {number} already",
                fix=fix,
                name=quoted(role.name),
                number=earlier + 1,
            )
