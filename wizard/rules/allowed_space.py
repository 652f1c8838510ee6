"""VAL115: white space around an allowed value, which AWS takes as part of it."""

from collections.abc import Iterator

from wizard.aws.tag_text import SOURCE
from wizard.language import Numbered
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL115",
    Severity.WARNING,
    title="White space surrounds an allowed value",
    explanation=(
        "IAM compares every space, so a person whose value has none at that end is refused; whether AWS trims the "
        "value that arrives is unverified."
    ),
    source=SOURCE,
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team, allowed: ['eng ', ' ']}]}",
            ("tags[0].allowed[0]", "tags[0].allowed[1]"),
        ),
        Example("{version: 1, tags: [{key: team, value: user.team, allowed: [site reliability]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each allowed value with white space at an end; the cure trims it."""
    for index, tag in enumerate(plan.tags):
        for place, value in enumerate(tag.allowed):
            trimmed = value.strip()
            if trimmed != value:
                path = f"tags[{index}].allowed[{place}]"
                fix = replacement('Allow "{value}"', path, trimmed, value=trimmed) if trimmed else None
                count = len(value) - len(trimmed)
                yield RULE.finding(
                    path,
                    Numbered(
                        "{count} character of it around {value}", "{count} characters of it around {value}", count
                    ),
                    fix=fix,
                    count=count,
                    value=quoted(trimmed),
                )
