"""The comparison as a whole: whose values, each attribute beside the plan, and the post's own snippets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import named
from tests.evidence import okta
from tests.evidence.identity_provider import PREFIX
from tests.strategies import plans
from wizard.access.verification.comparison import Verdict, verified
from wizard.access.verification.kind import Kind
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.reading import read_evidence

PLAN = named.plan("team-project")
POST = (Path(__file__).parents[2] / "evidence" / "post.txt").read_text().splitlines()
COST = "{version: 1, tags: [{key: costCenter, value: user.costCenter, transitive: true}]}"


@pytest.mark.parametrize("login", ["ada@example.com", "ADA@example.com "])
def test_the_person_is_found_by_the_session_name(login: str) -> None:
    """Or by the subject, whatever the case of the login."""
    assert verified(PLAN, read_evidence(okta.response(name_id=login))).login == "ada@example.com"
    other = okta.response(okta.ada(RoleSessionName=["ada"]), name_id=login)
    assert verified(PLAN, read_evidence(other)).login == "ada@example.com"


def test_a_stranger_is_compared_with_nobody() -> None:
    """Values of people whom the plan does not know are taken as they are."""
    evidence = read_evidence(okta.response(okta.ada(team=["x"], RoleSessionName=["eve"]), name_id="eve"))
    found = verified(PLAN, evidence)
    assert (found.login, found.verdict) == (None, Verdict.MATCH)


def test_each_attribute_stands_beside_the_plan() -> None:
    """What was sent in its order, then what is missing."""
    sent = okta.ada(team=["data"], project=None)
    rows = verified(PLAN, read_evidence(okta.response(sent))).rows
    assert [(row.name.removeprefix(PREFIX), row.expected, row.found) for row in rows] == [
        ("Role", None, tuple(sent["Role"])),
        ("RoleSessionName", None, ("ada@example.com",)),
        ("SessionDuration", None, ("3600",)),
        ("PrincipalTag:team", ("platform",), ("data",)),
        ("TransitiveTagKeys", ("team", "project"), ("team", "project")),
        ("PrincipalTag:project", ("apollo",), None),
    ]
    assert [[each.rule for each in row.differences] for row in rows] == [
        *[[], [], []],
        ["EVD118"],
        ["EVD122"],
        ["EVD101"],
    ]


def test_a_preview_stands_beside_the_expressions() -> None:
    """They are what the plan means there."""
    rows = verified(PLAN, read_evidence(okta.preview({"team": "user.team"}).encode())).rows
    assert rows[0].expected == rows[0].found == ("user.team",)
    assert rows[-1].expected == ('{"team", "project"}',)


def test_the_posts_example_of_a_tag_is_judged() -> None:
    """A captured value, padded, from a copy that lost its bracket; the list of keys stands in the next snippet."""
    found = verified(plan_from_text(COST), read_evidence(POST[0].encode()))
    assert found.kind is Kind.CAPTURED
    assert [(each.rule, each.found) for each in found.differences] == [
        ("EVD101", ()),
        ("EVD112", ("         31415926     ",)),
        ("EVD144", ()),
    ]


def test_the_posts_example_of_a_list_is_judged() -> None:
    """One key, padded."""
    found = verified(plan_from_text(COST), read_evidence(POST[1].encode()))
    assert [each.rule for each in found.differences] == ["EVD101", "EVD112"]
    assert dict(found.features)["SAML_SUPPORT_ARRAY_ATTRIBUTES"] == "unknown"


def test_the_posts_two_examples_together_are_judged() -> None:
    """Tag and list, both padded: nothing is missing then."""
    found = verified(plan_from_text(COST), read_evidence("\n".join(POST[:2]).encode()))
    assert [each.rule for each in found.differences] == ["EVD112", "EVD112", "EVD144"]


def test_the_posts_preview_matches_its_plan() -> None:
    """The literal list is no fault in a preview."""
    found = verified(PLAN, read_evidence(POST[2].encode()))
    assert (found.kind, found.verdict, found.differences) == (Kind.PREVIEW, Verdict.MATCH, ())


NAMES = st.sampled_from(["PrincipalTag:team", "PrincipalTag:Team", "TransitiveTagKeys", "Role", "SessionDuration"])
TEXTS = st.sampled_from(
    ["", " ", "a,b", '{"team"}', "user.team", "é", "\U0001f600", "aws:x", "x" * 300, "1" * 20, "<&>"]
)
SENT = st.dictionaries(
    st.one_of(NAMES, st.builds("PrincipalTag:{}".format, TEXTS)), st.lists(TEXTS, max_size=3), max_size=6
)


@given(plans(), SENT)
def test_any_plan_judges_any_evidence(plan: Plan, sent: dict[str, list[str]]) -> None:
    """Nothing that a plan or a sign-in may hold ends the comparison."""
    for data in (okta.response(sent), okta.statement(sent).encode()):
        try:
            evidence = read_evidence(data)
        except Unusable:
            continue
        for person in (None, *plan.people[:1]):
            found = verified(plan, evidence, person)
            assert all(each.message() and each.fix() for each in found.differences)
            assert len(found.rows) >= len(evidence.attributes)
