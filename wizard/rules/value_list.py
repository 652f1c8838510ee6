"""VAL105: an array where one value must stand."""

from collections.abc import Iterator
from typing import Final

from wizard.aws.limits import SESSION_TAGS_URL
from wizard.okta.expression.value_type import ValueType
from wizard.plan.model import Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import readings
from wizard.rules.rule import Example, Rule

_USUAL: Final = ":"

RULE = Rule(
    "VAL105",
    Severity.ERROR,
    title="Expression gives an array where one value must stand",
    explanation=(
        "AWS takes one value for each session tag. Okta would send several, or one with commas, which AWS refuses. "
        "With a separator the list becomes one value such as :a:b:, and the policies look for a member in it."
    ),
    source=SESSION_TAGS_URL,
    examples=(
        Example(
            """{version: 1, tags: [{key: a, value: '{"x", "y"}'}, {key: b, value: 'Arrays.add(user.teams, "z")'}, """
            """{key: c, value: session.amr, allowed: [pwd]}]}""",
            ("tags[0].value", "tags[1].value", "tags[2].value"),
        ),
        Example("""{version: 1, tags: [{key: a, value: 'Arrays.add(user.teams, "z")', separator: '/'}]}"""),
        Example("""{version: 1, tags: [{key: a, value: Arrays.toCsvString(user.teams)}]}"""),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each expression that gives an array to a tag without a separator; the cure joins it."""
    for index, tag, reading in readings(plan):
        if reading.type is ValueType.ARRAY and tag.separator is None:
            fix = replacement('Join it with "{sign}"', f"tags[{index}].separator", _USUAL, sign=_USUAL)
            yield RULE.finding(
                f"tags[{index}].value",
                "The value is an array, and the tag has no separator",
                fix=None if tag.allowed else fix,
            )
