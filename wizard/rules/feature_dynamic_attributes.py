"""FEAT101: the feature without which Okta sends no session tag at all."""

from collections.abc import Iterable

from wizard.okta.feature import DYNAMIC_ATTRIBUTES, SOURCE
from wizard.plan.model import Plan
from wizard.rules.feature_state import unconfirmed
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "FEAT101",
    Severity.WARNING,
    title="Okta must let the app send attribute statements",
    explanation=(
        "With the feature off, the rows are refused, or saved and left out: AWS gets no session tag, and a trust "
        "policy that requires one refuses every sign-in. No console page and no API call shows the feature."
    ),
    source=SOURCE,
    examples=(
        Example("{version: 1, tags: [{key: team, value: user.team}]}", ("okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES",)),
        Example(
            "{version: 1, okta: {features: {OIN_SAML2_DYNAMIC_ATTRIBUTES: disabled}}, "
            "tags: [{key: team, value: user.team}]}",
            ("okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES",),
        ),
        Example(
            "{version: 1, okta: {features: {OIN_SAML2_DYNAMIC_ATTRIBUTES: enabled}}, "
            "tags: [{key: team, value: user.team}]}"
        ),
        Example("{version: 1, tags: []}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterable[Finding]:
    """Yield the feature where a tag is sent and it is not known to be on."""
    return unconfirmed(RULE, plan, DYNAMIC_ATTRIBUTES)
