"""The profile attributes that a plan reads."""

import pytest

from tests import named
from wizard.aws.limits import TAG_VALUE_LENGTH
from wizard.okta.base_attributes import BASE_ATTRIBUTES
from wizard.okta.limits import TAG_SOURCE_LENGTH
from wizard.okta.profile import ProfileAttribute, app_attributes, custom_attributes, mapped_attributes
from wizard.plan.model import Claims, Okta, Person, Plan, Profile, Tag


def plan(*values: str, claims: Claims = Claims.STATEMENTS, profile: Profile = ()) -> Plan:
    """Return a plan with one tag for each expression."""
    tags = tuple(Tag(f"tag{index}", value) for index, value in enumerate(values))
    return Plan(tags=tags, okta=Okta(claims=claims), people=(Person("ada", profile),))


def names(plan: Plan) -> list[str]:
    """Return the names of the plan's custom attributes."""
    return [attribute.name for attribute in custom_attributes(plan)]


def test_okta_has_31_base_attributes() -> None:
    """Okta's user profile has 31 base attributes, each named once."""
    assert len({attribute.name for attribute in BASE_ATTRIBUTES}) == len(BASE_ATTRIBUTES) == 31


@pytest.mark.parametrize(
    ("value", "custom"),
    [
        ("user.team", ["team"]),
        ("user.costCenter", []),
        ("user.team + user.project", ["team", "project"]),
        ('user.team ?: "none"', ["team"]),
        ("String.toUpperCase(user.division) + user.squad", ["squad"]),
        ("appuser.team", []),
        ('"user.team"', []),
        ("user.team[", []),
        ('user.getInternalProperty("id")', []),
    ],
)
def test_what_a_classic_expression_reads(value: str, custom: list[str]) -> None:
    """The attributes that an expression reads are needed, but for those that every profile has."""
    assert names(plan(value)) == custom


@pytest.mark.parametrize(
    ("value", "custom"),
    [
        ("user.profile.team", ["team"]),
        ("user.profile.costCenter", []),
        ("user.id", []),
        ("user.status", []),
        ("user.profile.team.toUpperCase()", ["team"]),
        ("user.getGroups({'group.type': {'OKTA_GROUP'}}).![profile.name]", []),
    ],
)
def test_what_an_identity_engine_expression_reads(value: str, custom: list[str]) -> None:
    """In the Identity Engine's language the profile is read through user.profile, and user.id is no attribute."""
    assert names(plan(value, claims=Claims.FEDERATED)) == custom


def test_an_attribute_is_named_once_with_its_tags() -> None:
    """An attribute that two tags read is one attribute and knows both."""
    assert custom_attributes(plan("user.team", "user.team + user.team")) == (
        ProfileAttribute("team", array=False, tags=("tag0", "tag1")),
    )


def test_the_source_of_a_list_tag_is_an_array() -> None:
    """What a list tag reads is an array of strings, whose schema has no length."""
    (attribute,) = custom_attributes(Plan(tags=(Tag("teams", "user.teams", separator=":"),)))
    assert (attribute.array, attribute.max_length) == (True, None)


@pytest.mark.parametrize(("value", "array"), [(("a", "b"), True), ("a,b", False)])
def test_sample_people_show_what_an_attribute_is(value: tuple[str, ...] | str, *, array: bool) -> None:
    """A list in a sample profile makes the attribute an array, a single value makes it a string."""
    tags = (Tag("teams", "user.teams", separator=":"),)
    (attribute,) = custom_attributes(Plan(tags=tags, people=(Person("ada", (("teams", value),)),)))
    assert attribute.array is array


@pytest.mark.parametrize(
    ("name", "title"),
    [("team", "Team"), ("costCenterName", "Cost center name"), ("aws_role", "Aws role"), ("SRE", "SRE")],
)
def test_titles_are_words(name: str, title: str) -> None:
    """The display name of an attribute is its variable name in words."""
    assert ProfileAttribute(name, array=False, tags=()).title == title


def test_the_app_gets_the_users_attributes_and_its_own() -> None:
    """The app's profile takes the custom attributes of the user and what the plan reads from the app."""
    asked = plan("user.team", "appuser.costCenter", "appuser.entitlement", "appuser.userName")
    assert [attribute.name for attribute in app_attributes(asked)] == ["team", "costCenter", "entitlement"]


def test_only_namesakes_are_mapped() -> None:
    """An app attribute of which the user's profile holds no namesake is not mapped by guess."""
    assert mapped_attributes(plan("user.team", "appuser.costCenter", "appuser.entitlement")) == ("team", "costCenter")


def test_the_longest_source_is_the_longest_tag() -> None:
    """A profile attribute takes what AWS takes for a tag's value, no more."""
    assert TAG_SOURCE_LENGTH == TAG_VALUE_LENGTH


def test_every_named_plan_has_a_profile() -> None:
    """No plan, a hostile one neither, keeps its profile from being told."""
    assert {name: isinstance(custom_attributes(plan), tuple) for name, plan in named.plans().items()} == dict.fromkeys(
        named.PLANS, True
    )
