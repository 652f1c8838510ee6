"""The steps of operators between values: conditions, sums, comparisons, arithmetic."""

from collections.abc import Callable
from typing import Final

from wizard.okta.expression.conversion import boolean_from, refused
from wizard.okta.expression.operation import added, calculated, equal, ordered
from wizard.okta.expression.pattern import matches
from wizard.okta.expression.row import Row
from wizard.okta.expression.step import Step, placed
from wizard.okta.expression.value_type import Value, ValueType


def logical(operands: tuple[Step, ...], columns: tuple[int, ...], *, stop: bool) -> Step:
    """Return the step that reads operands until one is `stop`: true for OR, false for AND."""
    pairs = tuple(zip(operands, columns, strict=True))

    def decided(row: Row) -> Value:
        for operand, column in pairs:
            if placed(column, boolean_from, operand(row), row) is stop:
                return stop
        return not stop

    return decided


def summed(operands: tuple[Step, ...], columns: tuple[int, ...]) -> Step:
    """Return the step that adds operands from the left."""
    first, *others = operands
    pairs = tuple(zip(others, columns[1:], strict=True))

    def total(row: Row) -> Value:
        value = first(row)
        for operand, column in pairs:
            other = operand(row)
            # Texts are what is added nearly always, and preflight adds them for a million people.
            if type(value) is str and type(other) is str:
                value += other
            else:
                value = placed(column, added, value, other, row)
        return value

    return total


def _matching(left: Value, right: Value, row: Row) -> Value:  # noqa: ARG001 - one shape for all operations
    if not isinstance(left, str) or not isinstance(right, str):
        raise refused(right if isinstance(left, str) else left, ValueType.STRING)
    return matches(right, left)


def _different(left: Value, right: Value, row: Row) -> Value:
    return not equal(left, right, row)


def _ordering(sign: str) -> Callable[[Value, Value, Row], Value]:
    return lambda left, right, row: ordered(sign, left, right, row)


def _calculating(sign: str) -> Callable[[Value, Value, Row], Value]:
    return lambda left, right, row: calculated(sign, left, right, row)


OPERATIONS: Final[dict[str, Callable[[Value, Value, Row], Value]]] = {
    "==": equal,
    "!=": _different,
    "matches": _matching,
    **{sign: _ordering(sign) for sign in ("<", ">", "<=", ">=")},
    **{sign: _calculating(sign) for sign in ("-", "*", "/", "%")},
}
