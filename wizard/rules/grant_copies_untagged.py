"""POL112: untagged data can be copied."""

from collections.abc import Iterator

from wizard.aws.permissions import Topic
from wizard.plan.model import Plan
from wizard.quoting.wording import listed
from wizard.rules.finding import Finding, Severity
from wizard.rules.noted import noted
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "POL112",
    Severity.WARNING,
    title="Untagged data can be copied",
    explanation=(
        "AWS asks a policy for the source and for the copy, both of one type, and does not tell a copy that is yet to "
        "be made from a source that has none of the matched tags. So whoever has the grant can copy untagged data as "
        "their own and read it there. What others have tagged is safe: tag what exists before people get the role, or "
        "leave these actions out of the grant."
    ),
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/copy-ami-permissions.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['ec2:CopySnapshot', 'ec2:CreateSnapshot']}]}",
            ("access[0].create",),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['ec2:CreateSnapshot', 'ec2:CreateVolume']}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield what the grants' notes say of it, one finding a note."""
    for note in noted(plan, Topic.COPIES_UNTAGGED):
        yield RULE.finding(note.path, "By {actions}", actions=listed(note.subjects, 4), details=", ".join(note.detail))
