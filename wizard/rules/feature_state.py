"""Judges one Okta feature: needed by the plan, and not known to be on."""

from collections.abc import Iterator
from typing import Final

from wizard.language import N_
from wizard.language.phrase import Phrase
from wizard.okta.feature import Feature, needed_features, state
from wizard.plan.model import FeatureState, Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Rule

_OFF: Final = N_(
    "{key} is off. Open a case with Okta's support that asks for it; the bundle holds the text as "
    "okta/support-request.txt. {check}"
)
_UNKNOWN: Final = N_(
    "{key} is not known to be on. Open a case with Okta's support that asks for it; the bundle holds the text as "
    "okta/support-request.txt. {check}"
)


def unconfirmed(rule: Rule, plan: Plan, feature: Feature) -> Iterator[Finding]:
    """Yield the rule's finding at the feature: an error where it is known to be off, a warning where nothing is known.

    The cure is for the administrator who has seen the feature work.
    """
    known = state(plan, feature)
    if known is FeatureState.ENABLED or feature not in needed_features(plan):
        return
    path = f"okta.features.{feature.key}"
    off = known is FeatureState.DISABLED
    yield rule.finding(
        path,
        _OFF if off else _UNKNOWN,
        fix=replacement("It is on: one captured sign-in showed it", path, FeatureState.ENABLED),
        severity=Severity.ERROR if off else Severity.WARNING,
        key=feature.key,
        check=Phrase(feature.check),
    )
