"""The features that Okta has to switch on in an org before session tags reach AWS.

Nobody can look them up: Okta's Features API lists self-service features alone and never the key of one
(https://developer.okta.com/docs/concepts/feature-lifecycle-management/, read 2026-11-24). One captured sign-in
proves what is on.
"""

from typing import Final

from wizard.frozen import Frozen
from wizard.language import N_
from wizard.plan.model import FeatureState, Plan
from wizard.quoting.line_text import one_line

SOURCE: Final = "https://www.okta.com/blog/2019/11/okta-and-aws-partner-to-simplify-access-via-session-tags/"
"""Okta's post, which names both features; read 2026-11-24."""


class Feature(Frozen):
    """One feature of an Okta org. The texts are English, marked for translation.

    Attributes:
        key: its full name, the one to give to Okta's support.
        why: why the plan needs it.
        action: what to do.
        check: how to see whether it is on.
        known: what is published of where it is on already.
        without: what a sign-in looks like without it.
    """

    key: str
    why: str
    action: str
    check: str
    known: str
    without: str


_ACTION: Final = N_(
    "Open a case with Okta's support, paste the request below and wait for the answer. No page of the admin console "
    "and no API call shows the feature or switches it on."
)

DYNAMIC_ATTRIBUTES: Final = Feature(
    key="OIN_SAML2_DYNAMIC_ATTRIBUTES",
    why=N_("An app of the Okta Integration Network sends attribute statements of your own only with this feature."),
    action=_ACTION,
    check=N_(
        "Capture one sign-in, for instance with a SAML tracer in the browser: if the assertion holds an attribute "
        "whose name begins with https://aws.amazon.com/SAML/Attributes/PrincipalTag:, the feature is on. That the "
        "Sign On tab of the app offers Attributes (Optional) is a good sign, and no proof."
    ),
    known=N_("Okta's help describes it without a condition, and newer orgs seem to have it; Okta does not say which."),
    without=N_("AWS gets no session tag at all. Whether Okta refuses the rows or drops them is not documented."),
)

ARRAY_ATTRIBUTES: Final = Feature(
    key="SAML_SUPPORT_ARRAY_ATTRIBUTES",
    why=N_("TransitiveTagKeys is a list, and Okta sends a list as one value for each member only with this feature."),
    action=_ACTION,
    check=N_(
        "Capture one sign-in, for instance with a SAML tracer in the browser: if TransitiveTagKeys holds one "
        "AttributeValue for each key, the feature is on. A single value with commas in it means that it is off; with "
        "one key only, nothing can be told. The preview in Okta's console never tells: it shows the expression."
    ),
    known=N_("Newer orgs seem to have it, some older ones do not; Okta does not say which."),
    without=N_("AWS gets all keys in one value, joined with commas: a key that is no tag, and it refuses the sign-in."),
)

FEATURES: Final = (DYNAMIC_ATTRIBUTES, ARRAY_ATTRIBUTES)
"""Every feature, in the order of the plan file."""


def feature(key: str) -> Feature:
    """Return the feature of that key; LookupError where there is none."""
    for known in FEATURES:
        if known.key == key:
            return known
    raise LookupError(key)


def needed_features(plan: Plan) -> tuple[Feature, ...]:
    """Return the features that the plan needs: the first with any tag, the second with any transitive tag."""
    dynamic = (DYNAMIC_ATTRIBUTES,) if plan.tags else ()
    arrays = (ARRAY_ATTRIBUTES,) if plan.transitive_keys() else ()
    return dynamic + arrays


def state(plan: Plan, feature: Feature) -> FeatureState:
    """Return what the plan knows of the feature."""
    known: FeatureState = getattr(plan.okta.features, feature.key)
    return known


def unconfirmed_features(plan: Plan) -> tuple[Feature, ...]:
    """Return the features that the plan needs and that are not known to be enabled: they must still be asked for."""
    return tuple(feature for feature in needed_features(plan) if state(plan, feature) is not FeatureState.ENABLED)


_PURPOSE: Final = {
    "OIN_SAML2_DYNAMIC_ATTRIBUTES": (
        "so that the app sends our attribute statements (one for each AWS session tag) in the SAML assertion"
    ),
    "SAML_SUPPORT_ARRAY_ATTRIBUTES": (
        "so that the attribute https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys is sent with one "
        "AttributeValue for each key, not with all keys joined by commas in one"
    ),
}


_REQUEST_OF_ONE: Final = "Enable this feature there, or confirm that it is enabled already:"
_REQUEST_OF_SEVERAL: Final = "Enable these features there, or confirm that they are enabled already:"


def support_request(plan: Plan) -> str:
    """Return the text of the case to open with Okta's support, in English; empty where no feature must be asked for."""
    features = unconfirmed_features(plan)
    if not features:
        return ""
    one = len(features) == 1
    lines = [
        f"Subject: Enable {' and '.join(feature.key for feature in features)}",
        "",
        "Hello,",
        "",
        f"We send AWS session tags from Okta. {_place(plan)}",
        _REQUEST_OF_ONE if one else _REQUEST_OF_SEVERAL,
        "",
        *(f"- {feature.key}, {_PURPOSE[feature.key]}." for feature in features),
        "",
        f"Okta's description of the set-up: {SOURCE}",
        "",
        f"Tell us when {'it is' if one else 'they are'} enabled. We will then prove it with one captured sign-in.",
        "",
        "Thank you.",
    ]
    return "\n".join(lines) + "\n"


def _place(plan: Plan) -> str:
    app = f'The app is "{one_line(plan.okta.app_label)}" of the Okta Integration Network'
    org = f", in the org {one_line(plan.okta.org)}." if plan.okta.org else ". The org is the one of this case."
    return app + org
