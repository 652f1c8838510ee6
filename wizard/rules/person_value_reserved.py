"""PERS104: a sample person's value that begins with the prefix which AWS keeps for itself."""

from collections.abc import Iterator

from wizard.aws.limits import RESERVED_TAG_PREFIX, TAGS_URL
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import received
from wizard.rules.rule import Example, Rule

_PLAN = "{version: 1, tags: [{key: team, value: user.team}], people: [{login: ada@example.com, profile: {team: "

RULE = Rule(
    "PERS104",
    Severity.ERROR,
    title="Value of the session tag begins with aws:",
    explanation=(
        "AWS keeps the prefix for itself in values too and rejects this person's sign-in. It documents the lower case "
        "only; whether AWS: or Aws: passes is unverified, so the rule refuses them too."
    ),
    source=TAGS_URL,
    examples=(
        Example(_PLAN + "'aws:admins'}}]}", ("people[0].profile.team",)),
        Example(_PLAN + "'AWS: admins'}}]}", ("people[0].profile.team",)),
        Example(_PLAN + "aws-admins}}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place whose value, as it is sent, has the prefix in whatever case."""
    for one in received(plan):
        for text in one.value.values if one.value else ():
            start = text[: len(RESERVED_TAG_PREFIX)]
            if start.casefold() == RESERVED_TAG_PREFIX:
                yield RULE.finding(
                    one.path,
                    "Tag {key} begins with {start}, which AWS keeps for itself"
                    if start == RESERVED_TAG_PREFIX
                    else "Tag {key} begins with {start}; AWS keeps aws: for itself, and whether case matters is not "
                    "documented",
                    key=quoted(one.tag.key),
                    start=quoted(start),
                )
