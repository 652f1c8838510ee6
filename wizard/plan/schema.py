"""The JSON Schema of the plan file, from the same shape that the reader follows, for editors and other programs.

A file that the reader takes is valid. The schema cannot see everything that the reader refuses: duplicate keys, or
what YAML turned into something else before the schema saw it.
"""

from typing import Any, Final

from wizard.frozen import ABSENT, Frozen, parts
from wizard.plan.model import VERSION
from wizard.plan.shape import Attributes, Choice, Flag, Key, ListOf, Record, Shape, Text, Whole, plan_shape

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_SCALAR_TYPES: Final = ["string", "number", "boolean", "null"]


def plan_schema() -> dict[str, Any]:
    """Return the schema as a tree of JSON values: https://json-schema.org/draft/2020-12 ."""
    definitions: dict[str, Any] = {}
    plan = _record(plan_shape(), definitions)
    version = {"description": "Version of the plan file's format.", "type": "integer", "const": VERSION}
    return {
        "$schema": DIALECT,
        "title": "Session Tag Wizard plan",
        **plan,
        "properties": {"version": version, **plan["properties"]},
        "required": ["version", *plan["required"]],
        "$defs": definitions,
    }


def _record(shape: Record, definitions: dict[str, Any]) -> dict[str, Any]:
    required = [key.name for key in shape.keys if key.needed]
    return {
        "description": (shape.kind.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {key.name: _key(key, definitions) for key in shape.keys},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _key(key: Key, definitions: dict[str, Any]) -> dict[str, Any]:
    value = _value(key.shape, definitions)
    if key.nullable:
        value["type"] = [value["type"], "null"]
        if "enum" in value:
            value["enum"] = [*value["enum"], None]
    default = {} if key.needed or key.default is ABSENT else {"default": _default(key)}
    return {"description": key.about, **value, **default}


def _value(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    match shape:
        case Text():
            return {"type": "string"}
        case Whole():
            return {"type": "integer"}
        case Flag():
            return {"type": "boolean"}
        case Choice():
            return {"type": "string", "enum": [str(text) for text in shape.texts]}
        case ListOf():
            return {"type": "array", "items": _value(shape.item, definitions)}
        case Attributes():
            items = {"type": "array", "items": {"type": _SCALAR_TYPES}}
            return {"type": "object", "additionalProperties": {"anyOf": [{"type": _SCALAR_TYPES}, items]}}
        case Record():
            return {"$ref": f"#/$defs/{_definition(shape, definitions)}"}


def _definition(shape: Record, definitions: dict[str, Any]) -> str:
    name = shape.kind.__name__.lower()
    if name not in definitions:
        definitions[name] = None
        definitions[name] = _record(shape, definitions)
    return name


def _default(key: Key) -> Any:
    """Return a key's default as a JSON value; attributes are a mapping in the file, and pairs in the plan."""
    return dict(_json(key.default)) if isinstance(key.shape, Attributes) else _json(key.default)


def _json(value: Any) -> Any:
    """Return a value of the plan as a JSON value."""
    if isinstance(value, tuple):
        return [_json(item) for item in value]
    if isinstance(value, Frozen):
        return {part.name: _json(getattr(value, part.name)) for part in parts(value)}
    return str(value) if isinstance(value, str) else value
