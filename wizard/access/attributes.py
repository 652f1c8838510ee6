"""The profile attributes that a plan asks a list of people for."""

from typing import NamedTuple

from wizard.okta.expression import ExpressionError, parsed, references
from wizard.okta.expression.dialect import is_attribute
from wizard.plan.model import Claims, Plan, Tag


class Attributes(NamedTuple):
    """What the plan's expressions read.

    Attributes:
        names: the attributes, in the order of their first use.
        lists: those that hold lists: a list tag reads them, or a sample person has a list in them.
    """

    names: tuple[str, ...]
    lists: frozenset[str]


def attributes_of(plan: Plan) -> Attributes:
    """Return the attributes that the plan reads; what an expression that cannot be read holds is left out."""
    read = [(tag, tag_attributes(tag, plan.okta.claims)) for tag in plan.tags]
    listed = {name for tag, names in read if tag.separator is not None for name in names}
    sampled = {name for person in plan.people for name, value in person.profile if isinstance(value, tuple)}
    return Attributes(tuple(dict.fromkeys(name for _, names in read for name in names)), frozenset(listed | sampled))


def tag_attributes(tag: Tag, claims: Claims) -> tuple[str, ...]:
    """Return the attributes of the user's profile that one tag reads, each once."""
    try:
        found = references(parsed(tag.value, claims))
    except ExpressionError:
        return ()
    return tuple(dict.fromkeys(each.attribute for each in found if is_attribute(each, claims)))
