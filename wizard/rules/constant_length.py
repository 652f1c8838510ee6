"""VAL109: a constant value that is longer than AWS takes."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL, TAG_VALUE_LENGTH
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import readings
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL109",
    Severity.ERROR,
    title="Constant text is longer than a value may be",
    explanation="STS answers Unable to validate tags, and nobody whose value holds this text can sign in.",
    source=SESSION_TAGS_URL,
    examples=(
        Example(f"""{{version: 1, tags: [{{key: a, value: '"{"v" * 257}"'}}]}}""", ("tags[0].value",)),
        Example(f"""{{version: 1, tags: [{{key: a, value: '"{"v" * 256}"'}}]}}"""),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each expression that puts a text over the limit into its value."""
    for index, _, reading in readings(plan):
        count = max((len(text) for text in reading.constants), default=0)
        if count > TAG_VALUE_LENGTH:
            yield RULE.finding(
                f"tags[{index}].value",
                "{count} characters; AWS allows {limit}",
                count=count,
                limit=TAG_VALUE_LENGTH,
            )
