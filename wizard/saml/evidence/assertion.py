"""Reads what an assertion says: its attributes, its subject, where and when it counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from wizard.language import N_
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.evidence import SentAttribute, Window
from wizard.saml.evidence.limits import MOST_ATTRIBUTES, MOST_VALUES
from wizard.saml.evidence.names import SAML
from wizard.saml.names import PREFIX


@dataclass(frozen=True, slots=True, repr=False)
class Subject:
    """What an assertion says beside its attributes; the fields are those of the evidence."""

    name_id: str | None
    recipients: tuple[str, ...]
    audiences: tuple[str, ...]
    windows: tuple[Window, ...]


def attributes_in(statements: list[etree._Element]) -> tuple[SentAttribute, ...]:
    """Return the attributes of the statements, in order; Unusable where there are more than any sign-in has."""
    elements = [attribute for statement in statements for attribute in statement.iterfind(f"{SAML}Attribute")]
    return sent(elements)


def sent(elements: list[etree._Element]) -> tuple[SentAttribute, ...]:
    """Return these Attribute elements as values."""
    if len(elements) > MOST_ATTRIBUTES or sum(map(len, elements)) > MOST_VALUES:
        raise Unusable(N_("It holds more attributes than a sign-in can have"))
    return tuple(_attribute(element) for element in elements)


def _attribute(element: etree._Element) -> SentAttribute:
    name = element.get("Name")
    if name is None:
        raise Unusable(N_("An Attribute has no Name"))
    values = tuple(_value(value, name) for value in element.iterfind(f"{SAML}AttributeValue"))
    return SentAttribute(name, element.get("NameFormat"), values)


def _value(element: etree._Element, name: str) -> str:
    return _text(element) if name.startswith(PREFIX) or not len(element) else "".join(map(str, element.itertext()))


def _text(element: etree._Element) -> str:
    if len(element):
        raise Unusable(N_("A value holds XML elements where AWS reads a text"))
    return element.text or ""


def subject_of(assertion: etree._Element) -> Subject:
    """Return what the assertion says of its subject and its conditions."""
    data = assertion.findall(f"{SAML}Subject/{SAML}SubjectConfirmation/{SAML}SubjectConfirmationData")
    name_id = assertion.find(f"{SAML}Subject/{SAML}NameID")
    audiences = assertion.iterfind(f"{SAML}Conditions/{SAML}AudienceRestriction/{SAML}Audience")
    return Subject(
        name_id=None if name_id is None else _text(name_id),
        recipients=tuple(recipient for each in data if (recipient := each.get("Recipient")) is not None),
        audiences=tuple(_text(audience) for audience in audiences),
        windows=tuple(_windows(assertion)),
    )


def _windows(assertion: etree._Element) -> Iterator[Window]:
    for element in assertion.iterfind(f"{SAML}Conditions"):
        yield from _limits(element, "Conditions")
    confirmed = f"{SAML}Subject/{SAML}SubjectConfirmation/{SAML}SubjectConfirmationData"
    for element in assertion.iterfind(confirmed):
        yield from _limits(element, "SubjectConfirmationData")


def _limits(element: etree._Element, name: str) -> Iterator[Window]:
    for attribute, latest in (("NotBefore", False), ("NotOnOrAfter", True)):
        text = element.get(attribute)
        if text is not None:
            yield Window(f"{name} {attribute}", text, latest)
