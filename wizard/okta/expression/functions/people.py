"""The functions that reach other people and other profiles; only the surroundings can tell what they give.

Source: https://developer.okta.com/docs/reference/okta-expression-language/ (#okta-user-id-and-status,
#linked-object-function, #manager-assistant-functions, #directory-and-workday-functions)
"""

from typing import Final

from wizard.language import N_
from wizard.okta.expression.function import Function, Parameter
from wizard.okta.expression.value_type import ValueType
from wizard.plan.model import Claims

_MANAGERS: Final = "manager-assistant-functions"
_DIRECTORIES: Final = "directory-and-workday-functions"
_LINKED: Final = "linked-object-function"


def _function(
    name: str, section: str, parameters: tuple[str, ...], about: str, result: ValueType = ValueType.OBJECT
) -> Function:
    return Function(
        name, Claims.STATEMENTS, section, tuple(map(Parameter, parameters)), result=result, run=None, about=about
    )


PEOPLE_FUNCTIONS: Final = (
    _function(
        "user.getInternalProperty",
        "okta-user-id-and-status",
        ("property",),
        N_("The person's id or status in Okta."),
        ValueType.STRING,
    ),
    _function("user.getLinkedObject", _LINKED, ("relationship",), N_("The person at the other end of a relationship.")),
    _function("getManagerUser", _MANAGERS, ("source",), N_("The manager's Okta profile.")),
    _function(
        "getManagerAppUser", _MANAGERS, ("source", "attribute source"), N_("The manager's profile in another app.")
    ),
    _function("getAssistantUser", _MANAGERS, ("source",), N_("The assistant's Okta profile.")),
    _function(
        "getAssistantAppUser", _MANAGERS, ("source", "attribute source"), N_("The assistant's profile in another app.")
    ),
    _function(
        "hasDirectoryUser",
        _DIRECTORIES,
        (),
        N_("Whether the person has one Active Directory assignment."),
        ValueType.BOOLEAN,
    ),
    _function(
        "hasWorkdayUser", _DIRECTORIES, (), N_("Whether the person has a Workday assignment."), ValueType.BOOLEAN
    ),
    _function("findDirectoryUser", _DIRECTORIES, (), N_("The person's Active Directory profile, or null.")),
    _function("findWorkdayUser", _DIRECTORIES, (), N_("The person's Workday profile, or null.")),
    Function(
        "user.getLinkedObject",
        Claims.FEDERATED,
        _LINKED,
        (Parameter("relationship"),),
        result=ValueType.OBJECT,
        run=None,
        about=N_("The person at the other end of a relationship."),
    ),
)
"""Every function that reaches beyond the person's own profile, in the order of Okta's pages."""
