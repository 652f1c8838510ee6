"""The assertion's attributes as AWS receives them, with the list of transitive keys nested."""

from wizard.plan.model import Person, Plan
from wizard.quoting.rendered import Rendered
from wizard.saml.attribute_statement import statement_xml
from wizard.saml.preview import NO_TAGS
from wizard.saml.received import ReceivedAttribute, received_attributes

NOTHING_SENT = "Nothing is left to send: the element below is no legal SAML."
NO_PERSON = "No person is chosen: the values are the Okta expressions themselves."


def assertion(plan: Plan, person: Person | None) -> Rendered:
    """Return the statement that the person's profile gives, with the place of each line.

    One AttributeValue for each transitive key, as Okta sends them with SAML_SUPPORT_ARRAY_ATTRIBUTES on. What is not
    a value, or not documented, is said in a comment at the top.
    """
    received = received_attributes(plan, person)
    sent = tuple(known.attribute for known in received if known.attribute.values)
    return statement_xml(sent, _remarks(received, person, some=bool(sent)))


def _remarks(received: tuple[ReceivedAttribute, ...], person: Person | None, *, some: bool) -> tuple[str, ...]:
    if not received:
        return (NO_TAGS,)
    if person is None:
        return (NO_PERSON,)
    remarks = tuple(remark for attribute in received for remark in attribute.remarks)
    return remarks if some else (NOTHING_SENT, *remarks)


def assertion_xml(plan: Plan, person: Person | None) -> str:
    """Return the text of the document; see :func:`assertion`."""
    return assertion(plan, person).text
