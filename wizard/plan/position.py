"""Where in the text of a plan file a path of the plan stands, for tools that mark lines."""

from wizard.plan.document import ListNode, MapNode, Node, ScalarNode, parsed_document
from wizard.plan.encoding import decoded
from wizard.plan.path import Step, parsed


class Positions:
    """The places of a plan file's text. PlanError where the text is no YAML document that is safe to read."""

    def __init__(self, text: str | bytes) -> None:
        self._root = parsed_document(decoded(text))

    def position(self, path: str) -> tuple[int, int]:
        """Return line and column, counted from 1, of what stands at the path, or of the nearest part around it."""
        node = self._root
        for step in parsed(path):
            found = _child(node, step)
            if found is None:
                break
            node = found
        return node.line, node.column


def _child(node: Node, step: Step) -> Node | None:
    if isinstance(node, ListNode) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    if isinstance(node, MapNode):
        return next((value for key, value in node.pairs if isinstance(key, ScalarNode) and key.text == step), None)
    return None
