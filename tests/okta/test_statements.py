"""The rows that are typed into Okta."""

import pytest
from hypothesis import given

from tests import named
from tests.strategies import plans
from wizard.okta.attribute_names import NameFormat
from wizard.okta.statements import attribute_statements, joined_expression, list_join_documented
from wizard.plan.model import SEPARATORS, Claims, Plan, Tag
from wizard.plan.path import value_at

AWS = "https://aws.amazon.com/SAML/Attributes/"
URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"


def rows(plan: Plan) -> list[tuple[str, str, str]]:
    """Return name, name format and value of each row."""
    return [(row.name, row.name_format.urn, row.value) for row in attribute_statements(plan)]


def test_the_posts_example_gives_its_three_rows() -> None:
    """The plan of Okta's post gives exactly the rows of the post, in its order."""
    assert rows(named.plan("team-project")) == [
        (f"{AWS}PrincipalTag:team", URI, "user.team"),
        (f"{AWS}PrincipalTag:project", URI, "user.project"),
        (f"{AWS}TransitiveTagKeys", URI, '{"team", "project"}'),
    ]


def test_a_plan_without_tags_has_no_rows() -> None:
    """Nothing is sent for a plan without tags."""
    assert attribute_statements(Plan()) == ()


def test_transitive_keys_stand_in_plan_order() -> None:
    """The list names the transitive tags alone, in the order of the plan."""
    tags = (Tag("z", "user.z", transitive=True), Tag("m", "user.m"), Tag("a", "user.a", transitive=True))
    assert attribute_statements(Plan(tags=tags))[-1].value == '{"z", "a"}'


def test_without_transitive_tags_there_is_no_list() -> None:
    """TransitiveTagKeys is left out where no tag is transitive."""
    assert rows(Plan(tags=(Tag("team", "user.team"),))) == [(f"{AWS}PrincipalTag:team", URI, "user.team")]


def test_a_quote_in_a_key_is_doubled() -> None:
    """A quote in a key does not end the literal."""
    assert attribute_statements(Plan(tags=(Tag('a"b', "user.a", transitive=True),)))[-1].value == '{"a""b"}'


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_list_is_joined_with_its_separator(separator: str) -> None:
    """The row of a list tag joins the list, with the separator at both ends."""
    tag = Tag("teams", "user.teams", separator=separator)
    assert attribute_statements(Plan(tags=(tag,)))[0].value == (
        f'"{separator}" + String.replace(Arrays.toCsvString(user.teams), ",", "{separator}") + "{separator}"'
    )


def test_a_conditional_list_is_joined_as_a_whole() -> None:
    """The expression stands in the parentheses of the function, so its operators do not reach the joining."""
    assert joined_expression("a ?: b", ":") == '":" + String.replace(Arrays.toCsvString(a ?: b), ",", ":") + ":"'


@pytest.mark.parametrize(("claims", "documented"), [(Claims.STATEMENTS, True), (Claims.FEDERATED, False)])
def test_only_the_classic_language_joins_lists(claims: Claims, *, documented: bool) -> None:
    """Okta documents a join for classic expressions, and none for the Identity Engine's."""
    assert list_join_documented(claims) is documented


@given(plan=plans())
def test_each_row_leads_to_its_tag(plan: Plan) -> None:
    """The path of a row is the part of the plan that made it."""
    statements = attribute_statements(plan)
    sources = [value_at(plan, statement.path) for statement in statements]
    assert tuple(sources[: len(plan.tags)]) == plan.tags
    assert all(source == plan.tags for source in sources[len(plan.tags) :])


def test_name_formats_are_oktas() -> None:
    """The three name formats have the labels of Okta's console."""
    labels = {known.label: known.urn.rsplit(":", 1)[1] for known in NameFormat}
    assert labels == {"Unspecified": "unspecified", "URI Reference": "uri", "Basic": "basic"}
