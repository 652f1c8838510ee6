"""What tells the two dialects apart: how a user's attribute is written, what is there beside the profile."""

from typing import Final

from wizard.language import N_
from wizard.okta.expression.message import Phrase
from wizard.okta.expression.reference import Reference
from wizard.okta.expression.value_type import ValueType
from wizard.plan.model import Claims

USER_ROOT: Final = {Claims.STATEMENTS: "user", Claims.FEDERATED: "user.profile"}
"""What stands before an attribute of the Okta user profile, by dialect."""

OTHER: Final = {Claims.STATEMENTS: Claims.FEDERATED, Claims.FEDERATED: Claims.STATEMENTS}
"""The other dialect."""

LABEL: Final = {
    Claims.STATEMENTS: Phrase(N_("attribute statements")),
    Claims.FEDERATED: Phrase(N_("federated claims")),
}
"""What each dialect is written for, in words."""

USER_PROPERTIES: Final = {
    "id": ValueType.STRING,
    "status": ValueType.STRING,
    "created": ValueType.DATE_TIME,
    "lastUpdated": ValueType.DATE_TIME,
    "passwordChanged": ValueType.DATE_TIME,
    "lastLogin": ValueType.DATE_TIME,
}
"""The properties of a user beside the profile, in Identity Engine's dialect, and their types.
https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/#okta-user-profile"""


def is_property(reference: Reference, claims: Claims) -> bool:
    """Tell whether a reference reads a property of the user that is no attribute of the profile."""
    return claims is Claims.FEDERATED and reference.root == "user" and reference.attribute in USER_PROPERTIES


def is_attribute(reference: Reference, claims: Claims) -> bool:
    """Tell whether a reference reads an attribute of the user's profile, in the spelling of the dialect."""
    return reference.root == USER_ROOT[claims] and "." not in reference.attribute and not is_property(reference, claims)


def is_of_other_dialect(reference: Reference, claims: Claims) -> bool:
    """Tell whether a reference reads an attribute of the user's profile, in the spelling of the other dialect."""
    return not is_property(reference, claims) and is_attribute(reference, OTHER[claims])
