"""A preview is told from a sign-in: in a preview the expressions stand where a sign-in has values."""

import pytest

from tests import named
from tests.evidence import okta
from tests.evidence.identity_provider import response
from tests.evidence.shapes import base64
from wizard.access.verification.comparison import Verdict, verified
from wizard.access.verification.kind import Kind, kind_of
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text
from wizard.saml.assertion import assertion_xml
from wizard.saml.evidence.reading import read_evidence
from wizard.saml.preview import preview_xml

PLAN = named.plan("team-project")


def kind(text: str | bytes, plan: Plan = PLAN) -> Kind:
    """Return the kind of a text as evidence."""
    return kind_of(plan, read_evidence(text.encode() if isinstance(text, str) else text))


PREVIEWS = {
    "the plan's own expressions": okta.preview({"team": "user.team", "project": "user.project"}, '{"team", "project"}'),
    "other expressions": okta.preview({"team": "user.department", "project": "appuser.project"}),
    "one of the plan's and a value": okta.preview({"team": "user.team", "project": "apollo"}),
    "a function": okta.preview({"team": 'String.replace(user.team, "a", "b")', "project": "x"}),
    "a default": okta.preview({"team": 'user.team ?: "none"'}),
    "a literal": okta.preview({"team": '"platform"'}),
    "the dialect of Identity Engine": okta.preview({"team": "user.profile.team"}),
    "a list alone": okta.attribute("TransitiveTagKeys", ['{"team", "project"}']),
    "padded": okta.preview({"team": "\n   user.team\n  "}),
    "a statement": okta.statement({"PrincipalTag:team": ["user.team"]}),
    "an unsigned assertion": okta.assertion({"PrincipalTag:team": ["user.team"]}),
}
CAPTURED = {
    "values": okta.preview({"team": "platform"}, '{"team", "project"}'),
    "values like attributes of something else": okta.preview({"team": "app.frontend", "project": "apollo"}),
    "a flattened list alone": okta.attribute("TransitiveTagKeys", ["team,project"]),
    "a statement": okta.statement(okta.ada()),
    "nothing": okta.statement({}),
    "a response": okta.response({"PrincipalTag:team": ["user.team"]}),
    "a posted assertion": base64(okta.assertion({"PrincipalTag:team": ["user.team"]}).encode()),
    "a signed response": response({"PrincipalTag:team": ["user.team"]}),
}


@pytest.mark.parametrize("name", PREVIEWS)
def test_expressions_are_a_preview(name: str) -> None:
    """Whether the plan knows them or not."""
    assert kind(PREVIEWS[name]) is Kind.PREVIEW


@pytest.mark.parametrize("name", CAPTURED)
def test_values_and_whatever_was_posted_are_captured(name: str) -> None:
    """What a browser posted is what AWS got, whatever it looks like."""
    assert kind(CAPTURED[name]) is Kind.CAPTURED


ALL = [(name, each) for name, plan in named.plans().items() if name != "hostile" for each in (None, *plan.people)]


@pytest.mark.parametrize("name", [name for name in named.PLANS if name != "hostile"])
def test_the_plans_own_preview_matches(name: str) -> None:
    """As Okta shows it; it tells nothing of arrays."""
    plan = named.plan(name)
    found = verified(plan, read_evidence(preview_xml(plan).encode()))
    assert (found.verdict, found.differences) == (Verdict.MATCH, ())
    assert found.kind is (Kind.PREVIEW if plan.tags else Kind.CAPTURED)
    assert dict(found.features)["SAML_SUPPORT_ARRAY_ATTRIBUTES"] == "unknown"


@pytest.mark.parametrize(("name", "person"), ALL)
def test_what_the_plan_gives_a_person_matches(name: str, person: object) -> None:
    """As AWS receives it."""
    plan = named.plan(name)
    found = verified(plan, read_evidence(assertion_xml(plan, person).encode()), person)
    assert (found.verdict, found.differences) == (Verdict.MATCH, ())


def test_a_plan_with_static_values_is_told_by_the_rest() -> None:
    """A word is no expression, so the other tags decide."""
    plan = plan_from_text("{version: 1, tags: [{key: a, value: '\"x\"'}, {key: b, value: user.b}]}")
    assert kind(preview_xml(plan), plan) is Kind.PREVIEW
    assert kind(okta.preview({"a": "x", "b": "y"}), plan) is Kind.CAPTURED
