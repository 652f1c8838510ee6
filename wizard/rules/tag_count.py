"""TAG107: more session tags than AWS takes."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS, SESSION_TAGS_URL
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_TAGS = ", ".join(f"{{key: k{number}, value: user.k{number}}}" for number in range(51))

RULE = Rule(
    "TAG107",
    Severity.ERROR,
    title="Too many session tags",
    explanation="STS rejects the whole sign-in, for every person.",
    source=SESSION_TAGS_URL,
    examples=(
        Example(f"{{version: 1, tags: [{_TAGS}]}}", ("tags",)),
        Example(f"{{version: 1, tags: [{_TAGS.rpartition(', {')[0]}]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the list of tags where it is too long."""
    if len(plan.tags) > SESSION_TAGS:
        yield RULE.finding("tags", "{count} tags; AWS allows {limit}", count=len(plan.tags), limit=SESSION_TAGS)
