"""POL108: untagged resources can be claimed."""

from collections.abc import Iterator

from wizard.aws.permissions import Topic
from wizard.plan.model import Plan
from wizard.quoting.wording import listed
from wizard.rules.finding import Finding, Severity
from wizard.rules.noted import noted
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "POL108",
    Severity.WARNING,
    title="Untagged resources can be claimed",
    explanation=(
        "Creating needs the call that sets tags, and for these services AWS does not tell a policy whether a resource "
        "is new or has none of the tags yet. Whoever has the grant can tag such a resource as their own: tag what "
        "exists before people get the role, or set create to false."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['sqs:CreateQueue', 'ec2:RunInstances'], shared: any}]}",
            ("access[0].create",),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['ec2:RunInstances', 'sqs:SendMessage'], shared: any}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield what the grants' notes say of it, one finding a note."""
    for note in noted(plan, Topic.CLAIMS_UNTAGGED):
        yield RULE.finding(
            note.path,
            "Whatever has none of the matched tags, in {actions}",
            actions=listed(note.subjects, 4),
            details=", ".join(note.detail),
        )
