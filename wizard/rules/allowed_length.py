"""VAL111: an allowed value that no session tag can have, for its length."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL, TAG_VALUE_LENGTH
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL111",
    Severity.ERROR,
    title="Allowed value is too long",
    explanation="No session tag can have this value: STS rejects the sign-in that brings it.",
    source=SESSION_TAGS_URL,
    examples=(
        Example(
            f"{{version: 1, tags: [{{key: t, value: user.t, allowed: [a, {'v' * 257}]}}]}}", ("tags[0].allowed[1]",)
        ),
        Example(f"{{version: 1, tags: [{{key: t, value: user.t, allowed: [{'v' * 256}]}}]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each allowed value over the limit."""
    for index, tag in enumerate(plan.tags):
        for place, value in enumerate(tag.allowed):
            if len(value) > TAG_VALUE_LENGTH:
                yield RULE.finding(
                    f"tags[{index}].allowed[{place}]",
                    "{count} characters; AWS allows {limit}",
                    count=len(value),
                    limit=TAG_VALUE_LENGTH,
                )
