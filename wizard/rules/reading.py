"""Reads each tag's expression once for all the rules; a text that is none is told, not raised."""

from collections.abc import Iterator
from functools import lru_cache

from wizard.okta.expression.dialect import is_attribute
from wizard.okta.expression.fault import ExpressionError
from wizard.okta.expression.node import ArrayLiteral, Binary, Conditional, Elvis, Literal, Node, StaticText
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


@lru_cache(maxsize=4096)
def constant_parts(expression: Expression) -> tuple[str, ...]:
    """Return the texts that the expression puts into its value as they stand: parts of a sum, results, defaults.

    The first part of each result stands first; a text that a function takes is none of them.
    """
    return tuple(_parts(expression.root))


def _parts(node: Node) -> Iterator[str]:
    if isinstance(node, (Literal, StaticText)) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, Conditional):
        yield from (*_parts(node.value), *_parts(node.other))
    elif isinstance(node, (Elvis, ArrayLiteral)) or (isinstance(node, Binary) and node.operator == "+"):
        yield from (text for child in node.children() for text in _parts(child))


def constant(expression: Expression) -> str | None:
    """Return the text that the whole expression is, None where it is more than a text."""
    root = expression.root
    return root.value if isinstance(root, (Literal, StaticText)) and isinstance(root.value, str) else None
