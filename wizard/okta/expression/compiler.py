"""Turns a tree into closures, once, so that many people can be evaluated fast."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from wizard.language import N_
from wizard.okta.expression.compiled_call import calling, dispatching
from wizard.okta.expression.compiled_operation import OPERATIONS, logical, summed
from wizard.okta.expression.conversion import boolean_from, integer_from, refused
from wizard.okta.expression.dialect import (
    LABEL,
    OTHER,
    USER_PROPERTIES,
    USER_ROOT,
    is_attribute,
    is_of_other_dialect,
    is_property,
)
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.functions import NAMESPACES, called, named
from wizard.okta.expression.functions.arrays import member_at
from wizard.okta.expression.functions.groups import attribute_of
from wizard.okta.expression.moment import from_iso8601
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
from wizard.okta.expression.operation import is_number
from wizard.okta.expression.parser import parsed
from wizard.okta.expression.printer import text_of
from wizard.okta.expression.reference import Reference, reference
from wizard.okta.expression.roots import ROOTS
from wizard.okta.expression.row import Row
from wizard.okta.expression.step import Step, placed, raising
from wizard.okta.expression.value_type import Group, Moment, Pairs, Value, ValueType, type_of
from wizard.plan.model import Claims


@lru_cache(maxsize=1024)
def program(text: str, claims: Claims) -> Step:
    """Return what evaluates an expression; ExpressionError where the text is none."""
    return _Compiler(claims).step(parsed(text, claims).root)


class _Compiler:
    """Turns the nodes of one dialect into closures; each knows its column, for CannotEvaluate."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims

    def step(self, node: Node) -> Step:
        return _STEPS[type(node)](self, node)

    def constant(self, node: Literal | StaticText) -> Step:
        value = node.value
        return lambda _row: value

    def dotted(self, node: Name | Member) -> Step:
        own = reference(node)
        if own is None:
            return self._known(node)
        if is_attribute(own, self._claims):
            name = own.attribute
            return lambda row: row.attributes.get(name)
        if is_of_other_dialect(own, self._claims):
            return raising(
                N_("{reference} is written for {other}; for {own} it is {root}.{name}."),
                node.column,
                reference=str(own),
                root=USER_ROOT[self._claims],
                name=own.attribute,
                own=LABEL[self._claims],
                other=LABEL[OTHER[self._claims]],
            )
        if not own.root:
            return self._alone(own)
        if is_property(own, self._claims) and USER_PROPERTIES[own.attribute] is ValueType.DATE_TIME:
            return _as_moment(self._known(node), node.column)
        return self._known(node)

    def _alone(self, own: Reference) -> Step:
        if own.attribute in ROOTS or own.attribute in NAMESPACES:
            return raising(N_("{name} is no value; a name after a dot is missing."), own.column, name=own.attribute)
        return raising(
            N_("{name} stands alone; write {root}.{name} or put it in quotation marks."),
            own.column,
            name=own.attribute,
            root=USER_ROOT[self._claims],
        )

    def _known(self, node: Node) -> Step:
        """Return the step that asks the surroundings for what the node reads."""
        text = text_of(node, self._claims)
        column = node.column

        def known(row: Row) -> Value:
            if text not in row.surroundings.references:
                raise CannotEvaluate(N_("{reference} is not known on this machine."), column, reference=text)
            return row.surroundings.references[text]

        return known

    def array(self, node: ArrayLiteral) -> Step:
        items = tuple(map(self.step, node.items))
        return lambda row: tuple([item(row) for item in items])

    def pairs(self, node: MapLiteral) -> Step:
        pairs = tuple((self.step(key), self.step(value)) for key, value in node.pairs)
        return lambda row: Pairs(tuple((key(row), value(row)) for key, value in pairs))

    def index(self, node: Index) -> Step:
        target, position, column = self.step(node.target), self.step(node.position), node.column
        return lambda row: placed(column, _at, row, target(row), position(row))

    def projection(self, node: Projection) -> Step:
        target, column = self.step(node.target), node.column
        path = text_of(node.body, self._claims)

        def projected(row: Row) -> Value:
            members = target(row)
            if not isinstance(members, tuple):
                raise refused(members, ValueType.ARRAY).at(column)
            return tuple([placed(column, _taken, member, path) for member in members])

        return projected

    def unary(self, node: Unary) -> Step:
        operand, column = self.step(node.operand), node.operand.column
        if node.operator == "!":
            return lambda row: not placed(column, boolean_from, operand(row), row)
        sign = -1 if node.operator == "-" else 1
        return lambda row: placed(column, _signed, sign, operand(row))

    def binary(self, node: Binary) -> Step:
        operands = tuple(map(self.step, node.operands))
        columns = tuple(operand.column for operand in node.operands)
        if node.operator in ("&&", "||"):
            return logical(operands, columns, stop=node.operator == "||")
        if node.operator == "+":
            return summed(operands, columns)
        left, right = operands
        operate = OPERATIONS[node.operator]
        return lambda row: placed(columns[0], operate, left(row), right(row), row)

    def conditional(self, node: Conditional) -> Step:
        condition, column = self.step(node.condition), node.condition.column
        value, other = self.step(node.value), self.step(node.other)
        return lambda row: value(row) if placed(column, boolean_from, condition(row), row) else other(row)

    def elvis(self, node: Elvis) -> Step:
        value, default = self.step(node.value), self.step(node.default)

        def chosen(row: Row) -> Value:
            found = value(row)
            return default(row) if found is None or found == "" else found

        return chosen

    def call(self, node: Call) -> Step:
        name = called(node)
        candidates = named(name, self._claims)
        fitting = tuple(one for one in candidates if one.takes(len(node.arguments)))
        if not candidates:
            return raising(N_("{name} is no function that Okta documents here."), node.at, name=name.lstrip("."))
        if not fitting:
            return raising(N_("{name} takes another number of values."), node.at, name=name.lstrip("."))
        arguments = tuple(map(self.step, node.arguments))
        computed = tuple((one, one.run) for one in fitting if one.run is not None)
        if not computed:
            return self._known(node)
        if fitting[0].receiver is None or node.target is None:
            return calling(*computed[0], arguments, node.at)
        return dispatching(computed, self.step(node.target), arguments, node.at)


def _as_moment(known: Step, column: int) -> Step:
    def moment(row: Row) -> Value:
        value = known(row)
        return Moment(placed(column, from_iso8601, value)) if isinstance(value, str) else value

    return moment


def _at(row: Row, target: Value, position: Value) -> Value:
    if not isinstance(target, tuple):
        raise refused(target, ValueType.ARRAY)
    return member_at(row, target, integer_from(position, row))


def _taken(member: Value, path: str) -> Value:
    if not isinstance(member, Group):
        raise CannotEvaluate(
            N_("A projection is documented for groups; this member is of the type {type}."),
            0,
            type=str(type_of(member)),
        )
    return attribute_of(member, path)


def _signed(sign: int, value: Value) -> Value:
    if isinstance(value, int | float) and is_number(value):
        return sign * value
    raise refused(value, ValueType.NUMBER)


_STEPS: Final[dict[type[Node], Callable[[_Compiler, Any], Step]]] = {
    Literal: _Compiler.constant,
    StaticText: _Compiler.constant,
    Name: _Compiler.dotted,
    Member: _Compiler.dotted,
    Call: _Compiler.call,
    Index: _Compiler.index,
    Projection: _Compiler.projection,
    ArrayLiteral: _Compiler.array,
    MapLiteral: _Compiler.pairs,
    Unary: _Compiler.unary,
    Binary: _Compiler.binary,
    Conditional: _Compiler.conditional,
    Elvis: _Compiler.elvis,
}
