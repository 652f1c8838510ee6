"""OKTA106: federated claims, which Okta documents for custom apps only."""

from collections.abc import Iterator

from wizard.plan.model import Claims, Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "OKTA106",
    Severity.WARNING,
    title="Federated claims on an app of the integration network",
    explanation=(
        "Okta documents federated claims for custom app integrations. Whether the AWS app of the integration network "
        "sends them, whether a claim's name may hold : and /, and which name format it gets, is unverified. Attribute "
        "statements are documented for this app."
    ),
    source="https://developer.okta.com/docs/guides/federated-claims/",
    verified=False,
    examples=(
        Example(
            "{version: 1, okta: {claims: federated}, tags: [{key: team, value: user.profile.team}]}", ("okta.claims",)
        ),
        Example("{version: 1, okta: {claims: statements}, tags: [{key: team, value: user.team}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the choice of claims where it is the federated ones."""
    if plan.okta.claims is Claims.FEDERATED:
        yield RULE.finding("okta.claims", "federated; documented for custom apps only")
