"""PERS107: a member of a sample person's list that falls into several."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import received
from wizard.rules.rule import Example, Rule

_TAGS = "{version: 1, tags: [{key: teams, value: user.teams, separator: ':'}], "

RULE = Rule(
    "PERS107",
    Severity.ERROR,
    title="Member of a list holds the separator",
    explanation=(
        "The member arrives as several: a person in the team a:b is taken for a member of a and of b, and gets their "
        "resources. A comma parts a member too, since Okta joins with commas first. Another separator, or other names, "
        "mend it."
    ),
    source=SESSION_TAGS_URL,
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
    for one in received(plan):
        separator = one.tag.separator
        if separator is None or one.value is None:
            continue
        parted = [member for member in one.value.members if separator in member or "," in member]
        if parted:
            sign = separator if separator in parted[0] else ","
            yield RULE.finding(
                one.path,
                "{member} holds {sign}, so the tag {key} would have its parts for members",
                member=quoted(parted[0]),
                sign=quoted(sign),
                key=quoted(one.tag.key),
            )
