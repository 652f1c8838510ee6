"""Judges a policy document by cfn-lint's JSON schemas of IAM policies, and by what those schemas leave to code."""

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

_KINDS = ("policy", "policy_identity", "policy_trust")


@cache
def _validators():
    folder = Path(find_spec("cfnlint").origin).parent / "data/schemas/other/iam"
    schemas = {kind: json.loads((folder / f"{kind}.json").read_text("utf-8")) for kind in _KINDS}
    resources = [(schema["$id"], DRAFT7.create_resource(schema)) for schema in schemas.values()]
    registry = Registry().with_resources(resources)
    return {kind: Draft7Validator(schema, registry=registry) for kind, schema in schemas.items()}


def problems(text, kind):
    """Return what is wrong with a policy's text: ``identity`` or ``trust``."""
    value = json.loads(text)
    found = [error.message for error in _validators()[f"policy_{kind}"].iter_errors(value)]
    sids = [statement["Sid"].lower() for statement in value["Statement"]]
    if len(set(sids)) < len(sids):
        found.append("two statements have one Sid")
    if not all(re.fullmatch("[A-Za-z0-9]+", sid) for sid in sids):
        found.append("a Sid holds more than letters and digits")
    whole = ("Principal",) if kind == "trust" else ("Resource",)
    for statement in value["Statement"]:
        found += [f"{statement['Sid']} lacks {name}" for name in (*whole, "Action") if name not in statement]
        found += [f"empty list under {name}" for name in _empty_lists(statement)]
    return found


def _empty_lists(value, name=""):
    if value == []:
        yield name
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _empty_lists(item, key)
