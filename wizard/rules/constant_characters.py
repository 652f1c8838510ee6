"""VAL107: a constant text in an expression with characters outside AWS's class."""

from collections.abc import Iterator

from wizard.aws.tag_text import SOURCE, foreign_characters
from wizard.plan.model import Plan
from wizard.quoting.wording import characters, quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import readings
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL107",
    Severity.ERROR,
    title="Constant text has characters that AWS refuses",
    explanation="STS rejects the sign-in of everyone whose value holds this text.",
    source=SOURCE,
    examples=(
        Example(
            """{version: 1, tags: [{key: a, value: '"R&D"'}, {key: b, value: 'user.team + ", " + user.city'}, """
            """{key: c, value: 'user.team == "x" ? "a|b" : user.team'}, {key: d, value: 'user.team ?: "n/a (x)"'}]}""",
            tuple(f"tags[{index}].value" for index in range(4)),
        ),
        Example("""{version: 1, tags: [{key: a, value: 'String.replace(user.team, "&", "-") + ":" + "x"'}]}"""),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each expression that puts a text with foreign characters into its value."""
    for index, _, reading in readings(plan):
        for text in reading.constants:
            foreign = foreign_characters(text)
            if foreign:
                yield RULE.finding(
                    f"tags[{index}].value",
                    "{text}: {characters} cannot stand in a tag value",
                    text=quoted(text),
                    characters=characters(foreign),
                )
                break
