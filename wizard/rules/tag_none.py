"""TAG108: a plan that sends no tag."""

from collections.abc import Iterator

from wizard.aws.limits import SESSION_TAGS_URL
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG108",
    Severity.WARNING,
    title="Plan has no session tag",
    explanation="Okta would send nothing that AWS could match: there is nothing to set up yet.",
    source=SESSION_TAGS_URL,
    examples=(
        Example("{version: 1, tags: []}", ("tags",)),
        Example("{version: 1, tags: [{key: team, value: user.team}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the list of tags where it is empty."""
    if not plan.tags:
        yield RULE.finding("tags", "No tag; Okta would send nothing")
