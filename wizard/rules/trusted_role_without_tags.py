"""AWS116: a role to chain into, and tags of its grants that do not come along."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL
from wizard.plan.model import Plan, Role
from wizard.quoting.wording import listed
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS116",
    Severity.WARNING,
    title="Tags do not follow into a chained role",
    explanation=(
        "Only transitive tags stay with a person who goes on to another role. A grant that matches on another tag "
        "gives nothing there, unless the call passes that tag again with the caller's own value."
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
        Example(
            "{version: 1, tags: [{key: team, value: user.team, transitive: true}, "
            "{key: project, value: user.project}], aws: {roles: [{name: deploy, access: [own], trusted_roles: "
            "['arn:aws:iam::111122223333:role/okta-abac']}, {name: b, access: [own]}]}, "
            "access: [{name: own, match: [team, project], actions: ['sqs:SendMessage']}]}",
            ("aws.roles[0].trusted_roles",),
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the trusted roles of each role where no tag is transitive, or one that its grants match on is not."""
    for index, role in enumerate(plan.aws.roles):
        if not role.trusted_roles:
            continue
        path = f"aws.roles[{index}].trusted_roles"
        lost = _lost(plan, role)
        if not plan.transitive_keys():
            yield RULE.finding(path, "No tag of the plan is transitive")
        elif lost:
            yield RULE.finding(path, "Matched by grants of the role and not transitive: {keys}", keys=listed(lost))


def _lost(plan: Plan, role: Role) -> tuple[str, ...]:
    matched = (plan.tag(key) for grant in plan.grants(role) for key in grant.match)
    return tuple(dict.fromkeys(tag.key for tag in matched if tag is not None and not tag.transitive))
