"""The functions of arrays: ``Arrays.*`` and the methods of arrays.

Sources: https://developer.okta.com/docs/reference/okta-expression-language/#array-functions and
https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/#array-functions
"""

from typing import Final, TypeAlias

from wizard.language import N_, Numbered
from wizard.okta.expression import note
from wizard.okta.expression.conversion import array_from, text_from
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.function import Function, Parameter, Run
from wizard.okta.expression.operation import equal
from wizard.okta.expression.row import Row
from wizard.okta.expression.value_type import Value, ValueType
from wizard.plan.model import Claims

Array: TypeAlias = tuple[Value, ...]


def grown(_row: Row, array: Array, item: Value) -> Value:
    """Return the array with the item behind its members."""
    return (*array, item)


def shrunk(row: Row, array: Array, item: Value) -> Value:
    """Return the array without the members that equal the item."""
    kept = tuple(member for member in array if not equal(member, item, row))
    if len(array) - len(kept) > 1:
        row.note(note.REMOVED_ONCE)
    return kept


def cleared(_row: Row, _array: Array) -> Value:
    """Return an array without members."""
    return ()


def member_at(_row: Row, array: Array, position: int) -> Value:
    """Return the member at a position, from 0; CannotEvaluate where the array has none there."""
    if not 0 <= position < len(array):
        raise CannotEvaluate(
            Numbered(
                "The array has {count} member; Okta does not document what stands at {position}.",
                "The array has {count} members; Okta does not document what stands at {position}.",
                len(array),
            ),
            0,
            count=len(array),
            position=position,
        )
    return array[position]


def flattened(row: Row, *values: Value) -> Value:
    """Return all members of the values, and of arrays in them, in one array; text is taken as separated by commas."""
    flat: list[Value] = []
    for value in values:
        if isinstance(value, tuple):
            flat.extend(_flat(value))
        elif isinstance(value, str):
            flat.extend(array_from(value, row))
        else:
            flat.append(value)
    return tuple(flat)


def array_flattened(_row: Row, array: Array) -> Value:
    """Return all members of the array, and of arrays in it, in one array."""
    return tuple(_flat(array))


def _flat(array: Array) -> list[Value]:
    flat: list[Value] = []
    for member in array:
        flat.extend(_flat(member) if isinstance(member, tuple) else (member,))
    return flat


def holds(row: Row, array: Array, item: Value) -> Value:
    """Tell whether a member equals the item."""
    return any(equal(member, item, row) for member in array)


def size(row: Row, array: Value) -> Value:
    """Return the number of members, 0 for null."""
    return 0 if array is None else len(array_from(array, row))


def is_empty(row: Row, array: Value) -> Value:
    """Tell whether there is no member; null has none."""
    return array is None or not array_from(array, row)


def comma_separated(row: Row, array: Array) -> Value:
    """Return the members with commas between them, as they are."""
    return ",".join([text_from(member, row) for member in array])


_SECTION: Final = "array-functions"
_ARRAY, _ANY, _BOOLEAN, _INTEGER = ValueType.ARRAY, ValueType.UNKNOWN, ValueType.BOOLEAN, ValueType.INTEGER
_LIST = Parameter("array", _ARRAY)
_ITEM = Parameter("value", _ANY)

_GROWN: Final = N_("The array with the value behind its members.")
_SHRUNK: Final = N_("The array without the value.")
_FLAT: Final = N_("One array of all members, those of arrays within too.")
_HOLDS: Final = N_("Whether the value is a member.")
_SIZE: Final = N_("The number of members, 0 for null.")
_EMPTY: Final = N_("Whether the array has no member; true for null.")


def _function(
    name: str, parameters: tuple[Parameter, ...], result: ValueType, run: Run, about: str, *, takes_null: bool = False
) -> Function:
    return Function(
        name, Claims.STATEMENTS, _SECTION, parameters, result=result, run=run, about=about, takes_null=takes_null
    )


def _method(name: str, parameters: tuple[Parameter, ...], result: ValueType, run: Run, about: str) -> Function:
    return Function(name, Claims.FEDERATED, _SECTION, parameters, result=result, run=run, about=about, receiver=_ARRAY)


ARRAY_FUNCTIONS: Final = (
    _function("Arrays.add", (_LIST, _ITEM), _ARRAY, grown, _GROWN),
    _function("Arrays.remove", (_LIST, _ITEM), _ARRAY, shrunk, _SHRUNK),
    _function("Arrays.clear", (_LIST,), _ARRAY, cleared, N_("An array without members.")),
    _function(
        "Arrays.get", (_LIST, Parameter("position", _INTEGER)), _ANY, member_at, N_("The member at a position, from 0.")
    ),
    _function("Arrays.flatten", (Parameter("values", _ANY, many=1),), _ARRAY, flattened, _FLAT),
    _function("Arrays.contains", (_LIST, _ITEM), _BOOLEAN, holds, _HOLDS),
    _function("Arrays.size", (_LIST,), _INTEGER, size, _SIZE, takes_null=True),
    _function("Arrays.isEmpty", (_LIST,), _BOOLEAN, is_empty, _EMPTY, takes_null=True),
    _function(
        "Arrays.toCsvString", (_LIST,), ValueType.STRING, comma_separated, N_("The members with commas between them.")
    ),
    _method(".contains", (_ITEM,), _BOOLEAN, holds, _HOLDS),
    _method(".size", (), _INTEGER, size, N_("The number of members.")),
    _method(".isEmpty", (), _BOOLEAN, is_empty, N_("Whether the array has no member.")),
    _method(".add", (_ITEM,), _ARRAY, grown, _GROWN),
    _method(".remove", (_ITEM,), _ARRAY, shrunk, _SHRUNK),
    _method(".flatten", (), _ARRAY, array_flattened, _FLAT),
)
"""Every function of arrays, in the order of Okta's pages."""
