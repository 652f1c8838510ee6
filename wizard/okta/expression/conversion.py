"""How a value becomes another type where the expression asks for one."""

from collections.abc import Callable
from typing import Final

from wizard.language import N_
from wizard.okta.expression import note
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.row import Row
from wizard.okta.expression.value_type import Country, Moment, Value, ValueType, type_of


def text_from(value: Value, row: Row) -> str:
    """Return a value as text; CannotEvaluate, with the column still to fill in, where it has none."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        row.note(note.VALUE_AS_TEXT)
        return "true" if value else "false"
    if isinstance(value, int | float):
        row.note(note.VALUE_AS_TEXT)
        return repr(value)
    raise refused(value, ValueType.STRING)


def boolean_from(value: Value, row: Row) -> bool:
    """Return a value as true or false; CannotEvaluate, with the column still to fill in, where it is neither."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false"):
        row.note(note.TEXT_AS_BOOLEAN)
        return value.lower() == "true"
    if value is None:
        raise CannotEvaluate(N_("A condition is null; Okta does not document what follows."), 0)
    raise refused(value, ValueType.BOOLEAN)


def integer_from(value: Value, row: Row) -> int:
    """Return a value as an integer; CannotEvaluate, with the column still to fill in, where it is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.lstrip("-").isdigit() and len(value) < _DIGITS:
        row.note(note.TEXT_AS_NUMBER)
        return int("-" * value.startswith("-") + value.lstrip("-"))
    raise refused(value, ValueType.INTEGER)


def array_from(value: Value, row: Row) -> tuple[Value, ...]:  # noqa: ARG001 - one shape for all conversions
    """Return a value as an array: text is taken as comma-separated values, each without the spaces around it.

    Okta documents that text is converted and shows ``'10, 20, 30, 40'`` giving four members
    (https://developer.okta.com/docs/reference/okta-expression-language/#array-functions).
    """
    if isinstance(value, tuple):
        return value
    if isinstance(value, str):
        return tuple(part.strip(" ") for part in value.split(",")) if value.strip(" ") else ()
    raise refused(value, ValueType.ARRAY)


def refused(value: Value, wanted: ValueType) -> CannotEvaluate:
    """Return the fault of a value that has the wrong type."""
    return CannotEvaluate(
        N_("Okta documents a value of the type {wanted} here; this one has the type {found}."),
        0,
        wanted=str(wanted),
        found=str(type_of(value)),
    )


def number_from(value: Value, row: Row) -> float:
    """Return a value as a number; CannotEvaluate, with the column still to fill in, where it is none."""
    if isinstance(value, float):
        return value
    return integer_from(value, row)


def moment_from(value: Value, row: Row) -> Moment:  # noqa: ARG001 - one shape for all conversions
    """Return a date and time as it is; CannotEvaluate, with the column still to fill in, for anything else."""
    if isinstance(value, Moment):
        return value
    raise refused(value, ValueType.DATE_TIME)


def country_from(value: Value, row: Row) -> Country:  # noqa: ARG001 - one shape for all conversions
    """Return a country as it is; CannotEvaluate, with the column still to fill in, for anything else."""
    if isinstance(value, Country):
        return value
    raise refused(value, ValueType.COUNTRY)


def anything(value: Value, row: Row) -> Value:  # noqa: ARG001 - one shape for all conversions
    """Return the value as it is."""
    return value


_DIGITS: Final = 12

CONVERSIONS: Final[dict[ValueType, Callable[[Value, Row], Value]]] = {
    ValueType.STRING: text_from,
    ValueType.INTEGER: integer_from,
    ValueType.NUMBER: number_from,
    ValueType.BOOLEAN: boolean_from,
    ValueType.ARRAY: array_from,
    ValueType.DATE_TIME: moment_from,
    ValueType.COUNTRY: country_from,
    ValueType.OBJECT: anything,
    ValueType.UNKNOWN: anything,
}
"""From the type that a parameter documents to the function that converts an argument."""
