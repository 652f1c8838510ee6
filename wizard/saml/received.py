"""The attributes that a plan makes AWS receive for one person, or what is known of them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from wizard.frozen import Frozen
from wizard.language import N_
from wizard.language.phrase import Phrase, Phrases
from wizard.okta.attribute_names import TRANSITIVE_TAG_KEYS, NameFormat, principal_tag
from wizard.okta.expression import ExpressionFault
from wizard.okta.statements import tag_expression
from wizard.okta.tag_value import tag_value
from wizard.plan.memory import remembered
from wizard.plan.model import Claims, Person, Plan, Tag
from wizard.saml.attribute_statement import Attribute, AttributeValue

_LITERAL: Final = N_('PrincipalTag "{key}" holds the Okta expression itself. {fault}')
_LEFT_OUT: Final = N_("It is left out: {login} has no value for it.")


class ReceivedAttribute(Frozen):
    """One attribute as AWS receives it.

    Attributes:
        attribute: its name, format and values; none where it is left out of the assertion.
        literal: whether the value is the Okta expression itself, since it could not be evaluated.
        remarks: what there is to say about it.
    """

    attribute: Attribute
    literal: bool = False
    remarks: tuple[Phrase, ...] = ()


def received_attributes(plan: Plan, person: Person | None) -> tuple[ReceivedAttribute, ...]:
    """Return one attribute for each tag, in plan order, then TransitiveTagKeys where there are any.

    Session tags alone: the app's own Role, RoleSessionName and SessionDuration are not the plan's. With no person
    the values are the expressions.
    """
    return tuple(_received(plan, person))


def _received(plan: Plan, person: Person | None) -> Iterator[ReceivedAttribute]:
    claims = plan.okta.claims
    for index, tag in enumerate(plan.tags):
        yield _of_tag(tag, index, claims, person)
    keys = tuple((tag.key, index) for index, tag in enumerate(plan.tags) if tag.transitive)
    if keys:
        yield _transitive(keys)


@lru_cache(maxsize=8)
def _transitive(keys: tuple[tuple[str, int], ...]) -> ReceivedAttribute:
    values = tuple(AttributeValue(key, f"tags[{index}].transitive") for key, index in keys)
    return ReceivedAttribute(Attribute(TRANSITIVE_TAG_KEYS, NameFormat.URI, values, "tags"))


@remembered(256)
def _of_tag(tag: Tag, index: int, claims: Claims, person: Person | None) -> ReceivedAttribute:
    path = f"tags[{index}]"
    return _literal(tag, path) if person is None else _evaluated(tag, path, claims, person)


def _evaluated(tag: Tag, path: str, claims: Claims, person: Person) -> ReceivedAttribute:
    try:
        value = tag_value(tag, claims, person)
    except ExpressionFault as fault:
        return _literal(tag, path, Phrase(_LITERAL, {"key": tag.key, "fault": fault}))
    said = [Phrase(note) for note in value.notes]
    if not value.values:
        said.insert(0, Phrase(_LEFT_OUT, {"login": person.login}))
    remarks = (Phrase('PrincipalTag "{key}": {said}', {"key": tag.key, "said": Phrases(tuple(said), " ")}),)
    return ReceivedAttribute(_attribute(tag, path, value.values), remarks=remarks if said else ())


def _literal(tag: Tag, path: str, *remarks: Phrase) -> ReceivedAttribute:
    return ReceivedAttribute(_attribute(tag, path, (tag_expression(tag),)), literal=True, remarks=remarks)


def _attribute(tag: Tag, path: str, values: tuple[str, ...]) -> Attribute:
    shown = tuple(AttributeValue(value, f"{path}.value") for value in values)
    return Attribute(principal_tag(tag.key), NameFormat.URI, shown, f"{path}.key")
