"""VAL116: white space around an expression."""

from collections.abc import Iterator

from wizard.language import Numbered
from wizard.okta.limits import STATEMENTS_SOURCE
from wizard.plan.model import Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL116",
    Severity.WARNING,
    title="White space surrounds the expression",
    explanation=(
        "It is copied into Okta's row as it stands. Whether Okta trims it is unverified; in a row without quotes it "
        "could become part of the value."
    ),
    source=STATEMENTS_SOURCE,
    verified=False,
    examples=(
        Example('{version: 1, tags: [{key: team, value: " user.team\\n"}]}', ("tags[0].value",)),
        Example("{version: 1, tags: [{key: team, value: user.team}, {key: a, value: ' '}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each expression with white space at an end; the cure trims it, which changes no expression."""
    for index, tag in enumerate(plan.tags):
        trimmed = tag.value.strip()
        if trimmed and trimmed != tag.value:
            path = f"tags[{index}].value"
            fix = replacement("Trim it", path, trimmed, safe=True)
            count = len(tag.value) - len(trimmed)
            template = Numbered(
                "{count} character of white space at the ends", "{count} characters of white space at the ends", count
            )
            yield RULE.finding(path, template, fix=fix, count=count)
