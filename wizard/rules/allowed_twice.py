"""VAL114: the same allowed value twice."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL114",
    Severity.WARNING,
    title="Allowed value stands twice",
    explanation="The second one changes nothing; another value was perhaps meant.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html",
    examples=(
        Example("{version: 1, tags: [{key: team, value: user.team, allowed: [a, b, a]}]}", ("tags[0].allowed[2]",)),
        Example("{version: 1, tags: [{key: team, value: user.team, allowed: [a, A]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each allowed value that an earlier one equals; the cure takes it away."""
    for index, tag in enumerate(plan.tags):
        for place, value in enumerate(tag.allowed):
            if value in tag.allowed[:place]:
                path = f"tags[{index}].allowed[{place}]"
                fix = removal("Take it away", path, safe=True)
                yield RULE.finding(path, "{value} is allowed already", fix=fix, value=quoted(value))
