"""ACC101: a grant that matches on no tag would grant to everyone who signs in."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC101",
    Severity.ERROR,
    title="Grant matches on no tag",
    explanation=(
        "Without a matched key the policy has no condition: every person who signs in to the role may do the "
        "actions on every resource of the account."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: all, actions: ['ec2:Stop*']}]}",
            ("access[0].match",),
        ),
        Example("{version: 1, tags: [], access: [{name: all, match: []}]}", ("access[0].match",)),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], "
            "access: [{name: own, actions: ['ec2:StopInstances'], match: [team]}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each grant whose match is empty; the cure matches on all required tags."""
    keys = tuple(tag.key for tag in plan.tags if tag.required and tag.key)
    for index, grant in enumerate(plan.access):
        if not grant.match:
            path = f"access[{index}].match"
            fix = replacement("Match on all required tags", path, keys) if keys else None
            yield RULE.finding(path, "No key; everyone who signs in to the role gets this grant", fix=fix)
