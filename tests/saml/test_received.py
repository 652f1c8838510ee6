"""The attributes as AWS receives them."""

import pytest
from hypothesis import given
from lxml import etree

from tests import named
from tests.saml.schema import violations
from tests.strategies import plans
from wizard.plan.model import Claims, Okta, Person, Plan, Profile, ProfileValue, Tag
from wizard.plan.path import value_at
from wizard.quoting.xml_text import holdable
from wizard.saml.assertion import assertion, assertion_xml
from wizard.saml.names import TRANSITIVE_TAG_KEYS, principal_tag
from wizard.saml.received import received_attributes

WITH_TAGS = sorted(name for name, plan in named.plans().items() if plan.tags)


def plan(*tags: Tag, claims: Claims = Claims.STATEMENTS) -> Plan:
    """Return a plan with these tags."""
    return Plan(tags=tags, okta=Okta(claims=claims))


def person(**profile: ProfileValue) -> Person:
    """Return a person with this profile."""
    held: Profile = tuple(profile.items())
    return Person("ada@example.com", held)


def values(xml: str) -> dict[str, list[str]]:
    """Return the values of each attribute of a document by the attribute's name."""
    root = etree.fromstring(xml.encode())
    return {str(attribute.get("Name")): [value.text or "" for value in attribute] for attribute in root}


def remarks(xml: str) -> str:
    """Return the comment at the top of a document, empty where there is none."""
    before = etree.fromstring(xml.encode()).getprevious()
    return "" if before is None else str(before.text)


def test_the_posts_example_for_ada() -> None:
    """Ada's values stand in the post's example, the transitive keys nested, and there is nothing to remark."""
    example = named.plan("team-project")
    xml = assertion_xml(example, example.person())
    assert values(xml) == {
        principal_tag("team"): ["platform"],
        principal_tag("project"): ["apollo"],
        TRANSITIVE_TAG_KEYS: ["team", "project"],
    }
    assert remarks(xml) == ""


def test_without_a_person_the_values_are_expressions() -> None:
    """With no person each value is the expression, and a comment at the top says so; the keys are nested still."""
    xml = assertion_xml(named.plan("team-project"), None)
    assert values(xml) == {
        principal_tag("team"): ["user.team"],
        principal_tag("project"): ["user.project"],
        TRANSITIVE_TAG_KEYS: ["team", "project"],
    }
    assert "the values are the Okta expressions themselves" in remarks(xml)
    assert xml.startswith("<!--")


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (("apollo", "gemini"), ":apollo:gemini:"),
        (("apollo",), ":apollo:"),
        ((), "::"),
        (("a,b", "c"), ":a:b:c:"),
        (("a", None, "b"), ":a:b:"),
        ("a, b", ":a:b:"),
        (3, ":3:"),
    ],
)
def test_a_list_is_joined(value: ProfileValue, sent: str) -> None:
    """A list tag has one value, joined with the separator at both ends, as the exported row joins it."""
    xml = assertion_xml(plan(Tag("p", "user.p", separator=":")), person(p=value))
    assert values(xml) == {principal_tag("p"): [sent]}


@pytest.mark.parametrize("claims", list(Claims))
def test_a_person_without_a_value_has_no_attribute(claims: Claims) -> None:
    """What Okta sends for null is not documented: the attribute is left out, and the comment says so."""
    expression = "user.team" if claims is Claims.STATEMENTS else "user.profile.team"
    for separator in (None, ":"):
        xml = assertion_xml(plan(Tag("team", expression, separator=separator), claims=claims), person())
        assert values(xml) == {}
        assert "left out" in remarks(xml)
        assert "not document" in remarks(xml)
        assert "no legal SAML" in remarks(xml)


def test_an_array_without_a_separator_is_sent_as_several_values() -> None:
    """An array in a tag that is no list arrives as one AttributeValue a member, as AWS would get it."""
    xml = assertion_xml(plan(Tag("team", "user.teams")), person(teams=("a", "b")))
    assert values(xml) == {principal_tag("team"): ["a", "b"]}


def test_an_empty_value_is_sent_empty() -> None:
    """An emptied attribute is an empty text, and gives an empty value."""
    assert values(assertion_xml(plan(Tag("team", "user.team")), person(team=""))) == {principal_tag("team"): [""]}


@pytest.mark.parametrize("expression", ["user.team[", "appuser.team", 'user.getLinkedObject("manager").team', "--"])
def test_what_cannot_be_evaluated_stays_an_expression(expression: str) -> None:
    """Where no value can be told the expression stands, and the comment names the tag and the reason."""
    xml = assertion_xml(plan(Tag("team", expression)), person(team="platform"))
    assert values(xml) == {principal_tag("team"): [expression]}
    assert 'PrincipalTag "team"' in remarks(xml)
    assert "expression itself" in remarks(xml)


def test_a_federated_list_says_that_its_joining_is_undocumented() -> None:
    """In the Identity Engine's language no join is documented, which the comment says."""
    tag = Tag("teams", "user.profile.teams", separator=":")
    xml = assertion_xml(plan(tag, claims=Claims.FEDERATED), person(teams=("a", "b")))
    assert values(xml) == {principal_tag("teams"): [":a:b:"]}
    assert "joins an array" in remarks(xml)


@pytest.mark.parametrize("name", WITH_TAGS)
def test_the_assertion_is_saml(name: str) -> None:
    """What AWS receives is valid by the OASIS schema, for a person and without one."""
    tested = named.plan(name)
    assert violations(assertion_xml(tested, None)) == []
    for known in tested.people:
        if any(received.attribute.values for received in received_attributes(tested, known)):
            assert violations(assertion_xml(tested, known)) == []


@given(plan=plans())
def test_any_plan_renders_and_reads_back(plan: Plan) -> None:
    """Whatever a plan and its people hold, a parser reads back the names and the values."""
    for known in (None, *plan.people):
        root = etree.fromstring(assertion_xml(plan, known).encode())
        read = [(attribute.get("Name"), [value.text or "" for value in attribute]) for attribute in root]
        assert read == [
            (holdable(received.attribute.name), [holdable(value.text) for value in received.attribute.values])
            for received in received_attributes(plan, known)
            if received.attribute.values
        ]


@given(plan=plans())
def test_each_line_leads_to_the_plan(plan: Plan) -> None:
    """Each line of an attribute leads to a field that exists, and the lines of the transitive keys to their tags."""
    rendered = assertion(plan, plan.person())
    lines = rendered.text.split("\n")
    opening = next(number for number, line in enumerate(lines, 1) if line.startswith("<saml2:AttributeStatement"))
    assert {number for number, _ in rendered.places} == set(range(opening + 1, len(lines) - 1))
    assert all(value_at(plan, path) is not None for _, path in rendered.places)
    transitive = [path for _, path in rendered.places if path.endswith(".transitive")]
    assert list(dict.fromkeys(transitive)) == [
        f"tags[{index}].transitive" for index, tag in enumerate(plan.tags) if tag.transitive
    ]


def test_a_number_is_remarked() -> None:
    """How Okta writes what is no text is not documented, and the comment says so."""
    xml = assertion_xml(plan(Tag("n", "user.n"), Tag("b", "user.b")), person(n=3, b=True))
    assert values(xml) == {principal_tag("n"): ["3"], principal_tag("b"): ["true"]}
    assert remarks(xml).count("xsi:type") == 2


def test_hostile_keys_break_no_comment() -> None:
    """A key that holds line ends and comment marks stands on one line of the comment."""
    xml = assertion_xml(plan(Tag("--><x/>\n<!--", "user.team[")), person())
    assert len(remarks(xml).splitlines()) == 1
    assert [attribute.tag.rsplit("}", 1)[1] for attribute in etree.fromstring(xml.encode())] == ["Attribute"]
