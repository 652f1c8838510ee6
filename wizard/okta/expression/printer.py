"""Writes a tree as text again, in the spelling of its dialect."""

from collections.abc import Callable
from typing import Any, Final

from wizard.okta.expression.node import (
    ArrayLiteral,
    Binary,
    Call,
    Conditional,
    Elvis,
    Index,
    Literal,
    MapLiteral,
    Member,
    Name,
    Node,
    Projection,
    StaticText,
    Unary,
)
from wizard.okta.expression.parser import Expression
from wizard.okta.literal import string
from wizard.plan.model import Claims

_CLASSIC_SPELLING: Final = {"&&": "AND", "||": "OR"}
_LEVELS: Final = {
    "||": 1,
    "&&": 2,
    **dict.fromkeys(("==", "!=", "<", ">", "<=", ">=", "matches"), 3),
    "+": 4,
    "-": 4,
    "*": 5,
    "/": 5,
    "%": 5,
}
_CONDITION: Final = 0
_PREFIX: Final = 6
_FOLLOWED: Final = 7
_CHAINS: Final = frozenset({"+", "&&", "||"})


def printed(expression: Expression) -> str:
    """Return the expression as text in one spelling; parsing it gives an equal expression."""
    return text_of(expression.root, expression.claims)


def text_of(node: Node, claims: Claims) -> str:
    """Return a node as text in the spelling of the dialect."""
    return _WRITERS[type(node)](node, claims)


def _at(node: Node, level: int, claims: Claims) -> str:
    text = text_of(node, claims)
    return f"({text})" if _level(node) < level else text


def _level(node: Node) -> int:
    if isinstance(node, Conditional | Elvis):
        return _CONDITION
    if isinstance(node, Binary):
        return _LEVELS[node.operator]
    return _PREFIX if isinstance(node, Unary) else _FOLLOWED


def _literal(node: Literal, claims: Claims) -> str:  # noqa: ARG001 - one shape for all writers
    if isinstance(node.value, str):
        return string(node.value)
    if isinstance(node.value, bool):
        return "true" if node.value else "false"
    return "null" if node.value is None else repr(node.value)


def _call(node: Call, claims: Claims) -> str:
    before = "" if node.target is None else f"{_at(node.target, _FOLLOWED, claims)}."
    return f"{before}{node.name}({_list(node.arguments, claims)})"


def _list(nodes: tuple[Node, ...], claims: Claims) -> str:
    return ", ".join(text_of(node, claims) for node in nodes)


def _pairs(node: MapLiteral, claims: Claims) -> str:
    pairs = (f"{text_of(key, claims)}: {text_of(value, claims)}" for key, value in node.pairs)
    return "{" + ", ".join(pairs) + "}"


def _binary(node: Binary, claims: Claims) -> str:
    level = _LEVELS[node.operator]
    spelling = _CLASSIC_SPELLING.get(node.operator, node.operator) if claims is Claims.STATEMENTS else node.operator
    first, *others = node.operands
    # The left operand of a chain binds as tightly as itself only where the parser would not swallow it.
    swallowed = isinstance(first, Binary) and first.operator == node.operator and node.operator in _CHAINS
    first_level = level + 1 if swallowed or level == _LEVELS["=="] else level
    parts = [_at(first, first_level, claims), *(_at(operand, level + 1, claims) for operand in others)]
    return f" {spelling} ".join(parts)


def _unary(node: Unary, claims: Claims) -> str:
    operand = _at(node.operand, _PREFIX, claims)
    return f"{node.operator} {operand}" if operand[0] in "+-" else f"{node.operator}{operand}"


def _conditional(node: Conditional, claims: Claims) -> str:
    condition = _at(node.condition, _CONDITION + 1, claims)
    return f"{condition} ? {text_of(node.value, claims)} : {text_of(node.other, claims)}"


_WRITERS: Final[dict[type[Node], Callable[[Any, Claims], str]]] = {
    Literal: _literal,
    StaticText: lambda node, _claims: str(node.value),
    Name: lambda node, _claims: str(node.name),
    Member: lambda node, claims: f"{_at(node.target, _FOLLOWED, claims)}.{node.name}",
    Call: _call,
    Index: lambda node, claims: f"{_at(node.target, _FOLLOWED, claims)}[{text_of(node.position, claims)}]",
    Projection: lambda node, claims: f"{_at(node.target, _FOLLOWED, claims)}.![{text_of(node.body, claims)}]",
    ArrayLiteral: lambda node, claims: "{" + _list(node.items, claims) + "}",
    MapLiteral: _pairs,
    Unary: _unary,
    Binary: _binary,
    Conditional: _conditional,
    Elvis: lambda node, claims: f"{_at(node.value, _CONDITION + 1, claims)} ?: {text_of(node.default, claims)}",
}
