"""Tests of the plan's questions about itself."""

import pytest

from tests.named import plan
from wizard.frozen import replace
from wizard.plan.model import Person, Plan, Role

FULL = plan("full")


def test_frozen() -> None:
    """A plan cannot be changed in place."""
    with pytest.raises(AttributeError, match="frozen"):
        FULL.name = "other"


def test_transitive_keys() -> None:
    """The transitive keys stand in plan order."""
    assert FULL.transitive_keys() == ("team", "project")


def test_tag() -> None:
    """A tag is found by its key in any case, as AWS compares keys."""
    assert FULL.tag("TEAM") is FULL.tags[0]
    assert FULL.tag("other") is None


def test_grants() -> None:
    """A role's grants stand in the role's order, without those that the plan does not have."""
    role = Role("r", access=("secrets", "unknown", "own-resources"))
    assert FULL.grants(role) == (FULL.access[1], FULL.access[0])
    assert FULL.grant("unknown") is None


def test_person() -> None:
    """A person is found by the login; without one it is the first."""
    assert FULL.person("grace@example.com") is FULL.people[1]
    assert FULL.person() is FULL.people[0]
    assert FULL.person("unknown") is None
    assert Plan().person() is None


def test_attributes() -> None:
    """The login is an attribute of everybody, unless the profile has its own."""
    assert Person("a@x", (("team", "web"),)).attributes() == {"login": "a@x", "team": "web"}
    assert Person("a@x", (("login", "b"),)).attributes() == {"login": "b"}


def test_equal_plans_are_one_key() -> None:
    """Equal plans are one key of a dictionary, so that findings and previews may be kept by plan."""
    assert len({FULL, replace(FULL), replace(FULL, name="other")}) == 2
