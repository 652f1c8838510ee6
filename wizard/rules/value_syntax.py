"""VAL102: a value that is no expression."""

from collections.abc import Iterator
from typing import Final

from wizard.okta.expression.fault import ExpressionError
from wizard.plan.model import Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.reading import read
from wizard.rules.rule import Example, Rule

_TYPOGRAPHIC: Final = str.maketrans("“”„‟″«»‘’‚‛′", '"""""""' + "'''''")

RULE = Rule(
    "VAL102",
    Severity.ERROR,
    title="Value is no expression that Okta reads",
    explanation=(
        "Okta refuses the row, or sends its text as it stands to everyone. Brackets, braces and quotes come in pairs; "
        "text stands in straight quotes."
    ),
    source="https://developer.okta.com/docs/reference/okta-expression-language/",
    examples=(
        Example(
            "{version: 1, tags: [{key: a, value: 'String.toUpperCase(user.team'}, {key: b, value: 'user.team + \"x'}, "
            "{key: c, value: 'user.team + “x”'}]}",
            ("tags[0].value", "tags[1].value", "tags[2].value"),
        ),
        Example("{version: 1, tags: [{key: a, value: 'String.toUpperCase(user.team)'}, {key: b, value: ''}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each value that cannot be read, with the column; the cure makes typographic quotes straight."""
    for index, tag in enumerate(plan.tags):
        found = read(tag.value, plan.okta.claims)
        if isinstance(found, ExpressionError) and tag.value.strip():
            path = f"tags[{index}].value"
            fix = _fix(plan, path, tag.value)
            yield RULE.finding(path, "Column {column}: {fault}", fix=fix, column=found.column, fault=found)


def _fix(plan: Plan, path: str, value: str) -> Fix | None:
    straight = value.translate(_TYPOGRAPHIC)
    if isinstance(read(straight, plan.okta.claims), ExpressionError):
        return None
    return replacement("Make the quotes straight", path, straight, safe=True)
