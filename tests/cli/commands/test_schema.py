"""``schema`` prints the JSON Schema of the plan file."""

import json

import jsonschema
import yaml

from tests.cli.conftest import EXAMPLE, Run


def test_the_example_fits_the_schema_that_is_printed(outside: Run) -> None:
    """The document is a schema, and takes the example plan."""
    ended = outside("schema")
    assert (ended.status, ended.err) == (0, "")
    schema = json.loads(ended.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(EXAMPLE.read_text()), schema)
