"""The attributes as Okta's console previews them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from tests import named
from tests.saml.schema import violations
from tests.strategies import plans
from wizard.okta.statements import attribute_statements
from wizard.plan.model import Plan
from wizard.plan.path import value_at
from wizard.quoting.xml_text import holdable
from wizard.saml.preview import preview, preview_xml

POST = Path(__file__).parent / "post_preview.txt"
ROOT = re.compile(r"\A<saml2:AttributeStatement xmlns:saml2=\"[^\"]+\">(.*)</saml2:AttributeStatement>\Z", re.DOTALL)
WITH_TAGS = sorted(name for name, plan in named.plans().items() if plan.tags)


def squeezed(xml: str) -> str:
    """Return the XML without the white space between its tags."""
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", xml)).strip()


def test_the_preview_is_the_posts() -> None:
    """The preview of the post's plan is the post's preview, apart from white space and the root around it."""
    inner = ROOT.match(preview_xml(named.plan("team-project")).strip())
    assert inner is not None
    assert squeezed(inner[1]) == squeezed(POST.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", WITH_TAGS)
def test_the_preview_is_saml(name: str) -> None:
    """In an assertion, the preview of every plan with tags is valid by the OASIS schema."""
    assert violations(preview_xml(named.plan(name))) == []


@given(plan=plans())
def test_the_preview_holds_what_is_typed(plan: Plan) -> None:
    """A parser reads back the names and the values as they are typed, whatever they hold."""
    root = etree.fromstring(preview_xml(plan).encode())
    read = [(attribute.get("Name"), [value.text or "" for value in attribute]) for attribute in root]
    assert read == [(holdable(row.name), [holdable(row.value)]) for row in attribute_statements(plan)]


@given(plan=plans())
def test_each_line_leads_to_the_plan(plan: Plan) -> None:
    """Each line between the root's tags leads to a field that exists, and a value's line to what made the value."""
    rendered = preview(plan)
    lines = rendered.text.splitlines()
    for number, path in rendered.places:
        value_at(plan, path)
        if path.endswith(".key") and "<saml2:Attribute " in lines[number - 1]:
            assert "PrincipalTag:" in lines[number - 1]
    opening = next(number for number, line in enumerate(lines, 1) if line.startswith("<saml2:AttributeStatement"))
    placed = {number for number, _ in rendered.places}
    assert placed == set(range(opening + 1, len(lines)))


def test_a_plan_without_tags_says_so() -> None:
    """Without tags the document says that Okta sends nothing."""
    assert preview_xml(Plan()).startswith("<!-- The plan has no tags")


def test_an_empty_statement_is_no_saml() -> None:
    """The schema refuses a statement without attributes, so a plan without tags gets no file."""
    assert violations(preview_xml(Plan())) != []
