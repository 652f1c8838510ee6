"""EVD121: the list of transitive keys arrived as one text."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.features import is_flattened
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.okta.feature import ARRAY_ATTRIBUTES, SOURCE

RULE = EvidenceRule(
    "EVD121",
    Severity.ERROR,
    title="Transitive keys arrived as one value",
    explanation=(
        "Okta sends a list as one value for each member only with the feature SAML_SUPPORT_ARRAY_ATTRIBUTES. AWS takes "
        "the one value for a key, finds no such tag, and refuses the sign-in."
    ),
    source=SOURCE,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where a sign-in lists the keys in one value; in a preview that is as it should be."""
    keys = case.keys_sent()
    if case.kind is not Kind.PREVIEW and keys is not None and is_flattened(keys.values):
        yield RULE.difference(
            keys.name,
            "One value holds all the keys: the feature {feature} is off",
            "Ask Okta's support to enable {feature}",
            expected=case.plan.transitive_keys(),
            found=keys.values,
            feature=ARRAY_ATTRIBUTES.key,
        )
