"""Where the arrow keys lead in the diagram: along the flow, and up and down in a stage."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt

from wizard.diagram.model import Diagram, Node

_BACK: Final[dict[Qt.Key, Qt.Key]] = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
_ALONG: Final[dict[Qt.Key, Callable[[Diagram, Node], Sequence[Node]]]] = {
    Qt.Key.Key_Right: lambda diagram, node: tuple(diagram.after(node)),
    Qt.Key.Key_Left: lambda diagram, node: tuple(diagram.before(node)),
    Qt.Key.Key_Down: lambda diagram, node: _rest(diagram, node, 1),
    Qt.Key.Key_Up: lambda diagram, node: _rest(diagram, node, -1),
    Qt.Key.Key_Home: lambda diagram, _node: diagram.nodes,
    Qt.Key.Key_End: lambda diagram, _node: diagram.nodes[::-1],
}


def beside(diagram: Diagram, node_id: str, key: Qt.Key, *, mirrored: bool) -> Node | None:
    """Return the node that a key leads to from another; None for a key of no direction, the same one at an end."""
    lead = _ALONG.get(_BACK.get(key, key) if mirrored else key)
    node = next((each for each in diagram.nodes if each.id == node_id), None)
    if lead is None or not diagram.nodes:
        return None
    return diagram.nodes[0] if node is None else next(iter(lead(diagram, node)), node)


def _rest(diagram: Diagram, node: Node, step: int) -> Sequence[Node]:
    """Return those of a node's stage that come after it, or before it, the nearest first."""
    stage = diagram.of(node.stage)[::step]
    return stage[stage.index(node) + 1 :]
