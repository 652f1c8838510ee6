"""POL107: creating needs other resources tagged as the person's own."""

from collections.abc import Iterator

from wizard.aws.permissions import Topic
from wizard.plan.model import Plan
from wizard.quoting.wording import listed
from wizard.rules.finding import Finding, Severity
from wizard.rules.noted import noted
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "POL107",
    Severity.WARNING,
    title="Creating needs other resources tagged as the person's own",
    explanation=(
        "A launch also touches subnets, images and the like. With shared: tagged each of them has to carry the "
        "person's tags, and AWS refuses every launch from a shared one that has none. shared: any lets them be used."
    ),
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['ec2:RunInstances', 'sqs:CreateQueue']}]}",
            ("access[0].shared",),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['ec2:RunInstances', 'sqs:CreateQueue'], shared: any}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield what the grants' notes say of it, one finding a note."""
    for note in noted(plan, Topic.OTHERS_MUST_BE_TAGGED):
        yield RULE.finding(
            note.path,
            "{actions} also needs {details}, tagged as the person's own",
            actions=listed(note.subjects, 4),
            details=", ".join(note.detail),
        )
