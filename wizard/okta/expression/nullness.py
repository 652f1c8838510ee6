"""Tells whether an expression can give null: an attribute that was never filled, without a default.

Source: https://developer.okta.com/docs/reference/okta-expression-language/#check-for-null-and-blank-attributes
"""

from collections.abc import Callable
from typing import Any, Final

from wizard.okta.expression.dialect import is_attribute
from wizard.okta.expression.node import (
    Binary,
    Call,
    Conditional,
    Elvis,
    Index,
    Literal,
    Member,
    Name,
    Node,
    Unary,
)
from wizard.okta.expression.parser import Expression
from wizard.okta.expression.reference import reference
from wizard.plan.model import Claims

_ALWAYS_FILLED: Final = frozenset({"login", "email"})
"""The base attributes that a user cannot be without."""


def may_be_null(expression: Expression) -> bool:
    """Tell whether the expression gives null, or builds on it, for a person whose attributes were never filled.

    A default (``?:``) and a comparison with null around the value rule it out. A concatenation with null counts as
    null: Okta does not document what it gives.
    """
    return _Walk(expression.claims).nullable(expression.root, frozenset())


class _Walk:
    """Follows what a condition rules out into its two branches; `filled` holds the nodes known not to be null."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims

    def nullable(self, node: Node, filled: frozenset[Node]) -> bool:
        if filled and node in filled:
            return False
        judge = _JUDGEMENTS.get(type(node))
        return judge(self, node, filled) if judge is not None else self._any(node, filled)

    def _any(self, node: Node, filled: frozenset[Node]) -> bool:
        return any(self.nullable(child, filled) for child in node.children())

    def literal(self, node: Literal, _filled: frozenset[Node]) -> bool:
        return node.value is None

    def dotted(self, node: Node, _filled: frozenset[Node]) -> bool:
        own = reference(node)
        return own is None or not (is_attribute(own, self._claims) and own.attribute in _ALWAYS_FILLED)

    def index(self, _node: Node, _filled: frozenset[Node]) -> bool:
        return True

    def unary(self, _node: Node, _filled: frozenset[Node]) -> bool:
        return False

    def binary(self, node: Binary, filled: frozenset[Node]) -> bool:
        return node.operator == "+" and self._any(node, filled)

    def call(self, node: Call, filled: frozenset[Node]) -> bool:
        from wizard.okta.expression.functions import called, named  # noqa: PLC0415 - as late as a call needs them

        function = next(iter(named(called(node), self._claims)), None)
        if function is None or function.run is None:
            return True
        if function.takes_null:
            return False
        parts = node.children() if function.receiver is not None else node.arguments
        return bool(function.elsewhere) or any(self.nullable(part, filled) for part in parts)

    def conditional(self, node: Conditional, filled: frozenset[Node]) -> bool:
        when_true = filled | _ruled_out(node.condition, holds=True)
        when_false = filled | _ruled_out(node.condition, holds=False)
        return self.nullable(node.value, when_true) or self.nullable(node.other, when_false)

    def elvis(self, node: Elvis, filled: frozenset[Node]) -> bool:
        return self.nullable(node.default, filled)


def _ruled_out(condition: Node, *, holds: bool) -> frozenset[Node]:
    """Return the nodes that are not null where a condition holds, or where it does not."""
    if isinstance(condition, Unary) and condition.operator == "!":
        return _ruled_out(condition.operand, holds=not holds)
    if not isinstance(condition, Binary):
        return frozenset()
    if condition.operator == ("&&" if holds else "||"):
        return frozenset().union(*(_ruled_out(operand, holds=holds) for operand in condition.operands))
    if condition.operator == ("!=" if holds else "=="):
        left, right = condition.operands
        if _is_null(right):
            return frozenset({left})
        return frozenset({right}) if _is_null(left) else frozenset()
    if condition.operator == "==" and holds:
        return _equal_to_constant(*condition.operands)
    return frozenset()


def _equal_to_constant(left: Node, right: Node) -> frozenset[Node]:
    for node, other in ((left, right), (right, left)):
        if isinstance(other, Literal) and other.value is not None:
            return frozenset({node})
    return frozenset()


def _is_null(node: Node) -> bool:
    return isinstance(node, Literal) and node.value is None


_JUDGEMENTS: Final[dict[type[Node], Callable[[_Walk, Any, frozenset[Node]], bool]]] = {
    Literal: _Walk.literal,
    Name: _Walk.dotted,
    Member: _Walk.dotted,
    Index: _Walk.index,
    Unary: _Walk.unary,
    Binary: _Walk.binary,
    Call: _Walk.call,
    Conditional: _Walk.conditional,
    Elvis: _Walk.elvis,
}
