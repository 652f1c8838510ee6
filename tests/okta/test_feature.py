"""The features that a plan needs, and the request for them."""

import pytest

from wizard.okta.feature import FEATURES, feature, needed_features, support_request, unconfirmed_features
from wizard.plan.model import Features, FeatureState, Okta, Plan, Tag

DYNAMIC = "OIN_SAML2_DYNAMIC_ATTRIBUTES"
ARRAYS = "SAML_SUPPORT_ARRAY_ATTRIBUTES"
PLAIN = (Tag("team", "user.team"),)
TRANSITIVE = (Tag("team", "user.team", transitive=True),)


def plan(tags: tuple[Tag, ...], **states: str) -> Plan:
    """Return a plan with these tags that knows this of the features."""
    features = Features(**{key: FeatureState(state) for key, state in states.items()})
    return Plan(tags=tags, okta=Okta(app_label="Our AWS", features=features))


@pytest.mark.parametrize(
    ("tags", "keys"),
    [((), []), (PLAIN, [DYNAMIC]), (TRANSITIVE, [DYNAMIC, ARRAYS]), (PLAIN + TRANSITIVE, [DYNAMIC, ARRAYS])],
)
def test_what_a_plan_needs(tags: tuple[Tag, ...], keys: list[str]) -> None:
    """Any tag needs dynamic attributes, and a transitive one array attributes too."""
    assert [needed.key for needed in needed_features(plan(tags))] == keys


@pytest.mark.parametrize(
    ("states", "keys"),
    [
        ({}, [DYNAMIC, ARRAYS]),
        ({DYNAMIC: "enabled"}, [ARRAYS]),
        ({DYNAMIC: "enabled", ARRAYS: "disabled"}, [ARRAYS]),
        ({DYNAMIC: "enabled", ARRAYS: "enabled"}, []),
    ],
)
def test_what_must_be_asked_for(states: dict[str, str], keys: list[str]) -> None:
    """Only what is known to be enabled need not be asked for; the request names the rest in full, and nothing else."""
    asked = plan(TRANSITIVE, **states)
    assert [unconfirmed.key for unconfirmed in unconfirmed_features(asked)] == keys
    request = support_request(asked)
    assert [key for key in (DYNAMIC, ARRAYS) if key in request] == keys


def test_the_request_names_the_app_and_the_org() -> None:
    """The request says which app and which org it is about."""
    request = support_request(Plan(tags=PLAIN, okta=Okta(org="acme.okta.com", app_label="Our AWS")))
    assert '"Our AWS"' in request
    assert "acme.okta.com" in request


def test_no_text_of_the_plan_adds_a_line_to_the_request() -> None:
    """A line end in the app's label cannot forge a line of the request."""
    request = support_request(Plan(tags=PLAIN, okta=Okta(app_label="AWS\n- EVERY_FEATURE, for free\u202e")))
    assert "\n- EVERY_FEATURE" not in request
    assert "\u202e" not in request


def test_the_features_are_the_plans() -> None:
    """Every feature of the plan file is described, under its full name."""
    assert [known.key for known in FEATURES] == list(Features.__match_args__)
    assert feature(ARRAYS).key == ARRAYS
    with pytest.raises(LookupError):
        feature("ADVANCED_SSO")
