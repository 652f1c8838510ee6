"""AWS112: a chained session is shorter than the role allows."""

from collections.abc import Iterator

from wizard.aws.limits import CHAINED_SESSION_SECONDS
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS112",
    Severity.INFO,
    title="Chained session lasts an hour at most",
    explanation=(
        "Whoever comes into this role from another one gets an hour at most, whatever the role's maximum; only "
        "those who sign in to it directly get the duration that is written here."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html",
    examples=(
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: deploy, session_duration: 7200, "
            "trusted_roles: ['arn:aws:iam::111122223333:role/okta-abac']}]}}",
            ("aws.roles[0].session_duration",),
        ),
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: deploy, session_duration: 3600, "
            "trusted_roles: ['arn:aws:iam::111122223333:role/okta-abac']}, {name: b, session_duration: 7200}]}}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the longer duration of each role that others may chain into."""
    for index, role in enumerate(plan.aws.roles):
        if role.trusted_roles and role.session_duration > CHAINED_SESSION_SECONDS:
            yield RULE.finding(
                f"aws.roles[{index}].session_duration",
                "{limit} seconds at most for whoever chains into the role",
                limit=CHAINED_SESSION_SECONDS,
            )
