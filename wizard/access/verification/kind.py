"""Tells a preview from a captured sign-in: in a preview the expressions stand where a sign-in has values."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from wizard.okta.statements import tag_expression
from wizard.plan.model import Plan
from wizard.saml.evidence.evidence import Evidence, Form, Part, Signature
from wizard.saml.names import TRANSITIVE_TAG_KEYS, tag_key

_REFERENCE: Final = re.compile(r"(?:user|appuser|app|org|idpuser|session)\.[A-Za-z_][\w.]*|[\"'{].*[\"'}]", re.DOTALL)
_COMPUTED: Final = re.compile(
    r"\b(?:String|Arrays|Convert|Groups|Time|Iso3166Convert|user|appuser)\.[A-Za-z]\w*\(|\?:|^\s*[\"'{]"
)


class Kind(StrEnum):
    """What the evidence is evidence of."""

    CAPTURED = "captured"
    PREVIEW = "preview"
    CLOUDTRAIL = "cloudtrail"


def kind_of(plan: Plan, evidence: Evidence) -> Kind:
    """Return what the evidence is.

    Whatever is signed, encrypted or was posted is captured, as is a whole Response. Other XML is a preview where a
    tag holds the plan's own expression or something that only an expression is, or where every value reads like one.
    """
    if evidence.part is Part.EVENT:
        return Kind.CLOUDTRAIL
    posted = evidence.form is not Form.XML or evidence.part is Part.RESPONSE
    if posted or evidence.encrypted or evidence.signature is not Signature.NONE:
        return Kind.CAPTURED
    return Kind.PREVIEW if _holds_expressions(plan, evidence) else Kind.CAPTURED


def _holds_expressions(plan: Plan, evidence: Evidence) -> bool:
    values = [value for value in _tag_values(evidence) if value]
    known = {expression for tag in plan.tags if _REFERENCE.match(expression := tag_expression(tag).strip())}
    if not values:
        return any(value.strip().startswith("{") for value in evidence.values(TRANSITIVE_TAG_KEYS))
    return any(value in known or _COMPUTED.search(value) for value in values) or all(
        _REFERENCE.fullmatch(value) for value in values
    )


def _tag_values(evidence: Evidence) -> Iterator[str]:
    for attribute in evidence.attributes:
        if tag_key(attribute.name) is not None:
            yield from (value.strip() for value in attribute.values)
