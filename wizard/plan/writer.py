"""Writes the plan file: the same plan always gives the same bytes, and what equals its default is left out."""

from pathlib import Path
from typing import Any

from wizard.language import _
from wizard.plan.atomic import write_atomically
from wizard.plan.document import MOST_NODES
from wizard.plan.encoding import LARGEST_PLAN
from wizard.plan.error import PlanNotWritten
from wizard.plan.model import VERSION, Plan
from wizard.plan.shape import Attributes, ListOf, Record, Shape, plan_shape
from wizard.quoting.yaml_text import Row, document


def plan_text(plan: Plan) -> str:
    """Return the text of the plan's file, with newlines as line ends; it reads back as an equal plan.

    A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD; of a profile's attributes of one name the last counts.
    """
    return document({"version": VERSION, **_record(plan, plan_shape())})


def write_plan(plan: Plan, path: Path) -> None:
    """Write the plan's file, whole or not at all; PlanNotWritten says why not.

    A plan that has grown too large to be read again is not written.
    """
    data = plan_text(plan).encode("utf-8")
    nodes = _nodes(_record(plan, plan_shape())) + 2
    message = ""
    if len(data) > LARGEST_PLAN:
        message = _("The plan has grown to {size} bytes; a plan file holds {limit}. Nothing was written")
        message = message.format(size=f"{len(data):,}", limit=f"{LARGEST_PLAN:,}")
    elif nodes > MOST_NODES:
        message = _("The plan has grown to {size} values; a plan file holds {limit}. Nothing was written")
        message = message.format(size=f"{nodes:,}", limit=f"{MOST_NODES:,}")
    if message:
        raise PlanNotWritten(message, str(path))
    write_atomically(path, data)


def _record(value: Any, shape: Record) -> dict[str, Any]:
    return {
        key.name: _form(getattr(value, key.name), key.shape)
        for key in shape.keys
        if key.needed or getattr(value, key.name) != key.default
    }


def _form(value: Any, shape: Shape) -> Any:
    match shape:
        case Record():
            return _record(value, shape)
        case ListOf():
            return [_form(item, shape.item) for item in value]
        case Attributes():
            return Row(dict(value))
    return value


def _nodes(form: Any) -> int:
    """Return how many nodes a reader will count, keys included."""
    if isinstance(form, Row):
        return _nodes(form.values)
    if isinstance(form, dict):
        return 1 + sum(1 + _nodes(value) for value in form.values())
    if isinstance(form, list | tuple):
        return 1 + sum(_nodes(item) for item in form)
    return 1
