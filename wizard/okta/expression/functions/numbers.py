"""The functions that make numbers of text and integers of numbers.

Sources: https://developer.okta.com/docs/reference/okta-expression-language/#data-conversion-functions and
https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/#data-conversion-functions
"""

import math
import re
from typing import Final

from wizard.language import N_
from wizard.okta.expression import note
from wizard.okta.expression.conversion import refused
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.function import Function, Parameter
from wizard.okta.expression.operation import is_number
from wizard.okta.expression.row import Row
from wizard.okta.expression.value_type import Value, ValueType
from wizard.plan.model import Claims

_SPELLED: Final = r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?"
_RANGE: Final = 2**32
_LARGEST: Final = 2**31 - 1
_LONGEST: Final = 400


def number(_row: Row, value: Value) -> Value:
    """Return the number that a text spells; CannotEvaluate where it spells none."""
    return _spelled(value)


def _spelled(value: Value) -> float:
    if isinstance(value, int | float) and is_number(value) and math.isfinite(value):
        return float(value)
    if not isinstance(value, str):
        raise refused(value, ValueType.STRING)
    if len(value) > _LONGEST or not re.fullmatch(_SPELLED, value, re.ASCII) or math.isinf(float(value)):
        raise CannotEvaluate(N_("{text} spells no number; Okta gives an error."), 0, text=repr(value[:40]))
    return float(value)


def integer(row: Row, value: Value) -> Value:
    """Return the nearest integer to a number or to the number that a text spells.

    Beyond the range of integers it wraps, as Okta's examples for Identity Engine show.
    """
    exact = _spelled(value)
    whole = math.floor(exact + 0.5)
    if exact + 0.5 == whole:
        row.note(note.ROUNDED_HALF)
    wrapped = (whole + _LARGEST + 1) % _RANGE - _LARGEST - 1
    if wrapped != whole:
        row.note(note.INTEGER_WRAPPED)
    return wrapped


_SECTION: Final = "data-conversion-functions"
_INTEGER_OF: Final = N_("The nearest integer.")
_NUMBER_OF: Final = N_("The number that the text spells.")

NUMBER_FUNCTIONS: Final = (
    Function(
        "Convert.toInt",
        Claims.STATEMENTS,
        _SECTION,
        (Parameter("value", ValueType.UNKNOWN),),
        result=ValueType.INTEGER,
        run=integer,
        about=_INTEGER_OF,
    ),
    Function(
        "Convert.toNum",
        Claims.STATEMENTS,
        _SECTION,
        (Parameter("text"),),
        result=ValueType.NUMBER,
        run=number,
        about=_NUMBER_OF,
    ),
    Function(
        ".toInteger",
        Claims.FEDERATED,
        _SECTION,
        (),
        result=ValueType.INTEGER,
        run=integer,
        about=_INTEGER_OF,
        receiver=ValueType.STRING,
    ),
    Function(
        ".toNumber",
        Claims.FEDERATED,
        _SECTION,
        (),
        result=ValueType.NUMBER,
        run=number,
        about=_NUMBER_OF,
        receiver=ValueType.STRING,
    ),
    Function(
        ".toInteger",
        Claims.FEDERATED,
        _SECTION,
        (),
        result=ValueType.INTEGER,
        run=integer,
        about=_INTEGER_OF,
        receiver=ValueType.NUMBER,
    ),
)
"""Every function of numbers, in the order of Okta's pages."""
