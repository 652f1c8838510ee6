"""AWS116: a role to chain into, and no tag that comes along."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS116",
    Severity.WARNING,
    title="No tag follows into a chained role",
    explanation=(
        "Only transitive tags stay with a person who goes on to another role. Without one, whoever chains into this "
        "role has no session tag there, and no grant that matches on one gives anything."
    ),
    source=SESSION_TAGS_URL,
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], aws: {roles: [{name: deploy, trusted_roles: "
            "['arn:aws:iam::111122223333:role/okta-abac']}]}}",
            ("aws.roles[0].trusted_roles",),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team, transitive: true}], aws: {roles: [{name: deploy, "
            "trusted_roles: ['arn:aws:iam::111122223333:role/okta-abac']}, {name: b}]}}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the trusted roles of each role where no tag is transitive."""
    if plan.transitive_keys():
        return
    for index, role in enumerate(plan.aws.roles):
        if role.trusted_roles:
            yield RULE.finding(f"aws.roles[{index}].trusted_roles", "No tag of the plan is transitive")
