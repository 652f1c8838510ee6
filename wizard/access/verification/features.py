"""What the evidence tells of the two features of Okta that session tags need."""

from typing import Final

from wizard.access.verification.case import Case
from wizard.access.verification.kind import Kind
from wizard.access.verification.matching import How
from wizard.okta.feature import ARRAY_ATTRIBUTES, DYNAMIC_ATTRIBUTES
from wizard.plan.model import FeatureState
from wizard.saml.evidence.evidence import Part
from wizard.saml.names import PREDEFINED

Features = tuple[tuple[str, FeatureState], ...]

_PARTIAL: Final = Part.ATTRIBUTES


def feature_states(case: Case) -> Features:
    """Return each feature's key and what is known of it now, in the order of the plan file."""
    return ((DYNAMIC_ATTRIBUTES.key, _dynamic(case)), (ARRAY_ATTRIBUTES.key, _arrays(case)))


def _dynamic(case: Case) -> FeatureState:
    """Statements of one's own arrive: it is on. A whole sign-in without any, though the plan has tags: it is off."""
    if any(match.how in _OWN for match in case.matched):
        return FeatureState.ENABLED
    refused = case.evidence.event is not None and case.evidence.event.error
    if not case.plan.tags or case.kind is Kind.PREVIEW or case.evidence.part is _PARTIAL or refused:
        return FeatureState.UNKNOWN
    return FeatureState.DISABLED


_OWN: Final = (How.EXACT, How.MISSPELLED, How.OTHER_SERVICE, How.UNEXPECTED)


def _arrays(case: Case) -> FeatureState:
    """Several values of one attribute: it is on. One that holds them all: it is off. One key alone tells nothing."""
    if case.kind is Kind.PREVIEW:
        return FeatureState.UNKNOWN
    if any(len(match.attribute.values) > 1 for match in case.matched if match.attribute.name not in PREDEFINED):
        return FeatureState.ENABLED
    keys = case.keys_sent()
    return FeatureState.DISABLED if keys is not None and is_flattened(keys.values) else FeatureState.UNKNOWN


def is_flattened(values: tuple[str, ...]) -> bool:
    """Tell whether a list of keys arrived as one text: joined with commas, or as the literal that was typed."""
    return len(values) == 1 and ("," in values[0] or values[0].strip().startswith("{"))
