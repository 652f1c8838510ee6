"""VAL108: a value that always begins with the prefix which AWS keeps for itself."""

from collections.abc import Iterator

from wizard.aws.limits import RESERVED_TAG_PREFIX, TAGS_URL
from wizard.okta.expression.node import Binary, Node
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import constant_text, readings
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL108",
    Severity.ERROR,
    title="Value always begins with aws:",
    explanation=(
        "AWS keeps the prefix for itself in values too and rejects everyone's sign-in. It documents the lower case "
        "only; whether AWS: or Aws: passes is unverified, so the rule refuses them too."
    ),
    source=TAGS_URL,
    examples=(
        Example(
            """{version: 1, tags: [{key: a, value: '"aws:x"'}, {key: b, value: '"AWS:" + user.team'}]}""",
            ("tags[0].value", "tags[1].value"),
        ),
        Example(
            """{version: 1, tags: [{key: a, value: '"my-aws:" + user.team'}, {key: b, value: 'user.a + "aws:"'}]}"""
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each expression whose value begins with a constant that has the prefix."""
    for index, _, reading in readings(plan):
        start = _beginning(reading.expression.root)[: len(RESERVED_TAG_PREFIX)]
        if start.casefold() == RESERVED_TAG_PREFIX:
            yield RULE.finding(
                f"tags[{index}].value",
                "Begins with {start}, which AWS keeps for itself"
                if start == RESERVED_TAG_PREFIX
                else "Begins with {start}; AWS keeps aws: for itself, and whether case matters is not documented",
                start=quoted(start),
            )


def _beginning(node: Node) -> str:
    if isinstance(node, Binary) and node.operator == "+":
        return _beginning(node.operands[0])
    return constant_text(node) or ""
