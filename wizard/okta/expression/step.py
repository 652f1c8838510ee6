"""A step of an evaluation: what a part of an expression gives for a person."""

from collections.abc import Callable
from typing import ParamSpec, TypeAlias, TypeVar

from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.row import Row
from wizard.okta.expression.value_type import Value

Step: TypeAlias = Callable[[Row], Value]

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def placed(
    column: int, run: Callable[_Arguments, _Result], *arguments: _Arguments.args, **named: _Arguments.kwargs
) -> _Result:
    """Return what `run` gives; a CannotEvaluate without a column gets this one."""
    try:
        return run(*arguments, **named)
    except CannotEvaluate as fault:
        fault.at(column)
        raise


def raising(template: str, column: int, **values: object) -> Step:
    """Return the step that cannot be evaluated, for everybody."""

    def refuse(_row: Row) -> Value:
        raise CannotEvaluate(template, column, **values)

    return refuse
