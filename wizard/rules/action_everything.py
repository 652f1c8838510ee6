"""ACC107: every action of every service."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC107",
    Severity.ERROR,
    title="Grant allows every action",
    explanation=(
        "Among all actions are those that change tags, policies and roles. With them a person reaches what the tags "
        "are meant to keep apart, whatever the grant matches on. Name the services, or the actions."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    examples=(
        Example(
            "{version: 1, tags: [], access: [{name: own, actions: ['ec2:StopInstances', '*']}]}",
            ("access[0].actions[1]",),
        ),
        Example("{version: 1, tags: [], access: [{name: own, actions: ['ec2:StopInstances', 'ec2:Describe*']}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each action that is a star; the cure takes it away where others stay."""
    for index, grant in enumerate(plan.access):
        for place, action in enumerate(grant.actions):
            if action == "*":
                path = f"access[{index}].actions[{place}]"
                fix = removal("Take it away", path) if set(grant.actions) != {"*"} else None
                yield RULE.finding(path, '"*" is every action of every service', fix=fix)
