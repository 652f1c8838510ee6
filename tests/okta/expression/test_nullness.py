"""Null without a default."""

import pytest

from wizard.okta.expression import may_be_null, parsed
from wizard.plan.model import Claims

CLASSIC, FEDERATED = Claims.STATEMENTS, Claims.FEDERATED


@pytest.mark.parametrize(
    ("claims", "text"),
    [
        (CLASSIC, "user.team"),
        (FEDERATED, "user.profile.team"),
        (FEDERATED, "user.login"),
        (CLASSIC, "null"),
        (CLASSIC, "appuser.role"),
        (CLASSIC, "'a' + user.team"),
        (CLASSIC, "String.toUpperCase(user.team)"),
        (FEDERATED, "user.profile.team.toUpperCase()"),
        (CLASSIC, "user.team ?: user.city"),
        (CLASSIC, "user.team != null ? user.city : 'x'"),
        (CLASSIC, "user.team == null ? user.team : 'x'"),
        (CLASSIC, "user.team != null OR user.city != null ? user.team : 'x'"),
        (CLASSIC, "user.team != 'x' ? user.team : 'y'"),
        (CLASSIC, "user.boss ? user.team : 'x'"),
        (CLASSIC, "user.team == user.city ? user.team : 'x'"),
        (CLASSIC, "user.team < 3 ? user.team : 'x'"),
        (CLASSIC, "user.teams[0]"),
        (CLASSIC, "findDirectoryUser().managerUpn"),
        (CLASSIC, "findDirectoryUser()"),
        (CLASSIC, "String.nothing('a')"),
        (CLASSIC, "Groups.contains('OKTA', 'a', 1)"),
        (CLASSIC, "hasWorkdayUser() ? findWorkdayUser().employeeID : null"),
        (CLASSIC, "{user.team}"),
    ],
)
def test_a_null_may_come_through(claims: Claims, text: str) -> None:
    """An attribute that was never filled makes the whole null, or nobody says what."""
    assert may_be_null(parsed(text, claims))


@pytest.mark.parametrize(
    ("claims", "text"),
    [
        (CLASSIC, "user.login"),
        (FEDERATED, "user.profile.email"),
        (CLASSIC, "Engineering"),
        (CLASSIC, "'a' + user.login"),
        (CLASSIC, "user.team ?: 'none'"),
        (CLASSIC, "'a' + (user.team ?: 'none')"),
        (CLASSIC, "user.team ?: user.login"),
        (CLASSIC, "user.team != null ? user.team : 'x'"),
        (CLASSIC, "null != user.team ? user.team : 'x'"),
        (CLASSIC, "user.team == null ? 'x' : user.team"),
        (CLASSIC, "null == user.team ? 'x' : user.team"),
        (CLASSIC, '!(user.team == null) ? user.team : "x"'),
        (CLASSIC, "user.team != '' AND user.team != null ? user.team : 'none'"),
        (CLASSIC, "user.team == null OR user.city == null ? 'x' : user.team + user.city"),
        (CLASSIC, "user.team == 'a' ? user.team : 'b'"),
        (CLASSIC, "'a' == user.team ? user.team : 'b'"),
        (CLASSIC, "user.team != null ? String.len(user.team) : 0"),
        (CLASSIC, "Arrays.size(user.teams)"),
        (CLASSIC, "Arrays.isEmpty(user.teams)"),
        (CLASSIC, "!user.boss"),
        (CLASSIC, "user.team == 'a'"),
        (CLASSIC, "isMemberOfGroupName('a')"),
        (CLASSIC, '{"team", "project"}'),
    ],
)
def test_a_default_keeps_null_out(claims: Claims, text: str) -> None:
    """A default, a guard, or what is never null rules null out."""
    assert not may_be_null(parsed(text, claims))
