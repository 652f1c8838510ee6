"""AWS104: roles, and no account for them."""

from collections.abc import Iterator

from wizard.language import Numbered
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS104",
    Severity.WARNING,
    title="Plan has roles and no account",
    explanation="A trust policy names its account, so none would be written, and nobody could sign in to the roles.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html",
    examples=(
        Example("{version: 1, tags: [], aws: {roles: [{name: abac}]}}", ("aws.accounts",)),
        Example("{version: 1, tags: [], aws: {accounts: ['111122223333'], roles: [{name: abac}]}}"),
        Example("{version: 1, tags: []}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the accounts where there are none for the roles."""
    count = len(plan.aws.roles)
    if count and not plan.aws.accounts:
        template = Numbered("No account for {count} role", "No account for {count} roles", count)
        yield RULE.finding("aws.accounts", template, count=count)
