"""AWS105: grants, and no role to give them."""

from collections.abc import Iterator

from wizard.language import Numbered
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS105",
    Severity.WARNING,
    title="Plan has grants and no role",
    explanation="People sign in to a role; without one, no policy is written and nobody gets what the grants say.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html",
    examples=(
        Example("{version: 1, tags: [], access: [{name: own}]}", ("aws.roles",)),
        Example("{version: 1, tags: [], aws: {roles: [{name: abac, access: [own]}]}, access: [{name: own}]}"),
        Example("{version: 1, tags: []}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the roles where there are none for the grants."""
    count = len(plan.access)
    if count and not plan.aws.roles:
        template = Numbered("No role for {count} grant", "No role for {count} grants", count)
        yield RULE.finding("aws.roles", template, count=count)
