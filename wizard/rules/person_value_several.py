"""PERS106: a sample person with several values where one must stand."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL
from wizard.plan.model import SEPARATORS, Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.received import Received, received
from wizard.rules.rule import Example, Rule

_PEOPLE = "people: [{login: ada@example.com, profile: {teams: [a, 'b:c']}}]}"

RULE = Rule(
    "PERS106",
    Severity.ERROR,
    title="Person has several values for a tag of one",
    explanation=(
        "AWS takes one value for each session tag and documents no list; what it answers to several is unverified. "
        "With a separator, the list becomes one value such as :a:b:, and the policies look for a member in it."
    ),
    source=SESSION_TAGS_URL,
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
    for one in received(plan):
        if one.tag.separator is None and one.value and len(one.value.values) > 1:
            yield RULE.finding(
                one.path,
                "{count} values for the tag {key}; AWS takes one",
                fix=_fix(plan, one),
                count=len(one.value.values),
                key=quoted(one.tag.key),
            )


def _fix(plan: Plan, one: Received) -> Fix | None:
    """Return the cure: the first separator that stands in no member of anybody, where no values are allowed."""
    members = "".join(
        member
        for other in received(plan)
        if other.tag_index == one.tag_index and other.value
        for member in other.value.members
    )
    free = next((sign for sign in SEPARATORS if sign not in members), None)
    if free is None or one.tag.allowed:
        return None
    return replacement('Join the values with "{sign}"', f"tags[{one.tag_index}].separator", free, sign=free)
