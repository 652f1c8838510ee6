"""EVD107: a whole sign-in without any session tag."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.features import feature_states
from wizard.access.verification.rule import EvidenceRule
from wizard.okta.feature import DYNAMIC_ATTRIBUTES, SOURCE
from wizard.plan.model import FeatureState

RULE = EvidenceRule(
    "EVD107",
    Severity.ERROR,
    title="No session tag was sent",
    explanation=(
        "Okta sends attribute statements of an app of its Integration Network only with the feature "
        "OIN_SAML2_DYNAMIC_ATTRIBUTES. Rows that were never saved look the same from outside."
    ),
    source=SOURCE,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where the plan has tags and the sign-in has no attribute but the app's own."""
    if dict(feature_states(case))[DYNAMIC_ATTRIBUTES.key] is FeatureState.DISABLED:
        yield RULE.difference(
            "",
            "The sign-in holds no attribute of the plan: the feature {feature} is off, or the rows were not saved",
            "See that the rows stand in the app's Sign On tab; if they do, ask Okta's support for {feature}",
            expected=tuple(case.prefix + tag.key for tag in case.plan.tags),
            feature=DYNAMIC_ATTRIBUTES.key,
        )
