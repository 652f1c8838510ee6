"""PERS104: a sample person's value that begins with the prefix which AWS keeps for itself."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import measured
from wizard.rules.rule import Example, Rule
from wizard.saml.judgement import RESERVED

_PLAN = "{version: 1, tags: [{key: team, value: user.team}], people: [{login: ada@example.com, profile: {team: "

RULE = Rule(
    "PERS104",
    Severity.ERROR,
    title=RESERVED.title,
    explanation=RESERVED.explanation,
    source=RESERVED.source,
    examples=(
        Example(_PLAN + "'aws:admins'}}]}", ("people[0].profile.team",)),
        Example(_PLAN + "'AWS: admins'}}]}", ("people[0].profile.team",)),
        Example(_PLAN + "aws-admins}}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place whose value, as it is sent, has the prefix in whatever case."""
    for one, found in measured(plan, RESERVED):
        yield RULE.finding(one.path, found.template, **found.values)
