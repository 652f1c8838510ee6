"""What evidence tells of the two features, and what it cannot tell."""

import json

import pytest

from tests.evidence import okta
from tests.evidence.okta import ada, response, statement
from tests.evidence.trail import event
from wizard.access.verification.comparison import verified
from wizard.plan.reader import plan_from_text
from wizard.saml.evidence.reading import read_evidence

TWO = """{version: 1, tags: [{key: team, value: user.team, transitive: true},
  {key: project, value: user.project, transitive: true}]}"""
ONE = "{version: 1, tags: [{key: team, value: user.team, transitive: true}]}"
NONE = "{version: 1, tags: []}"
APP = {name: values for name, values in ada().items() if "T" not in name}
KEYS = '{"team", "project"}'

CASES = {
    "both on": (TWO, response(), "enabled", "enabled"),
    "arrays off, joined": (TWO, response(ada(TransitiveTagKeys=["team,project"])), "enabled", "disabled"),
    "arrays off, as typed": (TWO, response(ada(TransitiveTagKeys=[KEYS])), "enabled", "disabled"),
    "arrays off, one key as typed": (ONE, response(ada(TransitiveTagKeys=['{"team"}'])), "enabled", "disabled"),
    "one key alone": (ONE, response(ada(TransitiveTagKeys=["team"], project=None)), "enabled", "unknown"),
    "one key of two": (TWO, response(ada(TransitiveTagKeys=["team"])), "enabled", "unknown"),
    "no keys": (TWO, response(ada(TransitiveTagKeys=None)), "enabled", "unknown"),
    "an array in a tag": (TWO, response(ada(team=["a", "b"], TransitiveTagKeys=None)), "enabled", "enabled"),
    "two roles are no array of ours": (
        TWO,
        response(ada(Role=["a", "b"], TransitiveTagKeys=None)),
        "enabled",
        "unknown",
    ),
    "no tag": (TWO, response(APP), "disabled", "unknown"),
    "no statement": (TWO, response(inner=""), "disabled", "unknown"),
    "no tag in a statement": (TWO, statement(APP), "disabled", "unknown"),
    "no tag, and none in the plan": (NONE, response(APP), "unknown", "unknown"),
    "no tag among pasted attributes": (TWO, okta.attribute("Role", ["x"]), "unknown", "unknown"),
    "a misspelled tag": (
        TWO,
        statement(APP).replace("RoleSessionName", "PrincipalTag:Team"),
        "enabled",
        "unknown",
    ),
    "a tag for Identity Center": (TWO, statement(APP | {"AccessControl:team": ["x"]}), "enabled", "unknown"),
    "another app's attribute": (TWO, statement(APP | {"https://example.com/mail": ["x"]}), "disabled", "unknown"),
    "a preview": (TWO, okta.preview({"team": "user.team"}, KEYS), "enabled", "unknown"),
    "a preview of several keys": (
        TWO,
        okta.preview({"team": "user.team"}) + okta.attribute("TransitiveTagKeys", ["team", "project"]),
        "enabled",
        "unknown",
    ),
    "an event": (TWO, json.dumps(event()), "enabled", "enabled"),
    "an event without tags": (
        TWO,
        json.dumps(event() | {"requestParameters": {"roleSessionName": "ada"}}),
        "disabled",
        "unknown",
    ),
    "a refused event without tags": (
        TWO,
        json.dumps(event() | {"requestParameters": None, "errorCode": "AccessDenied"}),
        "unknown",
        "unknown",
    ),
    "an event with joined keys": (TWO, json.dumps(event(keys=("team,project",))), "enabled", "disabled"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_evidence_tells_what_it_can(name: str) -> None:
    """Enabled, disabled, or unknown, for each feature."""
    plan, evidence, dynamic, arrays = CASES[name]
    data = evidence.encode() if isinstance(evidence, str) else evidence
    assert verified(plan_from_text(plan), read_evidence(data)).features == (
        ("OIN_SAML2_DYNAMIC_ATTRIBUTES", dynamic),
        ("SAML_SUPPORT_ARRAY_ATTRIBUTES", arrays),
    )
