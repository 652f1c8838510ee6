"""AWS107: a role name that is too long."""

from collections.abc import Iterator

from wizard.aws.limits import CREATE_ROLE_URL, ROLE_NAME_LENGTH
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS107",
    Severity.ERROR,
    title="Role name is too long",
    explanation="IAM refuses the role, and Okta's role list would name one that does not exist.",
    source=CREATE_ROLE_URL,
    examples=(
        Example(f"{{version: 1, tags: [], aws: {{roles: [{{name: {'r' * 65}}}]}}}}", ("aws.roles[0].name",)),
        Example(f"{{version: 1, tags: [], aws: {{roles: [{{name: {'r' * 64}}}]}}}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each role whose name is over the limit."""
    for index, role in enumerate(plan.aws.roles):
        if len(role.name) > ROLE_NAME_LENGTH:
            yield RULE.finding(
                f"aws.roles[{index}].name",
                "{count} characters; AWS allows {limit}",
                count=len(role.name),
                limit=ROLE_NAME_LENGTH,
            )
