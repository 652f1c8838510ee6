"""TAG101: a key longer than AWS takes."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL, TAG_KEY_LENGTH
from wizard.plan.model import Plan
from wizard.rules.cure import renaming
from wizard.rules.finding import Finding, Severity
from wizard.rules.naming import free
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG101",
    Severity.ERROR,
    title="Session tag key is too long",
    explanation="STS rejects the whole sign-in, for every person, not just the one tag.",
    source=SESSION_TAGS_URL,
    examples=(
        Example(f"{{version: 1, tags: [{{key: {'k' * 129}, value: user.team}}]}}", ("tags[0].key",)),
        Example(f"{{version: 1, tags: [{{key: {'k' * 128}, value: user.team}}]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each key over the limit; the cure cuts it."""
    for index, tag in enumerate(plan.tags):
        if len(tag.key) > TAG_KEY_LENGTH:
            short = free(plan, tag.key[:TAG_KEY_LENGTH].strip(), index)
            fix = renaming("Cut it to {limit} characters", index, short, limit=TAG_KEY_LENGTH) if short else None
            yield RULE.finding(
                f"tags[{index}].key",
                "{count} characters; AWS allows {limit}",
                fix=fix,
                count=len(tag.key),
                limit=TAG_KEY_LENGTH,
            )
