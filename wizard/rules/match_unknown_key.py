"""ACC102: a grant that matches on a key which is no tag of the plan grants to nobody, or by another's value."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.spelling import nearest
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC102",
    Severity.ERROR,
    title="Grant matches on a key that is no tag",
    explanation=(
        "The sign-in sends no such tag, so the condition never matches and the grant gives nothing; where the role "
        "itself carries a tag of that key, everyone is compared with the role's value."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], "
            "access: [{name: own, actions: ['ec2:StopInstances'], match: [taem, x]}]}",
            ("access[0].match[0]", "access[0].match[1]"),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], "
            "access: [{name: own, actions: ['ec2:StopInstances'], match: [Team]}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each matched key that no tag of the plan has, with the nearest one as its cure."""
    keys = {tag.key.casefold() for tag in plan.tags}
    for index, grant in enumerate(plan.access):
        for place, key in enumerate(grant.match):
            if key.casefold() not in keys:
                path = f"access[{index}].match[{place}]"
                meant = nearest(key, (tag.key for tag in plan.tags if tag.key not in grant.match))
                fix = replacement('Match on "{key}"', path, meant, key=meant) if meant else None
                yield RULE.finding(path, "The plan has no tag {key}", fix=fix, key=quoted(key))
