"""Builds trees from trees: a node with other parts, and the nodes that a translation needs; all at column 1."""

from collections.abc import Callable
from typing import Any, Final

from wizard.okta.expression.node import (
    ArrayLiteral,
    Binary,
    Call,
    Conditional,
    Constant,
    Elvis,
    Index,
    Literal,
    MapLiteral,
    Member,
    Name,
    Node,
    Unary,
)

Change = Callable[[Node], Node]


def path(*words: str) -> Node:
    """Return the dotted path of the words: ``user.profile.team``."""
    node: Node = Name(1, words[0])
    for word in words[1:]:
        node = Member(1, node, word)
    return node


def function(name: str, *arguments: Node) -> Call:
    """Return the call of a function: ``String.len``, ``isMemberOfGroup``."""
    before, _dot, own = name.rpartition(".")
    return Call(1, Name(1, before) if before else None, own, arguments, 1)


def method(target: Node, name: str, *arguments: Node) -> Call:
    """Return the call of a method of a value."""
    return Call(1, target, name, arguments, 1)


def constant(value: Constant) -> Literal:
    """Return the literal of a constant."""
    return Literal(1, value)


def concatenation(*nodes: Node) -> Node:
    """Return the nodes joined with ``+``."""
    return nodes[0] if len(nodes) == 1 else Binary(1, "+", nodes, "+")


def pairs(**items: Node) -> MapLiteral:
    """Return a criterion of a group function; an underscore stands for a dot."""
    return MapLiteral(1, tuple((constant(key.replace("_", ".")), value) for key, value in items.items()))


def rebuilt(node: Node, change: Change) -> Node:
    """Return the node with each of its parts changed; names, calls and projections are the translation's business."""
    return _BUILDERS[type(node)](node, change)


def _all(nodes: tuple[Node, ...], change: Change) -> tuple[Node, ...]:
    return tuple(map(change, nodes))


_BUILDERS: Final[dict[type[Node], Callable[[Any, Change], Node]]] = {
    Literal: lambda node, _change: node,
    Member: lambda node, change: Member(1, change(node.target), node.name),
    Index: lambda node, change: Index(1, change(node.target), change(node.position)),
    ArrayLiteral: lambda node, change: ArrayLiteral(1, _all(node.items, change)),
    MapLiteral: lambda node, change: MapLiteral(1, tuple((change(key), change(value)) for key, value in node.pairs)),
    Unary: lambda node, change: Unary(1, node.operator, change(node.operand)),
    Binary: lambda node, change: Binary(1, node.operator, _all(node.operands, change), node.operator),
    Conditional: lambda node, change: Conditional(1, *_all(node.children(), change)),
    Elvis: lambda node, change: Elvis(1, *_all(node.children(), change)),
}
