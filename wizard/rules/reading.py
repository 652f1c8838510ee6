"""Reads each tag's expression once for all the rules; a text that is none is told, not raised."""

from functools import lru_cache

from wizard.okta.expression.dialect import is_attribute
from wizard.okta.expression.fault import ExpressionError
from wizard.okta.expression.parser import Expression, parsed
from wizard.okta.expression.reference import Reference, references
from wizard.plan.model import Claims, Plan, Tag


@lru_cache(maxsize=4096)
def read(text: str, claims: Claims) -> Expression | ExpressionError:
    """Return the expression, or what is wrong with the text."""
    try:
        return parsed(text, claims)
    except ExpressionError as error:
        return error


def expressions(plan: Plan) -> tuple[tuple[int, Tag, Expression], ...]:
    """Return the tags whose value can be read: the index of each, the tag, the expression."""
    claims = plan.okta.claims
    readings = ((index, tag, read(tag.value, claims)) for index, tag in enumerate(plan.tags))
    return tuple((index, tag, found) for index, tag, found in readings if isinstance(found, Expression))


@lru_cache(maxsize=4096)
def read_references(expression: Expression) -> tuple[Reference, ...]:
    """Return what the expression reads, in the order of the text."""
    return references(expression)


def profile_attributes(expression: Expression) -> tuple[str, ...]:
    """Return the names of the profile attributes that the expression reads, each once."""
    found = read_references(expression)
    return tuple(dict.fromkeys(it.attribute for it in found if is_attribute(it, expression.claims)))
