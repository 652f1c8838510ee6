"""TAG102: a tag without a key."""

from collections.abc import Iterator

from wizard.aws.limits import TAG_KEY_LENGTH
from wizard.plan.model import Plan
from wizard.rules.cure import renaming
from wizard.rules.finding import Finding, Severity
from wizard.rules.naming import attribute_name, free
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG102",
    Severity.ERROR,
    title="Session tag has no key",
    explanation="STS rejects the whole sign-in: a key has at least one character.",
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: '', value: user.team}, {key: '', value: x}]}", ("tags[0].key", "tags[1].key")
        ),
        Example("{version: 1, tags: [{key: team, value: user.team}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each empty key; the cure takes the name of the attribute that gives the value."""
    for index, tag in enumerate(plan.tags):
        if not tag.key:
            name = free(plan, attribute_name(tag.value), index)
            fix = renaming('Call it "{key}"', index, name, key=name) if name else None
            yield RULE.finding(
                f"tags[{index}].key", "Empty; AWS asks for 1 to {limit} characters", fix=fix, limit=TAG_KEY_LENGTH
            )
