"""TAG118: allowed values beside a separator."""

from collections.abc import Iterator

from wizard.language import Numbered
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG118",
    Severity.ERROR,
    title="List tag has allowed values",
    explanation=(
        "A list arrives as one text such as :a:b:, and IAM compares whole texts. It cannot check the members, so the "
        "trust policy would refuse everyone or say less than it seems to."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
    examples=(
        Example(
            '{version: 1, tags: [{key: team, value: user.teams, separator: ":", allowed: [a, b]}]}',
            ("tags[0].allowed",),
        ),
        Example('{version: 1, tags: [{key: team, value: user.teams, separator: ":"}]}'),
        Example("{version: 1, tags: [{key: team, value: user.team, allowed: [a, b]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the allowed values of each list tag; the cure drops them."""
    for index, tag in enumerate(plan.tags):
        if tag.separator is not None and tag.allowed:
            path = f"tags[{index}].allowed"
            yield RULE.finding(
                path,
                Numbered(
                    "{count} allowed value beside the separator {separator}",
                    "{count} allowed values beside the separator {separator}",
                    len(tag.allowed),
                ),
                fix=replacement("Drop the allowed values", path, ()),
                count=len(tag.allowed),
                separator=quoted(tag.separator),
            )
