"""Tests of the JSON Schema: it says what the reader does."""

import json
from copy import deepcopy
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.named import PLANS, plan
from tests.plan.anything import any_plan
from wizard.plan.error import PlanError
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text
from wizard.plan.schema import plan_schema
from wizard.plan.templates import template_names, template_text
from wizard.plan.writer import plan_text
from wizard.quoting.yaml_text import document

VALIDATOR = Draft202012Validator(plan_schema())


def reader_takes(value: Any) -> bool:
    """Tell whether the reader takes a tree of values, written as YAML."""
    try:
        plan_from_text(document(value))
    except PlanError:
        return False
    return True


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every value in a tree, but for what stands in a profile, where almost anything may."""
    found = [path]
    if path and path[-1] == "profile":
        return found
    if isinstance(value, dict):
        for key, item in value.items():
            found += places(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found += places(item, (*path, index))
    return found


def changed(tree: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """Return the tree with another value at the path."""
    if not path:
        return value
    copy = deepcopy(tree)
    part = copy
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return copy


def part_at(tree: Any, path: tuple[str | int, ...]) -> Any:
    """Return what stands at the path."""
    for step in path:
        tree = tree[step]
    return tree


def tree_of(name: str) -> Any:
    """Return a named plan as another program reads it."""
    return yaml.safe_load(PLANS[name].read_text(encoding="utf-8"))


def test_schema_is_one() -> None:
    """The schema is a schema of its dialect, and made of JSON values alone."""
    Draft202012Validator.check_schema(plan_schema())
    assert json.loads(json.dumps(plan_schema())) == plan_schema()


def test_every_key_is_described() -> None:
    """Every key of every record has a description, and no record takes a key that it does not have."""
    records = [plan_schema(), *plan_schema()["$defs"].values()]
    assert {record["title"] if "title" in record else record["description"] for record in records} >= {
        "Session Tag Wizard plan",
        "One session tag and the Okta expression that gives its value.",
    }
    for record in records:
        assert record["additionalProperties"] is False
        assert all(value["description"] for value in record["properties"].values())


def test_defaults_are_valid() -> None:
    """A default is a value that its own key takes: an editor that fills it in makes no mistake."""
    schema = plan_schema()
    for part in (schema, *schema["$defs"].values()):
        for name, value in part["properties"].items():
            if "default" in value:
                one = {"$defs": schema["$defs"], "properties": {name: value}}
                assert Draft202012Validator(one).is_valid({name: value["default"]}), name


def test_needed_keys_and_choices() -> None:
    """The schema asks for what the contract asks for, and lists the fixed choices."""
    schema = plan_schema()
    records = {"plan": schema, **schema["$defs"]}
    assert {name: record["required"] for name, record in records.items() if "required" in record} == {
        "plan": ["version", "tags"],
        "tag": ["key", "value"],
        "role": ["name"],
        "grant": ["name"],
        "person": ["login"],
    }
    assert records["aws"]["properties"]["partition"]["enum"] == ["aws", "aws-cn", "aws-us-gov"]
    assert records["tag"]["properties"]["separator"]["enum"] == [":", "/", "+", "=", ".", "_", "@", "-", None]
    assert records["role"]["properties"]["session_duration"]["default"] == 3600


@pytest.mark.parametrize("name", PLANS)
def test_named_plans_are_valid(name: str) -> None:
    """Every named plan is valid."""
    VALIDATOR.validate(tree_of(name))


@pytest.mark.parametrize("name", template_names())
def test_templates_are_valid(name: str) -> None:
    """Every starting plan is valid, as another program reads it."""
    VALIDATOR.validate(yaml.safe_load(template_text(name)))


@given(any_plan())
def test_what_is_written_is_valid(written: Plan) -> None:
    """The text of any plan is valid, as another program reads it."""
    VALIDATOR.validate(yaml.safe_load(plan_text(written)))


def test_full_plan_uses_every_key() -> None:
    """The plan that is to hold everything holds every key that the schema knows."""

    def keys(schema: dict[str, Any], value: Any) -> set[str]:
        schema = plan_schema()["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        if isinstance(value, list):
            return {key for item in value for key in keys(schema["items"], item)}
        if not isinstance(value, dict) or "properties" not in schema:
            return set()
        inner = {key for name, item in value.items() for key in keys(schema["properties"][name], item)}
        return inner | {f"{schema['description']} {name}" for name in value}

    known = {
        f"{record['description']} {name}"
        for record in (plan_schema(), *plan_schema()["$defs"].values())
        for name in record["properties"]
    }
    used = keys(plan_schema(), tree_of("full"))
    assert {key.rpartition(" ")[2] for key in known - used} == {"target", "claims", "partition"}
    assert plan("full").target == "iam"


@given(st.data())
def test_unknown_keys(data: st.DataObject) -> None:
    """A key that a record does not have is refused by the reader and by the schema, wherever it stands."""
    tree = tree_of("full")
    records = [path for path in places(tree) if isinstance(part_at(tree, path), dict) and path[-1:] != ("profile",)]
    path = data.draw(st.sampled_from(records))
    key = data.draw(st.sampled_from(("nme", "Key", "", "x y", "notes ", "version2")))
    mutant = changed(tree, (*path, key), "x")
    assert (reader_takes(mutant), VALIDATOR.is_valid(mutant)) == (False, False)


@given(st.data())
def test_wrong_types(data: st.DataObject) -> None:
    """The reader and the schema agree on a value of another type, wherever it stands."""
    tree = tree_of("full")
    path = data.draw(st.sampled_from(places(tree)))
    value = data.draw(
        st.sampled_from(
            ("x", "aws", "", 1, -1, 1.5, True, False, None, [], ["x"], [1], [[]], {}, {"x": 1}, {"key": "x"})
        )
    )
    mutant = changed(tree, path, value)
    assert reader_takes(mutant) == VALIDATOR.is_valid(mutant)


@given(st.data())
def test_missing_keys(data: st.DataObject) -> None:
    """The reader and the schema agree on a key left out, whichever it is."""
    tree = tree_of("full")
    path = data.draw(st.sampled_from([path for path in places(tree) if path and isinstance(path[-1], str)]))
    mutant = deepcopy(tree)
    del part_at(mutant, path[:-1])[path[-1]]
    assert reader_takes(mutant) == VALIDATOR.is_valid(mutant)
