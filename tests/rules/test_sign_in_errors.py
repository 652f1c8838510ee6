"""Error texts of AWS and Okta, as people paste them."""

import html
import json
import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.rules.registry import rules
from wizard.rules.sign_in_errors import causes, known_errors

REAL = {
    "The role's trust policy does not allow sts:TagSession": (
        "Not authorized to perform sts:AssumeRoleWithSAML (service: AWSSecurityTokenService; status code: 403; error "
        "code: AccessDenied)"
    ),
    "The trust policy of the role that was chained into does not allow sts:TagSession": (
        "An error occurred (AccessDenied) when calling the AssumeRole operation: User: "
        "arn:aws:sts::111122223333:assumed-role/a/b is not authorized to perform: sts:TagSession on resource: "
        "arn:aws:iam::444455556666:role/c"
    ),
    "A tag value has more than 256 characters": (
        "Unable to validate tags (Service: AWSSecurityTokenV20111201; Status Code: 400; Error Code: ValidationError; "
        "Request ID: 1b2c; Proxy: null)"
    ),
    "Two tags have one key, perhaps in another case": (
        "Duplicate tag keys found. Please note that Tag keys are case insensitive."
    ),
    "Okta sends all transitive keys as one text": (
        "The specified transitive tag key must be included in the requested tags."
    ),
    "The caller passes a tag that the session has inherited already": (
        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the "
        "calling session."
    ),
    "The tags of this person are too large together": "Packed size of session tags consumes 142% of allotted space.",
    "The session's credentials would be too large": "Serialized token too large for session",
    "A tag key or value has characters that AWS refuses": (
        "1 validation error detected: Value 'MOJ D&T Cybersecurity' at 'tags.10.member.value' failed to satisfy "
        r"constraint: Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]*"
    ),
    "The assertion carries no RoleSessionName": (
        "RoleSessionName is required in AuthnResponse (service: AWSSecurityTokenService; status code: 400)"
    ),
    "The person's session name has other characters, or fewer than 2 or more than 64": (
        "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"
    ),
    "The attribute Role is missing, or is no pair of a role and a provider": (
        "Your request included an invalid SAML response. To logout, click here."
    ),
    "AWS knows another signing certificate than the one that signed": (
        "Response signature invalid (service: AWSSecurityTokenService)"
    ),
    "The provider in the assertion was made from another app's metadata": (
        "Failed to assume role: Issuer not present in specified provider (service: AWSOpenIdDiscoveryService; status "
        "code: 400; error code: AuthSamlInvalidSamlResponseException)"
    ),
    "The session asked for is longer than the role allows": (
        "Requested DurationSeconds exceeds MaxSessionDuration set for this role."
    ),
    "The endpoint that the assertion names is not the one that the trust policy accepts": (
        "Response does not contain the required audience."
    ),
    "The trust policy is longer than the account's quota": (
        "LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048"
    ),
    "Two rows have one name": (
        "Operation on application settings failed.. Causes: customSamlGroupAttributes[0].name: Invalid SAML attribute "
        "name 'memberOf': duplicate name"
    ),
    "A statement lacks its type or its name format": (
        '{"errorCode":"E0000003","errorSummary":"The request body was not well-formed."}'
    ),
    "The identity provider reported that the sign-in failed": (
        "An error occurred (IDPRejectedClaim) when calling the AssumeRoleWithSAML operation: The identity provider "
        "(IdP) reported that authentication failed."
    ),
    "STS is switched off in the region that was asked": (
        "An error occurred (RegionDisabledException) when calling the AssumeRoleWithSAML operation: STS is not "
        "activated in the requested region for the account that is being asked to generate credentials."
    ),
    "A policy was not taken as a whole, or names somebody who does not exist": (
        "An error occurred (MalformedPolicyDocument) when calling the CreateRole operation: Invalid principal in policy"
    ),
    "A field of the request has a value that Okta does not take": (
        '{"errorCode":"E0000001","errorSummary":"Api validation failed: attributeStatements"}'
    ),
    "Okta does not know who asks": '{"errorCode":"E0000004","errorSummary":"Authentication failed"}',
    "The app, the schema or the mapping is not in this org, or has another ID": (
        '{"errorCode":"E0000007","errorSummary":"Not found: Resource not found: 0oa1 (AppInstance)"}'
    ),
    "The address does not take this call": "The endpoint does not support the provided HTTP method",
    "A mapping reads or fills an attribute that its profile does not have": "Field mapping bad request.",
    "Another feature must be switched first": (
        "Feature cannot be enabled or disabled due to dependencies/dependents conflicts."
    ),
    "A feature is off in the org": (
        "the API returned an error: You do not have permission to access the feature you are requesting"
    ),
}
"""The title of the cause that must come first, and the error as the facts quote it."""


@pytest.mark.parametrize(("first", "text"), REAL.items())
def test_the_likeliest_cause_comes_first(first: str, text: str) -> None:
    """A real error text gives its causes, the likeliest first."""
    assert causes(text)[0].title == first


@pytest.mark.parametrize("text", REAL.values())
@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda text: re.sub("(.{17})", "\\1\n    ", text),
        html.escape,
        lambda text: json.dumps({"message": text}),
        quote,
        lambda text: "<html>\u2028Ref 7f3a: " + text.replace(" ", "\u00a0 ") + " (Request ID: 42)" + "x" * 1000,
    ],
    ids=["case", "wrapped", "html", "json", "url", "surrounded"],
)
def test_how_the_text_was_copied_makes_no_difference(text: str, change: object) -> None:
    """Case, line breaks within words, escapes and all that stands around an error do not hide it."""
    assert causes(change(text)) == causes(text)


@pytest.mark.parametrize("text", ["", "   ", "AccessDenied", "Everything is fine", "E000000", "tags", "SAML" * 1000])
def test_an_unknown_text_has_no_causes(text: str) -> None:
    """What is no known error gives nothing, rather than a guess."""
    assert causes(text) == ()


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    """Whatever was pasted, there is an answer."""
    assert isinstance(causes(text), tuple)


def test_a_text_with_two_errors_gives_the_causes_of_both() -> None:
    """Two errors in one text are both explained."""
    both = causes("Response signature invalid. Unable to validate tags")
    assert {cause.error for cause in both} == {"Response signature invalid", "Unable to validate tags"}


def test_only_the_beginning_of_a_huge_text_is_read() -> None:
    """An error behind a million characters is not looked for."""
    assert causes("x" * 1_000_000 + "Response signature invalid") == ()


@pytest.mark.parametrize("error", known_errors())
def test_every_known_error_explains_itself(error: str) -> None:
    """Each known error is found by its own words, and each cause says what to check, with a source."""
    found = [cause for cause in causes(error) if cause.error == error]
    assert found
    for cause in found:
        assert re.fullmatch(r"[A-Z].*[^.]", cause.title)
        assert re.fullmatch(r".{40,}\.", cause.check)
        assert re.match(r"https://\S+$", cause.source)


def test_causes_name_rules_that_exist() -> None:
    """The rules that a cause points to are there."""
    named = {rule for error in known_errors() for cause in causes(error) for rule in cause.rules}
    assert named <= {rule.id for rule in rules()}
