"""FEAT102: the feature without which a transitive key arrives as part of one text."""

from collections.abc import Iterable

from wizard.okta.feature import ARRAY_ATTRIBUTES, SOURCE
from wizard.plan.model import Plan
from wizard.rules.feature_state import unconfirmed
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_TRANSITIVE = "tags: [{key: team, value: user.team, transitive: true}]}"

RULE = Rule(
    "FEAT102",
    Severity.WARNING,
    title="Okta must send arrays as separate values",
    explanation=(
        "With the feature off, TransitiveTagKeys arrives as one text with commas. AWS takes it for one key that is no "
        "tag, and rejects the sign-in. No console page and no API call shows the feature."
    ),
    source=SOURCE,
    examples=(
        Example("{version: 1, " + _TRANSITIVE, ("okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES",)),
        Example(
            "{version: 1, okta: {features: {SAML_SUPPORT_ARRAY_ATTRIBUTES: disabled}}, " + _TRANSITIVE,
            ("okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES",),
        ),
        Example("{version: 1, okta: {features: {SAML_SUPPORT_ARRAY_ATTRIBUTES: enabled}}, " + _TRANSITIVE),
        Example("{version: 1, tags: [{key: team, value: user.team}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterable[Finding]:
    """Yield the feature where a tag is transitive and it is not known to be on."""
    return unconfirmed(RULE, plan, ARRAY_ATTRIBUTES)
