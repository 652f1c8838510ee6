"""AWS111: roles whose sessions differ, though Okta sends one duration."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS111",
    Severity.WARNING,
    title="Session durations differ between roles",
    explanation=(
        "Okta's app has one Session Duration for all roles, and a sign-in fails where it is longer than the role's "
        "maximum. So the smallest one is set, and the sessions of this role are shorter than written here."
    ),
    source="https://help.okta.com/en-us/content/topics/deploymentguides/aws/aws-configure-aws-app.htm",
    examples=(
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: a}, {name: b, session_duration: 7200}]}}",
            ("aws.roles[1].session_duration",),
        ),
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: a, session_duration: 7200}, "
            "{name: b, session_duration: 7200}]}}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each duration longer than the smallest; the cure is the smallest."""
    least = min((role.session_duration for role in plan.aws.roles), default=0)
    for index, role in enumerate(plan.aws.roles):
        if role.session_duration > least:
            path = f"aws.roles[{index}].session_duration"
            yield RULE.finding(
                path,
                "Longer than the shortest of the roles; Okta sends one duration, the shortest",
                fix=replacement("Make it as short as the shortest", path, least),
            )
