"""PERS103: a sample person's value with characters outside AWS's class."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import measured
from wizard.rules.rule import Example, Rule
from wizard.saml.judgement import CHARACTERS

_PLAN = "{version: 1, tags: [{key: team, value: user.team}], people: [{login: ada@example.com, profile: {team: "

RULE = Rule(
    "PERS103",
    Severity.ERROR,
    title=CHARACTERS.title,
    explanation=CHARACTERS.explanation,
    source=CHARACTERS.source,
    examples=(
        Example(_PLAN + '"R&D, O\'Brien"}}]}', ("people[0].profile.team",)),
        Example(_PLAN + '"e\\u0301quipe"}}]}', ("people[0].profile.team",)),
        Example(_PLAN + "Équipe / 日本 1}}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place whose value, as it is sent, has foreign characters, all of them named."""
    for one, found in measured(plan, CHARACTERS):
        yield RULE.finding(one.path, found.template, **found.values)
