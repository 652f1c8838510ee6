"""The steps of calls: arguments are converted to what the function takes, and null makes the result null."""

from typing import Final

from wizard.okta.expression import note
from wizard.okta.expression.conversion import CONVERSIONS
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.function import Function, Run
from wizard.okta.expression.row import Row
from wizard.okta.expression.step import Step, placed
from wizard.okta.expression.value_type import Value, ValueType, type_of

_EXACT: Final[dict[ValueType, type | None]] = {
    ValueType.STRING: str,
    ValueType.INTEGER: int,
    ValueType.BOOLEAN: bool,
    ValueType.ARRAY: tuple,
}
"""The type of the values that need no conversion: most have it, and a million people are many values."""


def calling(function: Function, run: Run, steps: tuple[Step, ...], column: int) -> Step:
    """Return the step that calls a function with what the steps of its arguments give."""
    if function.takes_null:
        return lambda row: placed(column, run, row, *[step(row) for step in steps])
    kinds = [function.parameter(position).type for position in range(len(steps))]
    plan = tuple((step, _EXACT.get(kind), CONVERSIONS[kind]) for step, kind in zip(steps, kinds, strict=True))

    def computed(row: Row) -> Value:
        values: list[Value] = []
        try:
            for step, exact, convert in plan:
                value = step(row)
                values.append(value if type(value) is exact or value is None else convert(value, row))
            if None not in values:
                return run(row, *values)
        except CannotEvaluate as fault:
            fault.at(column)
            raise
        row.note(note.NULL_ARGUMENT)
        return None

    return computed


def dispatching(methods: tuple[tuple[Function, Run], ...], target: Step, steps: tuple[Step, ...], column: int) -> Step:
    """Return the step that calls the method of the type that the target turns out to have."""

    def dispatched(row: Row) -> Value:
        receiver = target(row)
        function, run = _method_of(methods, receiver)
        types = [function.receiver or ValueType.UNKNOWN]
        types += [function.parameter(position).type for position in range(len(steps))]
        return _applied(run, types, [receiver, *[step(row) for step in steps]], row, column)

    return dispatched


def _method_of(methods: tuple[tuple[Function, Run], ...], receiver: Value) -> tuple[Function, Run]:
    own = type_of(receiver)
    kind = ValueType.NUMBER if own is ValueType.INTEGER else own
    return next((one for one in methods if one[0].receiver in (kind, own)), methods[0])


def _applied(run: Run, types: list[ValueType], values: list[Value], row: Row, column: int) -> Value:
    if any(value is None for value in values):
        row.note(note.NULL_ARGUMENT)
        return None
    converted = [placed(column, CONVERSIONS[kind], value, row) for kind, value in zip(types, values, strict=True)]
    return placed(column, run, row, *converted)
