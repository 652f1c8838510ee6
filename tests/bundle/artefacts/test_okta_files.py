"""The files of the bundle that Okta is given."""

import json
from types import ModuleType

import pytest
import yaml
from hypothesis import given

from tests import named
from tests.strategies import plans
from wizard.bundle.artefacts import (
    app_settings,
    app_user_schema,
    attribute_statements,
    federated_claims,
    profile_mapping,
    support_request,
    user_schema,
)
from wizard.okta.statements import attribute_statements as statements
from wizard.plan.model import Claims, Okta, Plan, Tag
from wizard.plan.path import value_at
from wizard.quoting.yaml_text import document

AWS = "https://aws.amazon.com/SAML/Attributes/"
URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"
JSON_FILES = (app_settings, app_user_schema, federated_claims, profile_mapping, user_schema)


def files(artefact: ModuleType, plan: Plan) -> dict[str, str]:
    """Return the files of an artefact by path."""
    return {file.path: file.text for file in artefact.ARTEFACT.files(plan, "en")}


def content(artefact: ModuleType, plan: Plan) -> object:
    """Return what the one JSON file of an artefact holds."""
    (text,) = files(artefact, plan).values()
    return json.loads(text)


def test_the_rows_of_the_posts_example() -> None:
    """The rows stand in YAML with the label of the console and the URN."""
    ((path, text),) = files(attribute_statements, named.plan("team-project")).items()
    assert path == "okta/attribute-statements.yaml"
    name_format = {"label": "URI Reference", "urn": URI}
    assert yaml.safe_load(text) == {
        "attribute_statements": [
            {"name": f"{AWS}PrincipalTag:team", "name_format": name_format, "value": "user.team"},
            {"name": f"{AWS}PrincipalTag:project", "name_format": name_format, "value": "user.project"},
            {"name": f"{AWS}TransitiveTagKeys", "name_format": name_format, "value": '{"team", "project"}'},
        ]
    }


def test_the_app_settings_of_the_posts_example() -> None:
    """Okta's API is given the rows with destinationOverride, without which it stores nothing."""
    assert content(app_settings, named.plan("team-project")) == {
        "settings": {
            "signOn": {
                "destinationOverride": None,
                "attributeStatements": [
                    {"type": "EXPRESSION", "name": name, "namespace": URI, "values": [value]}
                    for name, value in (
                        (f"{AWS}PrincipalTag:team", "user.team"),
                        (f"{AWS}PrincipalTag:project", "user.project"),
                        (f"{AWS}TransitiveTagKeys", '{"team", "project"}'),
                    )
                ],
            }
        }
    }


def test_federated_claims_stand_instead_of_rows() -> None:
    """A plan of federated claims has one file of claims, and neither rows nor app settings."""
    plan = named.plan("federated")
    assert files(attribute_statements, plan) == files(app_settings, plan) == {}
    claims = content(federated_claims, plan)
    assert claims == [{"name": row.name, "expression": row.value} for row in statements(plan)]
    assert files(federated_claims, named.plan("team-project")) == {}


def test_the_user_schema_of_the_posts_example() -> None:
    """Two custom attributes are added that take what AWS takes and that people may only read."""
    properties = {
        name: {
            "title": title,
            "description": f"Read by the AWS session tag {name}",
            "type": "string",
            "maxLength": 256,
            "required": False,
            "permissions": [{"principal": "SELF", "action": "READ_ONLY"}],
        }
        for name, title in (("team", "Team"), ("project", "Project"))
    }
    custom = {"id": "#custom", "type": "object", "properties": properties, "required": []}
    plan = named.plan("team-project")
    assert content(user_schema, plan) == {"definitions": {"custom": custom}}
    in_the_app = {name: form | {"scope": "NONE"} for name, form in properties.items()}
    assert content(app_user_schema, plan) == {"definitions": {"custom": custom | {"properties": in_the_app}}}


def test_a_list_is_an_array_of_strings() -> None:
    """The source of a list tag is an array, which has no maxLength."""
    schema = content(user_schema, Plan(tags=(Tag("teams", "user.teams", separator=":"),)))
    assert isinstance(schema, dict)
    teams = schema["definitions"]["custom"]["properties"]["teams"]
    assert (teams["type"], teams["items"], "maxLength" in teams) == ("array", {"type": "string"}, False)


def test_the_mapping_of_the_posts_example() -> None:
    """Each custom attribute of the app is filled from its namesake, on create and on update."""
    assert content(profile_mapping, named.plan("team-project")) == {
        "properties": {name: {"expression": f"user.{name}", "pushStatus": "PUSH"} for name in ("team", "project")}
    }


def test_base_attributes_need_no_schema() -> None:
    """A plan that reads base attributes alone adds nothing, and its files say so."""
    plan = Plan(tags=(Tag("cost-center", "user.costCenter"),))
    nothing = {"definitions": {"custom": {"id": "#custom", "type": "object", "properties": {}, "required": []}}}
    assert content(user_schema, plan) == content(app_user_schema, plan) == nothing
    assert content(profile_mapping, plan) == {"properties": {}}


@pytest.mark.parametrize(("name", "asked"), [("team-project", True), ("federated", False), ("empty", False)])
def test_the_request_is_there_where_something_must_be_asked_for(name: str, *, asked: bool) -> None:
    """The request to Okta's support is in the bundle only where a feature is not known to be enabled."""
    assert list(files(support_request, named.plan(name))) == (["okta/support-request.txt"] if asked else [])


@given(plan=plans())
def test_whatever_a_plan_holds_okta_reads_it(plan: Plan) -> None:
    """The JSON of any plan parses, and its YAML holds the rows."""
    for artefact in JSON_FILES:
        for text in files(artefact, plan).values():
            json.loads(text)
    for text in files(attribute_statements, plan).values():
        read = [(row["name"], row["value"]) for row in yaml.safe_load(text)["attribute_statements"]]
        assert read == [(row.name, row.value) for row in statements(plan)]


@given(plan=plans())
def test_claims_and_rows_exclude_each_other(plan: Plan) -> None:
    """A bundle holds the files of one of Okta's two claim systems."""
    federated = Plan(tags=plan.tags, okta=Okta(claims=Claims.FEDERATED))
    classic = Plan(tags=plan.tags, okta=Okta(claims=Claims.STATEMENTS))
    made = [
        [bool(files(artefact, held)) for artefact in (attribute_statements, app_settings, federated_claims)]
        for held in (classic, federated)
    ]
    assert made == [[True, True, False], [False, False, True]]


@given(plan=plans())
def test_each_line_of_the_rows_leads_to_the_plan(plan: Plan) -> None:
    """The line that holds a name leads to the tag's key, and the line that holds a value to its value."""
    rows, claims = attribute_statements.rendered(plan), federated_claims.rendered(plan)
    for rendered, name, value in ((rows, "  - name:", "    value:"), (claims, '    "name":', '    "expression":')):
        lines = rendered.text.split("\n")
        assert [rendered.path(number) for number, line in enumerate(lines, 1) if line.startswith(name)] == [
            row.name_path for row in statements(plan)
        ]
        assert [rendered.path(number) for number, line in enumerate(lines, 1) if line.startswith(value)] == [
            row.value_path for row in statements(plan)
        ]
        assert all(value_at(plan, path) is not None for _, path in rendered.places)


@given(plan=plans())
def test_the_rows_are_one_document(plan: Plan) -> None:
    """The rows, which are written one by one, are what the YAML writer makes of all of them."""
    rows = [
        {
            "name": row.name,
            "name_format": {"label": row.name_format.label, "urn": row.name_format.urn},
            "value": row.value,
        }
        for row in statements(plan)
    ]
    assert attribute_statements.rendered(plan).text == document({"attribute_statements": rows})
