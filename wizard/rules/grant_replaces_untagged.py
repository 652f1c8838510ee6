"""POL109: untagged resources can be replaced."""

from collections.abc import Iterator

from wizard.aws.permissions import Topic
from wizard.plan.model import Plan
from wizard.quoting.wording import listed
from wizard.rules.finding import Finding, Severity
from wizard.rules.noted import noted
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "POL109",
    Severity.WARNING,
    title="Untagged resources can be replaced",
    explanation=(
        "These actions create, or replace what stands under the name. What belongs to others is safe by its tags, but "
        "AWS does not tell a policy an absent resource from one that has none of the matched tags."
    ),
    source="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['events:PutRule']}]}",
            ("access[0].create",),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['events:PutRule'], create: false}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield what the grants' notes say of it, one finding a note."""
    for note in noted(plan, Topic.REPLACES_UNTAGGED):
        yield RULE.finding(note.path, "By {actions}", actions=listed(note.subjects, 4), details=", ".join(note.detail))
