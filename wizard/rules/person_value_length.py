"""PERS102: a sample person's value that is longer than AWS takes."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL, TAG_VALUE_LENGTH
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import received
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "PERS102",
    Severity.ERROR,
    title="Value of the session tag is too long",
    explanation=(
        "STS answers Unable to validate tags, and this person cannot sign in at all. A list counts whole, with its "
        "separators; groups of people in many teams reach the limit first."
    ),
    source=SESSION_TAGS_URL,
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], "
            f"people: [{{login: ada@example.com, profile: {{team: {'v' * 257}}}}}]}}",
            ("people[0].profile.team",),
        ),
        Example(
            "{version: 1, tags: [{key: teams, value: user.teams, separator: ':'}], "
            f"people: [{{login: ada@example.com, profile: {{teams: [{'a' * 127}, {'b' * 127}]}}}}]}}",
            ("people[0].profile.teams",),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], "
            f"people: [{{login: ada@example.com, profile: {{team: {'v' * 256}}}}}]}}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place whose value, as it is sent, is over the limit."""
    for one in received(plan):
        count = max((len(text) for text in one.value.values), default=0) if one.value else 0
        if count > TAG_VALUE_LENGTH:
            yield RULE.finding(
                one.path,
                "Tag {key} has {count} characters; AWS allows {limit}",
                key=quoted(one.tag.key),
                count=count,
                limit=TAG_VALUE_LENGTH,
            )
