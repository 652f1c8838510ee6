"""The names of the attributes that AWS reads."""

import pytest

from wizard.saml.names import PREDEFINED, ROLE, principal_tag, tag_key


@pytest.mark.parametrize("key", ["team", "security:access:st", "", "PrincipalTag:x"])
def test_a_name_gives_back_its_key(key: str) -> None:
    """The key of a tag stands at the end of the attribute's name, whatever it holds."""
    assert tag_key(principal_tag(key)) == key


@pytest.mark.parametrize(
    "name",
    [
        ROLE,
        "https://aws.amazon.com/SAML/Attributes/principalTag:team",
        "https://aws.amazon.com/SAML/Attributes/AccessControl:team",
        "http://aws.amazon.com/SAML/Attributes/PrincipalTag:team",
    ],
)
def test_another_name_carries_no_tag(name: str) -> None:
    """Names are case-sensitive, and those of IAM Identity Center are not those of IAM."""
    assert tag_key(name) is None


def test_the_apps_own_names_are_no_tags() -> None:
    """What Okta's app sends by itself is named apart from tags."""
    assert [name.rsplit("/", 1)[1] for name in PREDEFINED] == ["Role", "RoleSessionName", "SessionDuration"]
