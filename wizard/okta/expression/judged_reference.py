"""Judges what an expression reads: whether the dialect has it, whether the profile has it, and its type.

Sources: https://developer.okta.com/docs/reference/okta-expression-language/#reference-user-attributes and
https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/#reference-attributes
"""

from collections.abc import Collection
from typing import Final

from wizard.language import N_
from wizard.okta.base_attributes import BASE_NAMES
from wizard.okta.expression.dialect import (
    LABEL,
    OTHER,
    USER_PROPERTIES,
    USER_ROOT,
    is_attribute,
    is_of_other_dialect,
    is_property,
)
from wizard.okta.expression.functions import NAMESPACES
from wizard.okta.expression.message import Phrase
from wizard.okta.expression.nearness import nearest
from wizard.okta.expression.problem import Problem, ProblemKind
from wizard.okta.expression.reference import Reference
from wizard.okta.expression.roots import ROOTS
from wizard.okta.expression.value_type import ValueType
from wizard.plan.model import Claims

_KNOWN_TYPES: Final = {
    (Claims.STATEMENTS, "org.name"): ValueType.STRING,
    (Claims.STATEMENTS, "org.subDomain"): ValueType.STRING,
    (Claims.STATEMENTS, "session.amr"): ValueType.ARRAY,
    (Claims.FEDERATED, "session.amr"): ValueType.ARRAY,
    (Claims.FEDERATED, "session.id"): ValueType.STRING,
}
"""What is documented by its whole name, beside the attributes of profiles."""

_CLASSIC_ELSEWHERE: Final = {
    "idpuser": Phrase(N_("username transforms of identity providers")),
    "access": Phrase(N_("OAuth 2.0 and OpenID Connect claims")),
    "app.id": Phrase(N_("OAuth 2.0 and OpenID Connect claims")),
    "app.clientId": Phrase(N_("OAuth 2.0 and OpenID Connect claims")),
    "app.profile": Phrase(N_("OAuth 2.0 and OpenID Connect claims")),
}
_FEDERATED_ELSEWHERE: Final = {
    "security": Phrase(N_("app sign-in policies")),
    "device.id": Phrase(N_("conditions on devices and policies")),
    "device.caller": Phrase(N_("conditions on devices and policies")),
    "device.assurance": Phrase(N_("conditions on devices and policies")),
    "device.provider": Phrase(N_("conditions on devices and policies")),
}
_ELSEWHERE: Final = {Claims.STATEMENTS: _CLASSIC_ELSEWHERE, Claims.FEDERATED: _FEDERATED_ELSEWHERE}

_FOREIGN: Final = {
    Claims.STATEMENTS: ("device", "security"),
    Claims.FEDERATED: ("org", "app", "idpuser", "access", "appuser"),
}
"""The roots that only the other dialect has; an app's entitlements are the exception."""


def judged_reference(
    reference: Reference, claims: Claims, attributes: Collection[str] | None, lists: Collection[str]
) -> tuple[ValueType, Problem | None]:
    """Return the type of what a reference reads, and what is wrong with it, None where nothing is.

    `attributes` are the names of the profile beside the base attributes, None where they are not known; `lists` are
    those that hold arrays.
    """
    if is_attribute(reference, claims) or is_of_other_dialect(reference, claims):
        return _type(reference, lists), _attribute_problem(reference, claims, attributes)
    if is_property(reference, claims):
        return USER_PROPERTIES[reference.attribute], None
    if not reference.root:
        return ValueType.UNKNOWN, _alone(reference, claims)
    if reference.root in USER_ROOT.values():
        return ValueType.UNKNOWN, _parts(reference)
    return _KNOWN_TYPES.get((claims, str(reference)), ValueType.UNKNOWN), _outside(reference, claims)


def _type(reference: Reference, lists: Collection[str]) -> ValueType:
    if reference.attribute in lists:
        return ValueType.ARRAY
    return ValueType.STRING if reference.attribute in BASE_NAMES else ValueType.UNKNOWN


def _attribute_problem(reference: Reference, claims: Claims, attributes: Collection[str] | None) -> Problem | None:
    right = f"{USER_ROOT[claims]}.{reference.attribute}"
    if is_of_other_dialect(reference, claims):
        return Problem(
            ProblemKind.WRONG_DIALECT,
            N_("{reference} is written for {other}; for {own} write {right}."),
            reference.column,
            {"reference": str(reference), "right": right, "own": LABEL[claims], "other": LABEL[OTHER[claims]]},
            right,
        )
    if attributes is None or reference.attribute in BASE_NAMES or reference.attribute in attributes:
        return None
    near = nearest(reference.attribute, {*attributes, *BASE_NAMES})
    suggestion = f"{USER_ROOT[claims]}.{near}" if near else ""
    template = N_("The user profile has no {attribute}.")
    if near:
        template = N_("The user profile has no {attribute}; the nearest is {near}.")
    return Problem(
        ProblemKind.UNKNOWN_ATTRIBUTE,
        template,
        reference.column,
        {"attribute": reference.attribute, "near": near},
        suggestion,
    )


def _alone(reference: Reference, claims: Claims) -> Problem:
    name = reference.attribute
    if name in ROOTS or name in NAMESPACES:
        return Problem(
            ProblemKind.WRONG_TYPE,
            N_("{name} is no value; a name after a dot is missing."),
            reference.column,
            {"name": name},
        )
    right = f"{USER_ROOT[claims]}.{name}"
    return Problem(
        ProblemKind.UNKNOWN_ATTRIBUTE,
        N_("{name} stands alone; write {right}, or put it in quotation marks."),
        reference.column,
        {"name": name, "right": right},
        right,
    )


def _parts(reference: Reference) -> Problem:
    return Problem(
        ProblemKind.UNKNOWN_ATTRIBUTE,
        N_("{reference} asks for a part of an attribute; attributes have none."),
        reference.column,
        {"reference": str(reference)},
    )


def _outside(reference: Reference, claims: Claims) -> Problem | None:
    """Judge what is read from beyond the user's profile."""
    name = str(reference)
    step = f"{reference.root}.{reference.attribute.partition('.')[0]}"
    values = {"reference": name}
    if reference.root in _FOREIGN[claims] and step != "appuser.entitlements":
        return Problem(
            ProblemKind.WRONG_DIALECT,
            N_("{reference} is documented for {other} alone."),
            reference.column,
            {**values, "other": LABEL[OTHER[claims]]},
        )
    place = _ELSEWHERE[claims].get(reference.root) or _ELSEWHERE[claims].get(step)
    if place is not None:
        return Problem(
            ProblemKind.MISPLACED,
            N_("{reference} is documented for {place}, not for attributes of an assertion."),
            reference.column,
            {**values, "place": place},
        )
    if _is_documented(reference, claims, step):
        return None
    return Problem(ProblemKind.UNDOCUMENTED, N_("Okta does not document {reference} here."), reference.column, values)


def _is_documented(reference: Reference, claims: Claims, step: str) -> bool:
    if claims is Claims.FEDERATED:
        return step in ("appuser.entitlements", "device.profile") or (claims, str(reference)) in _KNOWN_TYPES
    return reference.root not in ("org", "session") or (claims, str(reference)) in _KNOWN_TYPES
