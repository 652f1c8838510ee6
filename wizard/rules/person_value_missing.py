"""PERS105: a sample person without a required tag."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import measured
from wizard.rules.rule import Example, Rule
from wizard.saml.judgement import MISSING

_PEOPLE = "people: [{login: ada@example.com, profile: {team: ''}}, {login: bob@example.com, profile: {teams: []}}]}"

RULE = Rule(
    "PERS105",
    Severity.WARNING,
    title=MISSING.title,
    explanation=MISSING.explanation,
    source=MISSING.source,
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
    for one, found in measured(plan, MISSING):
        yield RULE.finding(one.path, found.template, **found.values)
