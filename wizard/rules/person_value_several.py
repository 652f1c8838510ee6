"""PERS106: a sample person with several values where one must stand."""

from collections.abc import Iterator

from wizard.plan.model import SEPARATORS, Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.received import Received, measured, received_of
from wizard.rules.rule import Example, Rule
from wizard.saml.judgement import SEVERAL

_PEOPLE = "people: [{login: ada@example.com, profile: {teams: [a, 'b:c']}}]}"

RULE = Rule(
    "PERS106",
    Severity.ERROR,
    title=SEVERAL.title,
    explanation=SEVERAL.explanation,
    source=SEVERAL.source,
    examples=(
        Example("{version: 1, tags: [{key: teams, value: user.teams}], " + _PEOPLE, ("people[0].profile.teams",)),
        Example(
            "{version: 1, tags: [{key: teams, value: user.teams, allowed: [a]}], " + _PEOPLE,
            ("people[0].profile.teams",),
        ),
        Example("{version: 1, tags: [{key: teams, value: user.teams, separator: '/'}], " + _PEOPLE),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place that gives several values for a tag without a separator; the cure joins them."""
    for one, found in measured(plan, SEVERAL):
        yield RULE.finding(one.path, found.template, fix=_fix(plan, one), **found.values)


def _fix(plan: Plan, one: Received) -> Fix | None:
    """Return the cure: the first separator that stands in no member of anybody, where no values are allowed."""
    members = "".join(
        member for other in received_of(plan, one.tag_index) if other.value for member in other.value.members
    )
    free = next((sign for sign in SEPARATORS if sign not in members), None)
    if free is None or one.tag.allowed:
        return None
    return replacement('Join the values with "{sign}"', f"tags[{one.tag_index}].separator", free, sign=free)
