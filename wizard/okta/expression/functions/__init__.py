"""The functions of the expression language, one module a group, and how a call finds its function."""

from functools import cache
from typing import Final

from wizard.okta.expression.function import Function
from wizard.okta.expression.functions.arrays import ARRAY_FUNCTIONS
from wizard.okta.expression.functions.country_codes import COUNTRY_FUNCTIONS
from wizard.okta.expression.functions.groups import GROUP_FUNCTIONS
from wizard.okta.expression.functions.numbers import NUMBER_FUNCTIONS
from wizard.okta.expression.functions.people import PEOPLE_FUNCTIONS
from wizard.okta.expression.functions.text import TEXT_FUNCTIONS
from wizard.okta.expression.functions.times import TIME_FUNCTIONS
from wizard.okta.expression.node import Call, Name
from wizard.plan.model import Claims

FUNCTIONS: Final = (
    *TEXT_FUNCTIONS,
    *ARRAY_FUNCTIONS,
    *NUMBER_FUNCTIONS,
    *COUNTRY_FUNCTIONS,
    *GROUP_FUNCTIONS,
    *PEOPLE_FUNCTIONS,
    *TIME_FUNCTIONS,
)
"""All functions of both dialects, group by group."""


@cache
def _table(claims: Claims) -> dict[str, tuple[Function, ...]]:
    table: dict[str, tuple[Function, ...]] = {}
    for function in FUNCTIONS:
        if function.claims is claims:
            table[function.name] = (*table.get(function.name, ()), function)
    return table


NAMESPACES: Final = frozenset(
    function.name.partition(".")[0] for function in FUNCTIONS if "." in function.name[1:] and function.receiver is None
)
"""The words before the dot of a function: String, Arrays, user."""


def documented_functions(claims: Claims) -> tuple[Function, ...]:
    """Return the functions of a dialect, group by group, in the order of Okta's pages."""
    return tuple(function for function in FUNCTIONS if function.claims is claims)


def named(name: str, claims: Claims) -> tuple[Function, ...]:
    """Return the functions of a name, several where methods of different types share one, none where Okta has none."""
    return _table(claims).get(name, ())


def called(call: Call) -> str:
    """Return the name under which the table would have the function of a call: ``String.len``, ``.length``."""
    if call.target is None:
        return call.name
    if isinstance(call.target, Name) and call.target.name in NAMESPACES:
        return f"{call.target.name}.{call.name}"
    return f".{call.name}"
