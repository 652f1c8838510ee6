"""OKTA103: an attribute statement whose name is longer than Okta takes."""

from collections.abc import Iterator

from wizard.okta.attribute_names import principal_tag
from wizard.okta.limits import STATEMENT_NAME_LENGTH, STATEMENTS_SOURCE
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_LONGEST = STATEMENT_NAME_LENGTH - len(principal_tag(""))

RULE = Rule(
    "OKTA103",
    Severity.ERROR,
    title="Name of the attribute statement is too long",
    explanation="Okta does not take the row: the name is the key with AWS's attribute name in front of it.",
    source=STATEMENTS_SOURCE,
    examples=(
        Example(f"{{version: 1, tags: [{{key: {'k' * (_LONGEST + 1)}, value: user.team}}]}}", ("tags[0].key",)),
        Example(f"{{version: 1, tags: [{{key: {'k' * _LONGEST}, value: user.team}}]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each key that makes the statement's name too long."""
    for index, tag in enumerate(plan.tags):
        if len(tag.key) > _LONGEST:
            yield RULE.finding(
                f"tags[{index}].key",
                "{count} characters with {prefix} in front; Okta allows {limit}",
                count=len(principal_tag(tag.key)),
                prefix=principal_tag(""),
                limit=STATEMENT_NAME_LENGTH,
            )
