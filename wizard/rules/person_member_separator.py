"""PERS107: a member of a sample person's list that falls into several."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import measured
from wizard.rules.rule import Example, Rule
from wizard.saml.judgement import MEMBER_SEPARATOR

_TAGS = "{version: 1, tags: [{key: teams, value: user.teams, separator: ':'}], "

RULE = Rule(
    "PERS107",
    Severity.ERROR,
    title=MEMBER_SEPARATOR.title,
    explanation=MEMBER_SEPARATOR.explanation,
    source=MEMBER_SEPARATOR.source,
    examples=(
        Example(
            _TAGS + "people: [{login: ada@example.com, profile: {teams: ['a:b', c]}}]}", ("people[0].profile.teams",)
        ),
        Example(_TAGS + "people: [{login: ada@example.com, profile: {teams: ['a,b']}}]}", ("people[0].profile.teams",)),
        Example(_TAGS + "people: [{login: ada@example.com, profile: {teams: [a/b, c]}}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place whose list has a member with the separator, or a comma, in it."""
    for one, found in measured(plan, MEMBER_SEPARATOR):
        yield RULE.finding(one.path, found.template, **found.values)
