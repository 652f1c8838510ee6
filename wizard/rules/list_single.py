"""VAL125: a separator on a value that is no array."""

from collections.abc import Iterator
from typing import Final

from wizard.okta.expression.value_type import ValueType
from wizard.okta.statements import LIST_JOIN_SOURCE
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import readings
from wizard.rules.rule import Example, Rule

_SINGLE: Final = (ValueType.STRING, ValueType.INTEGER, ValueType.NUMBER, ValueType.BOOLEAN)

RULE = Rule(
    "VAL125",
    Severity.WARNING,
    title="Tag has a separator and one value",
    explanation=(
        "The functions that join the list take a text for a list with commas: it is sent as :value:, and one that "
        "holds a comma falls into several. Without the separator the value is sent as it is."
    ),
    source=LIST_JOIN_SOURCE,
    examples=(
        Example("{version: 1, tags: [{key: a, value: user.department, separator: ':'}]}", ("tags[0].separator",)),
        Example("{version: 1, tags: [{key: a, value: user.teams, separator: ':'}]}"),
        Example("{version: 1, tags: [{key: a, value: Arrays.toCsvString(user.teams), separator: ':'}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each separator of a value whose type is surely a single one; the cure takes it away."""
    for index, tag, reading in readings(plan):
        csv = "tocsvstring" in tag.value.casefold()
        if tag.separator is not None and reading.type in _SINGLE and not csv:
            path = f"tags[{index}].separator"
            yield RULE.finding(
                path,
                "{sign}, and the value is of the type {type}",
                fix=replacement("Take the separator away", path, None),
                sign=quoted(tag.separator),
                type=reading.type.value,
            )
