"""What a tag's row gives for one person: the values as they leave Okta."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from wizard.language import N_
from wizard.okta.expression import Evaluation, compiled, parsed
from wizard.plan.model import Claims, Person, ProfileValue, Scalar, Tag

NULL_MEMBER = N_("Okta does not document what a null member of an array gives; it is left out here.")
NO_TEXT = N_("Okta does not document how it writes a number or a boolean, nor which xsi:type it gives it.")
NO_LIST = N_("Okta does not document what joining null gives; the attribute is left out here.")
UNDOCUMENTED_JOIN = N_("Okta documents nothing that joins an array in this language; the value is what was meant.")


class TagValue(NamedTuple):
    """The value of one tag for one person.

    Attributes:
        values: what is sent, one text for each AttributeValue; none where the attribute is left out. A list tag has
            one, joined with the separator at both ends.
        members: the members of an array before any joining; of a single value, that value.
        notes: what Okta does not document about it, in English templates without values.
    """

    values: tuple[str, ...]
    members: tuple[str, ...]
    notes: tuple[str, ...] = ()


def tag_value(tag: Tag, claims: Claims, person: Person) -> TagValue:
    """Return what the tag's row gives for the person; it raises as :func:`tag_values` and its result do."""
    return tag_values(tag, claims)(person.attributes())


def tag_values(tag: Tag, claims: Claims) -> Callable[[Mapping[str, ProfileValue]], TagValue]:
    """Return the function from a profile to what the tag's row gives for it, made once for many people.

    ExpressionError where the expression cannot be read; the function raises CannotEvaluate where the value depends on
    what is not known here. Null and an empty array give no value: Okta does not document whether it sends them empty
    or not at all.
    """
    evaluated = compiled(parsed(tag.value, claims))
    return lambda attributes: _tag_value(tag, claims, evaluated(attributes))


def _tag_value(tag: Tag, claims: Claims, evaluation: Evaluation) -> TagValue:
    members, notes = _members(evaluation.value)
    notes = (*evaluation.notes, *notes)
    if tag.separator is None:
        return TagValue(members, members, notes)
    if evaluation.value is None:
        return TagValue((), (), (NO_LIST,))
    if isinstance(evaluation.value, str):
        members = tuple(part.strip(" ") for part in evaluation.value.split(",")) if evaluation.value.strip(" ") else ()
    undocumented = (UNDOCUMENTED_JOIN,) if claims is Claims.FEDERATED else ()
    return TagValue((joined(members, tag.separator),), members, (*notes, *undocumented))


def joined(members: Iterable[str], separator: str) -> str:
    """Return the members as the exported row joins them: ``:a:b:``, and ``::`` of none.

    A member that holds a comma falls into two, as it does in Okta: ``Arrays.toCsvString`` has no quoting.
    """
    return separator + ",".join(members).replace(",", separator) + separator


def _members(value: ProfileValue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if value is None:
        return (), ()
    members = value if isinstance(value, tuple) else (value,)
    present = tuple(member for member in members if member is not None)
    no_texts = (NO_TEXT,) if any(not isinstance(member, str) for member in present) else ()
    no_nulls = (NULL_MEMBER,) if len(present) < len(members) else ()
    return tuple(_text(member) for member in present), no_texts + no_nulls


def _text(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
