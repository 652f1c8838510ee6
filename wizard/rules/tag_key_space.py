"""TAG110: white space around a key, which AWS takes as part of it."""

from collections.abc import Iterator

from wizard.aws.tag_text import SOURCE
from wizard.language import Numbered
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import renaming
from wizard.rules.finding import Finding, Severity
from wizard.rules.naming import free
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG110",
    Severity.WARNING,
    title="White space surrounds a session tag key",
    explanation=(
        "AWS counts a space as part of the key: no policy and no resource tag that is written without it matches, "
        "and nobody sees the difference."
    ),
    source=SOURCE,
    examples=(
        Example(
            '{version: 1, tags: [{key: "team ", value: user.team}, {key: " ", value: x}]}',
            ("tags[0].key", "tags[1].key"),
        ),
        Example('{version: 1, tags: [{key: "cost center", value: user.costCenter}]}'),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each key with white space at an end; the cure trims it."""
    for index, tag in enumerate(plan.tags):
        trimmed = tag.key.strip()
        if trimmed != tag.key:
            key = free(plan, trimmed, index)
            fix = renaming('Call it "{key}"', index, key, key=key) if key else None
            count = len(tag.key) - len(trimmed)
            yield RULE.finding(
                f"tags[{index}].key",
                Numbered("{count} character of it around {key}", "{count} characters of it around {key}", count),
                fix=fix,
                count=count,
                key=quoted(trimmed),
            )
