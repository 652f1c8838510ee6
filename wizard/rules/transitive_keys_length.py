"""OKTA105: the row of TransitiveTagKeys is longer than Okta takes."""

from collections.abc import Iterator

from wizard.language import Numbered
from wizard.okta.limits import STATEMENT_VALUE_LENGTH, STATEMENTS_SOURCE
from wizard.okta.literal import array
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_TAGS = ", ".join(f"{{key: {'k' * 100}{number}, value: user.a, transitive: true}}" for number in range(10))

RULE = Rule(
    "OKTA105",
    Severity.ERROR,
    title="List of transitive keys is too long",
    explanation=(
        "Okta does not take the row of TransitiveTagKeys, which names every transitive key. Shorter keys, or fewer "
        "transitive tags, make it fit."
    ),
    source=STATEMENTS_SOURCE,
    examples=(
        Example(f"{{version: 1, tags: [{_TAGS}]}}", ("tags",)),
        Example(f"{{version: 1, tags: [{_TAGS.rpartition(', {')[0]}]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the list of tags where the row of the transitive ones is too long."""
    keys = plan.transitive_keys()
    count = len(array(keys))
    if count > STATEMENT_VALUE_LENGTH:
        yield RULE.finding(
            "tags",
            Numbered(
                "{count} characters for {keys} key; Okta allows {limit}",
                "{count} characters for {keys} keys; Okta allows {limit}",
                len(keys),
            ),
            count=count,
            keys=len(keys),
            limit=STATEMENT_VALUE_LENGTH,
        )
