"""PERS105: a sample person without a required tag."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import received
from wizard.rules.rule import Example, Rule

_PEOPLE = "people: [{login: ada@example.com, profile: {team: ''}}, {login: bob@example.com, profile: {teams: []}}]}"

RULE = Rule(
    "PERS105",
    Severity.WARNING,
    title="Person lacks a required session tag",
    explanation=(
        "The trust policy refuses this person's sign-in, as it is meant to; empty counts as without. Give the person a "
        "value, the expression a default, or make the tag optional."
    ),
    source=SESSION_TAGS_URL,
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], " + _PEOPLE,
            ("people[0].profile.team", "people[1].profile"),
        ),
        Example(
            "{version: 1, tags: [{key: teams, value: user.teams, separator: ':'}], " + _PEOPLE,
            ("people[0].profile", "people[1].profile.teams"),
        ),
        Example("{version: 1, tags: [{key: team, value: user.team, required: false}], " + _PEOPLE),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], "
            "people: [{login: ada@example.com, profile: {team: platform}}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place that gives no value, or an empty one, for a required tag."""
    for one in received(plan):
        if one.tag.required and one.value and not any(one.value.members):
            yield RULE.finding(one.path, "No value for the required tag {key}", key=quoted(one.tag.key))
