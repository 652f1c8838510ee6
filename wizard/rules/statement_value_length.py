"""OKTA104: an attribute statement whose value is longer than Okta takes."""

from collections.abc import Iterator

from wizard.okta.limits import STATEMENT_VALUE_LENGTH, STATEMENTS_SOURCE
from wizard.okta.statements import tag_expression
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_JOINED = 'separator: ":"'

RULE = Rule(
    "OKTA104",
    Severity.ERROR,
    title="Value of the attribute statement is too long",
    explanation=(
        "Okta does not take the row. Its own advice is to compute the value in an attribute of the app's user profile, "
        "through the profile mapping, and to refer to that attribute here: appuser.NAME."
    ),
    source=STATEMENTS_SOURCE,
    examples=(
        Example(f"{{version: 1, tags: [{{key: team, value: {'user.' + 'a' * 1020}}}]}}", ("tags[0].value",)),
        Example(f"{{version: 1, tags: [{{key: team, value: {'user.' + 'a' * 1019}, {_JOINED}}}]}}", ("tags[0].value",)),
        Example(f"{{version: 1, tags: [{{key: team, value: {'user.' + 'a' * 1019}}}]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each value that is too long as it is typed into Okta: a list tag with the expression that joins it."""
    for index, tag in enumerate(plan.tags):
        count = len(tag_expression(tag))
        if count > STATEMENT_VALUE_LENGTH:
            yield RULE.finding(
                f"tags[{index}].value",
                "{count} characters; Okta allows {limit}"
                if tag.separator is None
                else "{count} characters with the functions that join the list; Okta allows {limit}",
                count=count,
                limit=STATEMENT_VALUE_LENGTH,
            )
