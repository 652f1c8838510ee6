"""ACC105: a matched key that cannot be written into a policy variable and mean itself."""

from collections.abc import Iterator

from wizard.aws.permissions import Reason, left_out
from wizard.aws.policy_text import SOURCE
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule
from wizard.rules.wording import quoted

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
    for part in left_out(plan):
        if part.reason is Reason.UNWRITABLE_KEY:
            yield RULE.finding(part.path, "{key}; the whole grant is left out", key=quoted(part.subject))
