"""PERS108: a sample person's value that the trust policy does not accept."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import measured
from wizard.rules.rule import Example, Rule
from wizard.saml.judgement import NOT_ALLOWED

_TAGS = "{version: 1, tags: [{key: team, value: user.team, allowed: [platform, data]}], "

RULE = Rule(
    "PERS108",
    Severity.WARNING,
    title=NOT_ALLOWED.title,
    explanation=NOT_ALLOWED.explanation,
    source=NOT_ALLOWED.source,
    examples=(
        Example(
            _TAGS + "people: [{login: ada@example.com, profile: {team: Platform}}, "
            "{login: bob@example.com, profile: {team: sales}}]}",
            ("people[0].profile.team", "people[1].profile.team"),
        ),
        Example(_TAGS + "people: [{login: ada@example.com, profile: {team: data}}]}"),
        Example(_TAGS + "people: [{login: ada@example.com, profile: {team: ''}}]}"),
        Example(
            '{version: 1, tags: [{key: team, value: user.teams, separator: ":", allowed: [a]}], '
            "people: [{login: ada@example.com, profile: {teams: [a]}}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place whose value is none of those that are allowed for the tag, with the nearest of them.

    Nothing of a list tag, which has no allowed values: that is an error of the tag, not of a person.
    """
    for one, found in measured(plan, NOT_ALLOWED):
        if one.tag.separator is None:
            yield RULE.finding(one.path, found.template, **found.values)
