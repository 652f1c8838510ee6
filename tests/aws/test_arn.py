"""ARNs: taken apart, built, and the syntax of what stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.aws.arn import (
    Arn,
    NoArn,
    is_account,
    is_provider_name,
    is_role_arn,
    is_role_name,
    parsed,
    role_arn,
    saml_provider_arn,
)

ARNS = [
    "arn:aws:iam::111122223333:role/okta-abac",
    "arn:aws-cn:iam::111122223333:saml-provider/Okta",
    "arn:aws:ec2:us-east-1:111122223333:instance/i-1",
    "arn:aws:s3:::bucket/key:with:colons",
    "arn:aws:iam::aws:policy/AdministratorAccess",
]


@pytest.mark.parametrize("text", ARNS)
def test_parsed_and_written(text):
    """An ARN taken apart and written again is the same text."""
    assert str(parsed(text)) == text


def test_parts():
    """The resource is all that follows the account."""
    assert parsed(ARNS[3]) == Arn("aws", "s3", "", "", "bucket/key:with:colons")


@pytest.mark.parametrize("text", ["", "arn:aws:iam", "arn:aws:iam::1:", "aws:iam::1:role/x", "ARN:aws:iam::1:role/x"])
def test_no_arn(text):
    """A text that is no ARN says what an ARN looks like."""
    with pytest.raises(NoArn, match="arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE"):
        parsed(text)


@given(st.text())
def test_any_text(text):
    """Any text whatever is an ARN that reads back, or NoArn."""
    try:
        assert str(parsed(text)) == text
    except NoArn:
        assert not is_role_arn(text)


def test_built():
    """A role and a SAML provider stand under their account in the partition."""
    assert role_arn("aws", "111122223333", "okta-abac") == ARNS[0]
    assert saml_provider_arn("aws-cn", "111122223333", "Okta") == ARNS[1]


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("111122223333", True),
        ("11112222333", False),
        ("1111222233334", False),
        ("١١١١٢٢٢٢٣٣٣٣", False),
        ("11112222333\n", False),
    ],
)
def test_account(text, legal):
    """An account ID is 12 ASCII digits."""
    assert is_account(text) is legal


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("okta-abac", True),
        ("a+=,.@-_Z", True),
        ("x" * 64, True),
        ("x" * 65, False),
        ("", False),
        ("path/name", False),
        ("röle", False),
        ("role\n", False),
    ],
)
def test_role_name(text, legal):
    """A role name is 1 to 64 characters of AWS's class, without a path."""
    assert is_role_name(text) is legal


@pytest.mark.parametrize(
    ("text", "legal"),
    [("Okta", True), ("a._-b", True), ("x" * 128, True), ("x" * 129, False), ("a b", False), ("a+b", False)],
)
def test_provider_name(text, legal):
    """A provider name is 1 to 128 characters of AWS's class."""
    assert is_provider_name(text) is legal


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("arn:aws:iam::111122223333:role/x", True),
        ("arn:aws-us-gov:iam::111122223333:role/some/path/x", True),
        ("arn:aws:iam::111122223333:role/", False),
        ("arn:aws:iam::111122223333:role/a b/x", False),
        ("arn:aws:iam::111122223333:user/x", False),
        ("arn:aws:iam:us-east-1:111122223333:role/x", False),
        ("arn:aws:iam::1:role/x", False),
        ("arn:aws:sts::111122223333:assumed-role/x/y", False),
        ("x", False),
    ],
)
def test_role_arn(text, legal):
    """A role ARN names a role of IAM in an account, with or without a path."""
    assert is_role_arn(text) is legal
