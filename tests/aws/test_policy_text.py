"""Policy text: literals, patterns and variables."""

import pytest

from wizard.aws.policy_text import can_be_variable, literal, literal_pattern, principal_tag, resource_tag


@pytest.mark.parametrize(
    ("text", "expected"),
    [("eng", "eng"), ("a*?$b", "a*?$b"), ("${aws:username}", "${$}{aws:username}"), ("$${", "$${$}{")],
)
def test_literal(text, expected):
    """Under StringEquals only the beginning of a variable has to be written otherwise."""
    assert literal(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("eng", "eng"), ("a*?", "a${*}${?}"), ("${x}", "${$}{x}")])
def test_literal_pattern(text, expected):
    """Under StringLike wildcards and dollar signs have to be written otherwise."""
    assert literal_pattern(text) == expected


def test_variables():
    """A tag of the session and a tag of the resource are variables of their own."""
    assert principal_tag("team") == "${aws:PrincipalTag/team}"
    assert resource_tag("team") == "${aws:ResourceTag/team}"


@pytest.mark.parametrize(
    ("key", "can"),
    [
        ("team", True),
        ("cost center", True),
        ("security:access:st", True),
        ("日本", True),
        ("", False),
        (" team", False),
        ("team ", False),
        ("team, 'all'", False),
        ("team}", False),
        ("te\nam", False),
    ],
)
def test_can_be_variable(key, can):
    """A key that could close the variable, give it a default, or be trimmed cannot stand in one."""
    assert can_be_variable(key) is can
