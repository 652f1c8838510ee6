"""PERS110: an empty member in a sample person's list."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import received
from wizard.rules.rule import Example, Rule

_TAGS = "{version: 1, tags: [{key: teams, value: user.teams, separator: ':'}], "

RULE = Rule(
    "PERS110",
    Severity.WARNING,
    title="List has an empty member",
    explanation=(
        "Two separators stand side by side in the value. The policies refuse resources with an empty tag, so the empty "
        "member gives nothing; it takes room in the value, and hides a gap in the person's data."
    ),
    source=SESSION_TAGS_URL,
    examples=(
        Example(
            _TAGS + "people: [{login: ada@example.com, profile: {teams: [a, '', b]}}]}", ("people[0].profile.teams",)
        ),
        Example(_TAGS + "people: [{login: ada@example.com, profile: {teams: [a, b]}}]}"),
        Example(_TAGS + "people: [{login: ada@example.com, profile: {teams: ['']}}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place whose list has an empty member beside others."""
    for one in received(plan):
        if one.tag.separator is not None and one.value and any(one.value.members) and "" in one.value.members:
            yield RULE.finding(one.path, "An empty member in the tag {key}", key=quoted(one.tag.key))
