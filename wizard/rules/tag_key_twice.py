"""TAG105: the same key on two tags."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG105",
    Severity.ERROR,
    title="Session tag key stands twice",
    explanation=(
        "STS rejects the whole sign-in: Duplicate tag keys found. Okta rejects the second row too, since the names "
        "of attribute statements must differ."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}, {key: team, value: user.squad}]}", ("tags[1].key",)
        ),
        Example(
            "{version: 1, tags: [{key: a, value: user.a}, {key: a, value: user.a}, {key: a, value: user.a}]}",
            ("tags[1].key", "tags[2].key"),
        ),
        Example("{version: 1, tags: [{key: team, value: user.team}, {key: Team, value: user.team}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each tag whose key an earlier tag has; the cure takes it away, safely where it is the same tag."""
    seen: dict[str, int] = {}
    for index, tag in enumerate(plan.tags):
        first = seen.setdefault(tag.key, index)
        if first != index and tag.key:
            fix = removal("Take this tag away", f"tags[{index}]", safe=tag == plan.tags[first])
            yield RULE.finding(
                f"tags[{index}].key", "{key} is tag {first} already", fix=fix, key=quoted(tag.key), first=first + 1
            )
