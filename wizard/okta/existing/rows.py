"""Reads the rows to type into Okta from the YAML in which a bundle holds them."""

from wizard.okta.existing.statements import Row, existing_statements
from wizard.plan.document import ListNode, MapNode, Node, ScalarNode
from wizard.plan.existing import Existing
from wizard.plan.model import Claims

_LIST = "attribute_statements"


def is_rows(document: Node) -> bool:
    """Tell whether the YAML holds rows."""
    return isinstance(_member(document, _LIST), ListNode)


def existing_rows(document: Node) -> Existing:
    """Return what the rows tell; an entry without a name or a value is none."""
    listed = _member(document, _LIST)
    items = listed.items if isinstance(listed, ListNode) else ()
    pairs = ((_member(item, "name"), _member(item, "value")) for item in items)
    rows = (
        Row(name.text, value.text)
        for name, value in pairs
        if isinstance(name, ScalarNode) and isinstance(value, ScalarNode)
    )
    return existing_statements(rows, Claims.STATEMENTS)


def _member(node: Node | None, name: str) -> Node | None:
    """Return what stands under a key of a mapping, None where there is none."""
    if not isinstance(node, MapNode):
        return None
    return next((value for key, value in node.pairs if isinstance(key, ScalarNode) and key.text == name), None)
