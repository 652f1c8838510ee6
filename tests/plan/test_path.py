"""Tests of paths into a plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.named import plan
from tests.plan.anything import texts
from wizard.plan.path import Step, covers, parsed, value_at, written

STEPS = st.lists(st.one_of(st.sampled_from(("tags", "key", "a-b", "a b")), texts(), st.integers(0, 999)), max_size=5)


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("", ()),
        ("tags", ("tags",)),
        ("tags[1].key", ("tags", 1, "key")),
        ("okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES", ("okta", "features", "OIN_SAML2_DYNAMIC_ATTRIBUTES")),
        ('people[0].profile["a b"]', ("people", 0, "profile", "a b")),
        ('people[0].profile["a\\"].b"]', ("people", 0, "profile", 'a"].b')),
        ('people[0].profile[""]', ("people", 0, "profile", "")),
    ],
)
def test_forms(path: str, steps: tuple[Step, ...]) -> None:
    """A path is names with dots, indexes in brackets, and other names quoted in brackets."""
    assert parsed(path) == steps
    assert written(steps) == path


@given(STEPS)
def test_any_steps_come_back(steps: list[Step]) -> None:
    """Any steps come back from the path that is written of them."""
    assert parsed(written(tuple(steps))) == tuple(steps)


@pytest.mark.parametrize(
    "path",
    [
        ".tags",
        "tags.",
        "tags..key",
        "tags[0]key",
        "tags[-1]",
        "tags[x]",
        "tags[",
        'a["x',
        'a["\\q"]',
        "a b",
        "1",
        "tags[1e3]",
    ],
)
def test_no_path(path: str) -> None:
    """What is no path is refused."""
    with pytest.raises(LookupError):
        parsed(path)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", "Everything that a plan can hold"),
        ("tags[0].key", "team"),
        ("aws.roles[1].trusted_roles[0]", "arn:aws:iam::111122223333:role/okta-abac"),
        ("people[0].profile.projects", ("apollo", "gemini")),
        ("people[0].profile.projects[1]", "gemini"),
        ("people[0].profile.costCenter", None),
    ],
)
def test_values(path: str, value: object) -> None:
    """A path leads to the part of the plan that it names."""
    assert value_at(plan("full"), path) == value


@pytest.mark.parametrize(
    "path",
    ["nme", "tags[9]", "tags.key", "tags[0].key.x", "tags[0][0]", "people[0].profile.x", "aws.accounts.x", "name[0]"],
)
def test_no_such_place(path: str) -> None:
    """A path that leads nowhere in the plan is refused."""
    with pytest.raises(LookupError):
        value_at(plan("full"), path)


@pytest.mark.parametrize(
    ("path", "place", "covered"),
    [
        ("", "tags[0]", True),
        ("tags", "tags", True),
        ("tags", "tags[0].key", True),
        ("tags[1]", "tags[1].key", True),
        ("tags[1]", "tags[10].key", False),
        ("tag", "tags", False),
        ("tags[0].key", "tags[0]", False),
        ("name", "notes", False),
    ],
)
def test_covers(path: str, place: str, covered: bool) -> None:
    """A path covers itself and what lies under it."""
    assert covers(path, place) is covered
