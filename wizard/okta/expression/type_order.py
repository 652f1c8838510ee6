"""How the types relate: which fits where another is wanted, what two have in common."""

from wizard.okta.expression.value_type import ValueType
from wizard.plan.model import Claims

_NUMBERS = (ValueType.INTEGER, ValueType.NUMBER)


def is_numeric(kind: ValueType) -> bool:
    """Tell whether a type is integer or number."""
    return kind in _NUMBERS


def fits(actual: ValueType, wanted: ValueType, claims: Claims) -> bool:
    """Tell whether Okta documents that a value of one type may stand where another is wanted.

    An integer is a number, and text is an array of comma-separated values in the classic dialect:
    https://developer.okta.com/docs/reference/okta-expression-language/#array-functions
    """
    if ValueType.UNKNOWN in (actual, wanted) or actual is wanted:
        return True
    if wanted is ValueType.NUMBER:
        return actual is ValueType.INTEGER
    return wanted is ValueType.ARRAY and actual is ValueType.STRING and claims is Claims.STATEMENTS


def common(first: ValueType, second: ValueType) -> ValueType:
    """Return the type that a value has which is the one or the other; unknown where they differ."""
    if first is second:
        return first
    return ValueType.NUMBER if is_numeric(first) and is_numeric(second) else ValueType.UNKNOWN


def comparable(first: ValueType, second: ValueType) -> bool:
    """Tell whether two values of these types may be equal."""
    return ValueType.UNKNOWN in (first, second) or first is second or (is_numeric(first) and is_numeric(second))


def sortable(kind: ValueType) -> bool:
    """Tell whether values of a type compare by size."""
    return kind in (ValueType.STRING, ValueType.INTEGER, ValueType.NUMBER, ValueType.UNKNOWN)
