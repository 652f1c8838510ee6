"""PERS110: an empty member in a sample person's list."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import measured
from wizard.rules.rule import Example, Rule
from wizard.saml.judgement import MEMBER_EMPTY

_TAGS = "{version: 1, tags: [{key: teams, value: user.teams, separator: ':'}], "

RULE = Rule(
    "PERS110",
    Severity.WARNING,
    title=MEMBER_EMPTY.title,
    explanation=MEMBER_EMPTY.explanation,
    source=MEMBER_EMPTY.source,
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
    for one, found in measured(plan, MEMBER_EMPTY):
        yield RULE.finding(one.path, found.template, **found.values)
