"""PERS108: a sample person's value that the trust policy does not accept."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL
from wizard.plan.model import Plan
from wizard.quoting.spelling import nearest
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import received
from wizard.rules.rule import Example, Rule

_TAGS = "{version: 1, tags: [{key: team, value: user.team, allowed: [platform, data]}], "

RULE = Rule(
    "PERS108",
    Severity.WARNING,
    title="Value of the session tag is not allowed",
    explanation=(
        "The trust policy refuses this person's sign-in, as it is meant to. IAM compares values with regard to case, "
        "so Platform is not platform."
    ),
    source=SESSION_TAGS_URL,
    examples=(
        Example(
            _TAGS + "people: [{login: ada@example.com, profile: {team: Platform}}, "
            "{login: bob@example.com, profile: {team: sales}}]}",
            ("people[0].profile.team", "people[1].profile.team"),
        ),
        Example(_TAGS + "people: [{login: ada@example.com, profile: {team: data}}]}"),
        Example(_TAGS + "people: [{login: ada@example.com, profile: {team: ''}}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place whose value is none of those that are allowed for the tag, with the nearest of them."""
    for one in received(plan):
        tag = one.tag
        if not tag.allowed or tag.separator is not None or one.value is None:
            continue
        for value in one.value.values:
            if value and value not in tag.allowed:
                near = nearest(value, tag.allowed)
                yield RULE.finding(
                    one.path,
                    "{value} is not allowed for the tag {key}; {near} is"
                    if near
                    else "{value} is not allowed for the tag {key}",
                    value=quoted(value),
                    key=quoted(tag.key),
                    near=quoted(near or ""),
                )
