"""Tests of editing: each edit changes one thing, and can be taken back."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.named import plan
from tests.plan.anything import any_plan
from wizard.plan.edit import (
    attribute_renamed,
    grant_removed,
    grant_renamed,
    inserted,
    moved,
    person_renamed,
    removed,
    replaced,
    role_renamed,
    tag_renamed,
)
from wizard.plan.model import Person, Plan, Role, Tag
from wizard.plan.path import value_at, written

FULL = plan("full")


def places(part: Any, steps: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the steps to every part of a plan but the plan itself."""
    found = []
    if hasattr(part, "__match_args__"):
        children = [(name, getattr(part, name)) for name in part.__match_args__]
    elif steps[-1:] == ("profile",):
        children = list(part)
    elif isinstance(part, tuple):
        children = list(enumerate(part))
    else:
        children = []
    for step, child in children:
        found += [(*steps, step), *places(child, (*steps, step))]
    return found


@given(any_plan(), st.data())
def test_replaced(edited: Plan, data: st.DataObject) -> None:
    """What was put at a place stands there, nothing else has changed, and it can be put back."""
    steps = data.draw(st.sampled_from(places(edited)))
    path, value = written(steps), object()
    before = value_at(edited, path)
    after = replaced(edited, path, value)
    assert value_at(after, path) is value
    assert replaced(after, path, before) == edited


@given(any_plan(), st.data())
def test_inserted_and_removed(edited: Plan, data: st.DataObject) -> None:
    """What was put into a list stands there, and without it the plan is what it was."""
    path = data.draw(st.sampled_from(("tags", "access", "people", "aws.roles", "aws.accounts", "aws.sign_in_regions")))
    items = value_at(edited, path)
    at = data.draw(st.one_of(st.none(), st.integers(0, len(items))))
    index = len(items) if at is None else at
    item = object()
    after = inserted(edited, path, item, at)
    assert value_at(after, f"{path}[{index}]") is item
    assert removed(after, f"{path}[{index}]") == edited


@given(any_plan(), st.data())
def test_moved_and_back(edited: Plan, data: st.DataObject) -> None:
    """What was moved in its list stands where it was moved to, and can be moved back."""
    path = data.draw(st.sampled_from(("tags", "access", "people", "aws.roles", "aws.accounts")))
    items = value_at(edited, path)
    assume(items)
    source, target = (data.draw(st.integers(0, len(items) - 1)) for _ in "ab")
    after = moved(edited, f"{path}[{source}]", target)
    assert value_at(after, f"{path}[{target}]") is items[source]
    assert moved(after, f"{path}[{target}]", source) == edited


def test_profile_attributes() -> None:
    """A profile attribute is replaced in its place, added at the end, inserted as a pair, and removed by name."""
    edited = Plan(people=(Person("a", (("x", 1), ("y", ("p", "q")))),))

    def profile(after: Plan) -> object:
        return after.people[0].profile

    assert profile(replaced(edited, "people[0].profile.x", 2)) == (("x", 2), ("y", ("p", "q")))
    assert profile(replaced(edited, 'people[0].profile["a b"]', 2)) == (("x", 1), ("y", ("p", "q")), ("a b", 2))
    assert profile(replaced(edited, "people[0].profile.y[1]", "r")) == (("x", 1), ("y", ("p", "r")))
    assert profile(inserted(edited, "people[0].profile", ("z", 0), 0)) == (("z", 0), ("x", 1), ("y", ("p", "q")))
    assert profile(inserted(edited, "people[0].profile.y", "r")) == (("x", 1), ("y", ("p", "q", "r")))
    assert profile(removed(edited, "people[0].profile.x")) == (("y", ("p", "q")),)
    assert profile(removed(edited, "people[0].profile.y[0]")) == (("x", 1), ("y", ("q",)))


NOWHERE: list[Callable[[], Plan]] = [
    lambda: replaced(FULL, "", FULL),
    lambda: replaced(FULL, "nme", "x"),
    lambda: replaced(FULL, "tags[3]", Tag("a", "b")),
    lambda: replaced(FULL, "tags.x", "y"),
    lambda: replaced(FULL, "aws.accounts.x", "y"),
    lambda: replaced(FULL, "tags[0].key.x", "y"),
    lambda: replaced(FULL, "people[0].profile.firstName[0]", "y"),
    lambda: replaced(FULL, "people[0].profile.unknown[0]", "y"),
    lambda: replaced(FULL, "people[0].profile[0]", "y"),
    lambda: inserted(FULL, "name", "x"),
    lambda: inserted(FULL, "okta", "x"),
    lambda: inserted(FULL, "", "x"),
    lambda: inserted(FULL, "people[0].profile.firstName", "x"),
    lambda: inserted(FULL, "people[0].profile.unknown", "x"),
    lambda: removed(FULL, ""),
    lambda: removed(FULL, "name"),
    lambda: removed(FULL, "tags[3]"),
    lambda: removed(FULL, "tags.team"),
    lambda: removed(FULL, "people[0].profile.unknown"),
    lambda: moved(FULL, "tags[3]", 0),
    lambda: moved(FULL, "tags", 0),
    lambda: moved(FULL, "name", 0),
    lambda: moved(FULL, "people[0].profile.firstName", 0),
    lambda: tag_renamed(FULL, 3, "x"),
    lambda: grant_renamed(FULL, 3, "x"),
    lambda: grant_removed(FULL, 3),
    lambda: role_renamed(FULL, 3, "x"),
    lambda: person_renamed(FULL, 3, "x"),
]


@pytest.mark.parametrize("edit", NOWHERE)
def test_no_such_place(edit: Callable[[], Plan]) -> None:
    """An edit of a place that the plan does not have is a LookupError."""
    with pytest.raises(LookupError):
        edit()


def test_tag_renamed() -> None:
    """Grants that match on a tag follow its new key."""
    after = tag_renamed(FULL, 0, "squad")
    assert after.tags[0].key == "squad"
    assert [grant.match for grant in after.access] == [("squad", "project"), ("squad",)]


def test_tag_renamed_of_two_with_one_key() -> None:
    """While another tag still has the old key, the grants keep matching on that."""
    edited = replaced(FULL, "tags[1].key", "team")
    after = tag_renamed(edited, 1, "squad")
    assert [tag.key for tag in after.tags[:2]] == ["team", "squad"]
    assert after.access == edited.access


def test_tag_without_a_key_renamed() -> None:
    """A tag whose key was empty does not draw the grants with an empty match along."""
    edited = replaced(replaced(FULL, "tags[0].key", ""), "access[0].match", ("",))
    assert tag_renamed(edited, 0, "squad").access == edited.access


def test_tag_renamed_key_by_key() -> None:
    """Typing a key over another's on the way does not merge the two tags' matches for good."""
    after = tag_renamed(tag_renamed(FULL, 0, "t"), 0, "team")
    assert after == FULL


def test_grant_renamed() -> None:
    """Roles that give a grant follow its new name."""
    after = grant_renamed(FULL, 1, "vault")
    assert after.access[1].name == "vault"
    assert [role.access for role in after.aws.roles] == [("own-resources", "vault"), ("vault",)]


def test_grant_renamed_of_two_with_one_name() -> None:
    """While another grant still has the old name, the roles keep giving that."""
    edited = replaced(FULL, "access[1].name", "own-resources")
    assert grant_renamed(edited, 1, "vault").aws == edited.aws


def test_grant_removed() -> None:
    """Roles no longer refer to a grant that is removed."""
    after = grant_removed(FULL, 1)
    assert [grant.name for grant in after.access] == ["own-resources"]
    assert [role.access for role in after.aws.roles] == [("own-resources",), ()]


def test_grant_removed_of_two_with_one_name() -> None:
    """Roles keep referring to a name that another grant has."""
    edited = replaced(FULL, "access[1].name", "own-resources")
    assert grant_removed(edited, 1).aws == edited.aws


def test_role_renamed() -> None:
    """Roles that trust a role of the plan follow its new name, in the plan's accounts and partition only."""
    others = ("arn:aws:iam::999999999999:role/okta-abac", "arn:aws-cn:iam::111122223333:role/okta-abac")
    own = ("arn:aws:iam::111122223333:role/okta-abac", "arn:aws:iam::012345678901:role/okta-abac")
    edited = replaced(FULL, "aws.roles[1].trusted_roles", own + others)
    after = role_renamed(edited, 0, "engineers")
    assert after.aws.roles[0].name == "engineers"
    assert after.aws.roles[1].trusted_roles == (
        "arn:aws:iam::111122223333:role/engineers",
        "arn:aws:iam::012345678901:role/engineers",
        *others,
    )


def test_role_renamed_of_two_with_one_name() -> None:
    """While another role still has the old name, the roles that trust it keep doing so."""
    edited = inserted(FULL, "aws.roles", Role("okta-abac"))
    assert role_renamed(edited, 2, "engineers").aws.roles[1] == edited.aws.roles[1]


def test_person_renamed() -> None:
    """The profile follows the login where it repeats it, and only there."""
    edited = Plan(people=(Person("a@x", (("login", "a@x"), ("email", "a@x"))), Person("b@x", (("login", "other"),))))
    assert person_renamed(edited, 0, "c@x").people[0] == Person("c@x", (("login", "c@x"), ("email", "a@x")))
    assert person_renamed(edited, 1, "c@x").people[1] == Person("c@x", (("login", "other"),))


def test_attribute_renamed() -> None:
    """An attribute keeps its place and value under a new name, but never overwrites another."""
    edited = Plan(people=(Person("a", (("x", 1), ("y", 2))), Person("b", (("x", 1), ("z", 2))), Person("c")))
    after = attribute_renamed(edited, "x", "z")
    assert [person.profile for person in after.people] == [(("z", 1), ("y", 2)), (("x", 1), ("z", 2)), ()]
