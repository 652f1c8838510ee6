"""TAG106: keys that differ only in case are one key to AWS."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG106",
    Severity.ERROR,
    title="Session tag keys differ only in case",
    explanation="STS rejects the whole sign-in: Duplicate tag keys found. Tag keys are case insensitive.",
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: department, value: user.department}, {key: Department, value: user.division}]}",
            ("tags[1].key",),
        ),
        Example("{version: 1, tags: [{key: team, value: user.team}, {key: teams, value: user.team}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each tag whose key an earlier tag has in another case."""
    seen: dict[str, str] = {}
    exact: set[str] = set()
    for index, tag in enumerate(plan.tags):
        first = seen.setdefault(tag.key.casefold(), tag.key)
        if first != tag.key and tag.key not in exact:
            yield RULE.finding(
                f"tags[{index}].key",
                "{key} and {first} are one key to AWS",
                fix=removal("Take this tag away", f"tags[{index}]"),
                key=quoted(tag.key),
                first=quoted(first),
            )
        exact.add(tag.key)
