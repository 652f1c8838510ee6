"""PERS102: a sample person's value that is longer than AWS takes."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import measured
from wizard.rules.rule import Example, Rule
from wizard.saml.judgement import LENGTH

RULE = Rule(
    "PERS102",
    Severity.ERROR,
    title=LENGTH.title,
    explanation=LENGTH.explanation,
    source=LENGTH.source,
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
    for one, found in measured(plan, LENGTH):
        yield RULE.finding(one.path, found.template, **found.values)
