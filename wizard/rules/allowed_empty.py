"""VAL112: an empty allowed value."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL112",
    Severity.ERROR,
    title="Allowed value is empty",
    explanation=(
        "An empty tag counts as no tag. A required tag is never empty, and an optional one may be empty whatever is "
        "allowed, so the entry says nothing; where it is the only one, nobody could sign in as it was meant."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
    examples=(
        Example("{version: 1, tags: [{key: team, value: user.team, allowed: ['', eng]}]}", ("tags[0].allowed[0]",)),
        Example("{version: 1, tags: [{key: team, value: user.team, allowed: ['']}]}", ("tags[0].allowed[0]",)),
        Example("{version: 1, tags: [{key: team, value: user.team, allowed: [eng]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each empty allowed value; the cure takes it away where others stay, since none would allow all."""
    for index, tag in enumerate(plan.tags):
        for place, value in enumerate(tag.allowed):
            if not value:
                path = f"tags[{index}].allowed[{place}]"
                fix = removal("Take it away", path, safe=True) if any(tag.allowed) else None
                yield RULE.finding(path, "Empty; a required tag has at least one character", fix=fix)
