"""ACC105: a matched key that cannot be written into a policy variable and mean itself."""

from collections.abc import Iterator

from wizard.aws.policy_text import SOURCE, can_be_variable
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC105",
    Severity.ERROR,
    title="Matched key cannot stand in a policy variable",
    explanation=(
        "The variable ${aws:PrincipalTag/KEY} would end early, take a default or mean another key. A policy without "
        "the condition would grant too much, so the grant is left out whole. Another key for the tag mends it."
    ),
    source=SOURCE,
    examples=(
        Example(
            '{version: 1, tags: [{key: "team}", value: user.team}, {key: "env ", value: user.env}], '
            'access: [{name: own, match: ["team}", "env "]}]}',
            ("access[0].match[0]", "access[0].match[1]"),
        ),
        Example("{version: 1, tags: [{key: cost center, value: user.a}], access: [{name: own, match: [cost center]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each matched key that the policies leave out for its characters."""
    unwritable = {tag.key.casefold() for tag in plan.tags if not can_be_variable(tag.key)}
    for index, grant in enumerate(plan.access):
        for place, key in enumerate(grant.match):
            if key.casefold() in unwritable:
                path = f"access[{index}].match[{place}]"
                yield RULE.finding(path, "{key}; the whole grant is left out", key=quoted(key))
