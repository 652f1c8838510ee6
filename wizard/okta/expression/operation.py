"""What the operators give for two values.

Sources: https://developer.okta.com/docs/reference/okta-expression-language/#constants-and-operators and, where Okta
is silent and a note says so,
https://docs.spring.io/spring-framework/reference/core/expressions/language-ref/operators.html
"""

import math
import operator
from collections.abc import Callable
from typing import Final

from wizard.language import N_
from wizard.okta.expression import note
from wizard.okta.expression.conversion import text_from
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.row import Row
from wizard.okta.expression.value_type import Value, type_of


def is_number(value: Value) -> bool:
    """Tell whether a value is an integer or a number; true and false are neither."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def added(left: Value, right: Value, row: Row) -> Value:
    """Return two texts one after the other, or the sum of two numbers."""
    if isinstance(left, str) or isinstance(right, str):
        return _shown(left, row) + _shown(right, row)
    return calculated("+", left, right, row)


def _shown(value: Value, row: Row) -> str:
    if value is None:
        row.note(note.NULL_IN_TEXT)
        return "null"
    return text_from(value, row)


def equal(left: Value, right: Value, row: Row) -> bool:
    """Tell whether two values are the same: null is the same as null alone, an integer as the equal number."""
    if left is None or right is None:
        return left is right
    if is_number(left) and is_number(right):
        return left == right
    if type(left) is not type(right):
        row.note(note.MIXED_COMPARISON)
        return False
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(equal(one, other, row) for one, other in zip(left, right, strict=True))
    return left == right


_ORDERS: Final[dict[str, Callable[[int, int], bool]]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


def ordered(sign: str, left: Value, right: Value, row: Row) -> bool:
    """Tell whether two numbers, or two texts by their characters, stand in the order of the sign."""
    return _ORDERS[sign](_compared(left, right, row), 0)


def _compared(left: Value, right: Value, row: Row) -> int:
    if left is None or right is None:
        row.note(note.NULL_COMPARED)
        return (left is not None) - (right is not None)
    if isinstance(left, str) and isinstance(right, str):
        first, second = _units(left), _units(right)
        return (first > second) - (first < second)
    if isinstance(left, int | float) and isinstance(right, int | float) and is_number(left) and is_number(right):
        return (left > right) - (left < right)
    raise CannotEvaluate(
        N_("Okta does not document how the types {left} and {right} compare by size."),
        0,
        left=str(type_of(left)),
        right=str(type_of(right)),
    )


def _units(text: str) -> bytes:
    return text.encode("utf-16-be", "surrogatepass")


_MAX_INTEGER: Final = 2**31 - 1


def _quotient(left: float, right: float) -> float:
    if isinstance(left, int) and isinstance(right, int):
        return abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)
    return left / right


def _remainder(left: float, right: float) -> float:
    if isinstance(left, int) and isinstance(right, int):
        return left - right * int(_quotient(left, right))
    return math.fmod(left, right)


_CALCULATIONS: Final[dict[str, Callable[[float, float], float]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _quotient,
    "%": _remainder,
}


def calculated(sign: str, left: Value, right: Value, row: Row) -> Value:
    """Return the result of arithmetic, with the note that Okta does not document it.

    CannotEvaluate, with the column still to fill in, for what is no number and for a result that is none.
    """
    if not (isinstance(left, int | float) and isinstance(right, int | float) and is_number(left) and is_number(right)):
        raise CannotEvaluate(
            N_("Okta does not document {sign} between the types {left} and {right}."),
            0,
            sign=sign,
            left=str(type_of(left)),
            right=str(type_of(right)),
        )
    row.note(note.ARITHMETIC)
    try:
        result = _CALCULATIONS[sign](left, right)
    except (ArithmeticError, ValueError):
        raise CannotEvaluate(N_("The result of {sign} is no number."), 0, sign=sign) from None
    if isinstance(result, int) and abs(result) > _MAX_INTEGER:
        raise CannotEvaluate(N_("The result is beyond the largest integer, {limit}."), 0, limit=_MAX_INTEGER)
    if result in (float("inf"), float("-inf")) or result != result:  # noqa: PLR0124 - only nan differs from itself
        raise CannotEvaluate(N_("The result of {sign} is no number."), 0, sign=sign)
    return result
