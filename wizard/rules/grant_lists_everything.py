"""POL110: lists show everybody's resources."""

from collections.abc import Iterator

from wizard.aws.permissions import Topic
from wizard.plan.model import Plan
from wizard.quoting.wording import listed
from wizard.rules.finding import Finding, Severity
from wizard.rules.noted import noted
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "POL110",
    Severity.INFO,
    title="Lists show everybody's resources",
    explanation=(
        "No tag limits the list and describe actions of most services, so the grant allows them on everything: names "
        "and settings of other teams' resources can be seen."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "services: [ec2], levels: [list]}]}",
            ("access[0].levels",),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "services: [ec2], levels: [write], shared: any}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield what the grants' notes say of it, one finding a note."""
    for note in noted(plan, Topic.LISTED_FREELY):
        yield RULE.finding(note.path, "In {actions}", actions=listed(note.subjects, 4), details=", ".join(note.detail))
