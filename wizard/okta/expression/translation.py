"""Writes an expression in the other dialect.

Functions go by what both pages document to do the same. Operators that Identity Engine's page neither lists nor calls
unsupported (``?:``, a position in an array) stay as they are; problems() marks them there.
"""

from collections.abc import Collection
from typing import Final

from wizard.language import N_
from wizard.okta.expression.checker import result_type
from wizard.okta.expression.dialect import LABEL, OTHER, USER_ROOT, is_attribute, is_property
from wizard.okta.expression.fault import CannotTranslate, ExpressionError
from wizard.okta.expression.functions import called, named
from wizard.okta.expression.node import Call, Member, Name, Node, Projection, StaticText
from wizard.okta.expression.parser import Expression, parsed
from wizard.okta.expression.printer import text_of
from wizard.okta.expression.rebuilt import constant, function, path, rebuilt
from wizard.okta.expression.reference import Reference, reference, steps
from wizard.okta.expression.to_classic import TO_CLASSIC
from wizard.okta.expression.to_federated import TO_FEDERATED
from wizard.okta.expression.value_type import ValueType
from wizard.plan.model import Claims

_SHARED: Final = frozenset({"session.amr"})
"""What both dialects read alike."""

_GROUP_NAME: Final = {Claims.STATEMENTS: "name", Claims.FEDERATED: "profile.name"}
"""How a projection takes the name of a group."""

_TABLES: Final = {Claims.STATEMENTS: frozenset(TO_CLASSIC), Claims.FEDERATED: frozenset(TO_FEDERATED)}
"""The functions that are written otherwise in each dialect; the others are the same or have no counterpart."""


def translated(text: str, to: Claims, list_attributes: Collection[str] = frozenset()) -> str:
    """Return the expression, written in the other dialect, in the dialect of `to`.

    What is in the dialect of `to` already stays. `list_attributes` are the names of attributes that hold arrays.
    ExpressionError where the text is no expression, CannotTranslate where `to` documents no counterpart.
    """
    root = parsed(text, OTHER[to]).root
    result = text_of(_Translation(to, list_attributes).node(root), to)
    try:
        parsed(result, to)
    except ExpressionError:
        raise CannotTranslate(N_("The translation would be too long or nest too deep."), root.column) from None
    return result


class _Translation:
    """Walks a tree of one dialect and builds that of the other."""

    def __init__(self, to: Claims, lists: Collection[str]) -> None:
        self._to = to
        self._lists = lists

    def node(self, node: Node) -> Node:
        if isinstance(node, StaticText):
            return constant(node.value)
        if isinstance(node, Name | Member):
            own = reference(node)
            return rebuilt(node, self.node) if own is None else self._reference(own, node)
        if isinstance(node, Call):
            return self._call(node)
        return self._projection(node) if isinstance(node, Projection) else rebuilt(node, self.node)

    def _reference(self, own: Reference, node: Node) -> Node:
        if is_property(own, OTHER[self._to]):
            return self._property(own)
        if is_attribute(own, OTHER[self._to]):
            return path(*USER_ROOT[self._to].split("."), own.attribute)
        if is_attribute(own, self._to) or str(own) in _SHARED:
            return node
        raise self._without_counterpart(own)

    def _without_counterpart(self, own: Reference) -> CannotTranslate:
        return CannotTranslate(
            N_("{reference} has no documented counterpart for {claims}."),
            own.column,
            reference=str(own),
            claims=LABEL[self._to],
        )

    def _property(self, own: Reference) -> Node:
        if own.attribute in ("id", "status"):
            return function("user.getInternalProperty", constant(own.attribute))
        raise self._without_counterpart(own)

    def _projection(self, node: Projection) -> Node:
        if ".".join(steps(node.body)) not in _GROUP_NAME.values():
            raise CannotTranslate(N_("Only the name of a group is taken alike in both dialects."), node.body.column)
        return Projection(1, self.node(node.target), path(*_GROUP_NAME[self._to].split(".")))

    def _call(self, node: Call) -> Node:
        name = called(node)
        count = len(node.arguments)
        if any(one.takes(count) for one in named(name, OTHER[self._to])) and name in _TABLES[self._to]:
            counterpart = self._counterpart(name, node)
        else:
            counterpart = self._kept(node) if any(one.takes(count) for one in named(name, self._to)) else None
        if counterpart is None:
            raise CannotTranslate(
                N_("{name} has no documented counterpart for {claims}."),
                node.at,
                name=name.removeprefix("."),
                claims=LABEL[self._to],
            )
        return counterpart

    def _counterpart(self, name: str, node: Call) -> Node | None:
        if self._to is Claims.FEDERATED:
            return TO_FEDERATED[name](*map(self.node, node.arguments))
        return TO_CLASSIC[name](node, self.node, self._type(node.target))

    def _type(self, node: Node | None) -> ValueType:
        if node is None or isinstance(node, Name):
            return ValueType.UNKNOWN
        return result_type(Expression("", OTHER[self._to], node), self._lists)

    def _kept(self, node: Call) -> Node:
        """Return the call of a function that both dialects have, or that is written in the wanted one already."""
        is_method = node.target is not None and not isinstance(node.target, Name)
        target = self.node(node.target) if is_method and node.target is not None else node.target
        return Call(1, target, node.name, tuple(map(self.node, node.arguments)), 1)
