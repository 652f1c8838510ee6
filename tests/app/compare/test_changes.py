"""What changed between two plans in words: by place, with both values, and where each line leads."""

from typing import Any

import pytest

from tests import named
from wizard.access.plan_changes import Change
from wizard.app.compare.changes import change_lines
from wizard.app.compare.field_words import field_words
from wizard.frozen import parts
from wizard.plan.edit import inserted, removed, replaced
from wizard.plan.model import Aws, Grant, Okta, Person, Plan, Role, Tag

OLD = named.plan("team-project")


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("tags[1].value", "user.x", ("tags[1].value", "Tags › project", "Okta value", "user.project", "user.x")),
        ("tags[0].transitive", False, ("tags[0].transitive", "Tags › team", "Transitive", "yes", "no")),
        ("name", "New", ("name", "Okta app and features", "Plan name", OLD.name, "New")),
        (
            "okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES",
            "enabled",
            (
                "okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES",
                "Okta app and features",
                "OIN_SAML2_DYNAMIC_ATTRIBUTES",
                "unknown",
                "enabled",
            ),
        ),
        ("aws.roles[0].session_duration", 60, None),
    ],
)
def test_a_change_names_place_field_and_both_values(path: str, value: Any, expected: tuple[str, ...] | None) -> None:
    """A changed field is told by its place, its words and its values before and now, and leads to itself."""
    (line,) = change_lines(OLD, replaced(OLD, path, value))
    assert line.change is Change.CHANGED
    if expected is None:
        name = OLD.aws.roles[0].name
        expected = (path, f"AWS accounts and roles › {name}", "Length of a session", "3600", "60")
    assert (line.path, line.place, line.field, line.old, line.new) == expected


def test_an_entry_that_is_new_is_told_as_a_whole() -> None:
    """A tag that is added is a place of its own; nothing stood there before."""
    (line,) = change_lines(OLD, inserted(OLD, "tags", Tag("cost", "user.cost")))
    assert (line.path, line.place, line.field, line.old) == ("tags[2]", "Tags › cost", "", "")
    assert line.new == "Tag key: cost; Okta value: user.cost"


def test_what_is_removed_leads_to_the_list_it_stood_in() -> None:
    """The new plan has no such entry, but the list."""
    (line,) = (each for each in change_lines(OLD, removed(OLD, "tags[1]")) if each.change is Change.REMOVED)
    assert (line.path, line.place, line.new) == ("tags", "Tags › project", "")
    assert "Now:" not in line.text()


def test_a_member_of_a_list_of_texts_changes_a_field() -> None:
    """An account, or an action, is no place of its own: what has it is."""
    new = replaced(OLD, "aws.accounts", (*OLD.aws.accounts, "444455556666"))
    (line,) = change_lines(OLD, new)
    assert (line.place, line.field, line.kind, line.new) == (
        "AWS accounts and roles", "Accounts", "added", "444455556666",
    )  # fmt: skip
    new = replaced(OLD, "aws.roles[0].access", (*OLD.aws.roles[0].access, "more"))
    (line,) = change_lines(OLD, new)
    assert (line.field, line.new) == ("What the role gives", "more")


def test_changes_of_one_place_stand_together_in_the_order_of_the_steps() -> None:
    """Whatever the file's order, the table follows the steps."""
    new = replaced(OLD, "aws.saml_provider", "Other")
    new = replaced(new, "okta.org", "acme.okta.com")
    new = replaced(replaced(new, "tags[0].value", "user.a"), "tags[1].required", False)
    new = replaced(new, "tags[0].required", False)
    places = [line.place for line in change_lines(OLD, new)]
    assert places == [
        "Okta app and features", "Tags › team", "Tags › team", "Tags › project", "AWS accounts and roles",
    ]  # fmt: skip


def test_an_order_and_hostile_texts_are_told() -> None:
    """Another order of the tags is one line; what a reader would not see is written out."""
    hostile = inserted(OLD, "tags", Tag("a\u202eb", "user.x\n\n"))
    line = change_lines(OLD, hostile)[0]
    assert "\u202e" not in line.text()
    assert "\n" not in line.new
    (line,) = change_lines(OLD, replaced(OLD, "tags", OLD.tags[::-1]))
    assert (line.field, line.kind, line.new) == ("Order of the tags", "another order", "project; team")


@pytest.mark.parametrize(
    ("before", "kind"),
    [((), Plan), (("okta",), Okta), (("tags",), Tag), (("aws",), Aws), (("aws", "roles"), Role),
     (("access",), Grant), (("people",), Person)],
)  # fmt: skip
def test_every_field_of_a_plan_has_words(before: tuple[str, ...], kind: Any) -> None:
    """A field that is added to the plan is called in words here too; features keep Okta's own names."""
    whole = {"okta", "aws", "profile", "features"}
    for part in parts(kind):
        assert part.name in whole or field_words((*before, part.name)) != part.name
