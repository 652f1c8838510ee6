"""Writes a saml2:AttributeStatement as Okta does, and remembers which place of the plan made which line.

Shape: https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf section 2.7.3; the namespaces that each value
repeats and the order of the XML attributes are Okta's, read 2026-11-24 in its blog post on session tags.
"""

from collections.abc import Iterable
from typing import Final

from wizard.frozen import Frozen
from wizard.okta.attribute_names import NameFormat
from wizard.plan.memory import remembered
from wizard.quoting.rendered import Draft, Rendered
from wizard.quoting.xml_text import attribute_value, comment, element_text

ASSERTION_NAMESPACE: Final = "urn:oasis:names:tc:SAML:2.0:assertion"

_VALUE: Final = (
    '    <saml2:AttributeValue xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">{text}</saml2:AttributeValue>'
)


class AttributeValue(Frozen):
    """One value of an attribute, and the part of the plan that made it."""

    text: str
    path: str


class Attribute(Frozen):
    """One attribute: its full name, its name format, its values, and the part of the plan that made it."""

    name: str
    name_format: NameFormat
    values: tuple[AttributeValue, ...]
    path: str


def statement_xml(attributes: Iterable[Attribute], remarks: Iterable[str] = ()) -> Rendered:
    """Return the document: a comment with the remarks, one a line, then the statement of these attributes.

    SAML's schema wants at least one attribute; of none, an empty element is written, which is no legal statement.
    """
    draft = Draft()
    said = tuple(remarks)
    if said:
        draft.add(comment("\n     ".join(said)))
    draft.add(f'<saml2:AttributeStatement xmlns:saml2="{ASSERTION_NAMESPACE}">')
    for attribute in attributes:
        for text, path in _lines(attribute):
            draft.add(text, path)
    draft.add("</saml2:AttributeStatement>")
    return draft.rendered()


@remembered(512)
def _lines(attribute: Attribute) -> tuple[tuple[str, str], ...]:
    """Return the lines of one attribute, each with the part of the plan that made it."""
    name, name_format = attribute_value(attribute.name), attribute.name_format.urn
    return (
        (f'  <saml2:Attribute Name="{name}" NameFormat="{name_format}">', attribute.path),
        *((_VALUE.replace("{text}", element_text(value.text)), value.path) for value in attribute.values),
        ("  </saml2:Attribute>", attribute.path),
    )
