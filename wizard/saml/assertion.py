"""The assertion's attributes as AWS receives them, with the list of transitive keys nested."""

from wizard.language import N_, Words
from wizard.plan.model import Person, Plan
from wizard.quoting.line_text import one_line
from wizard.quoting.rendered import Rendered
from wizard.saml.attribute_statement import statement_xml
from wizard.saml.preview import NO_TAGS
from wizard.saml.received import ReceivedAttribute, received_attributes

NOTHING_SENT = N_("Nothing is left to send: the element below is no legal SAML.")
NO_PERSON = N_("No person is chosen: the values are the Okta expressions themselves.")


def assertion(plan: Plan, person: Person | None, words: Words = str) -> Rendered:
    """Return the statement that the person's profile gives, with the place of each line.

    One AttributeValue for each transitive key, as Okta sends them with SAML_SUPPORT_ARRAY_ATTRIBUTES on. What is not
    a value, or not documented, is said in a comment at the top, translated by `words`.
    """
    received = received_attributes(plan, person)
    sent = tuple(known.attribute for known in received if known.attribute.values)
    return statement_xml(sent, map(one_line, _remarks(received, person, words, some=bool(sent))))


def _remarks(
    received: tuple[ReceivedAttribute, ...], person: Person | None, words: Words, *, some: bool
) -> tuple[str, ...]:
    if not received:
        return (words(NO_TAGS),)
    if person is None:
        return (words(NO_PERSON),)
    remarks = tuple(remark.text(words) for attribute in received for remark in attribute.remarks)
    return remarks if some else (words(NOTHING_SENT), *remarks)


def assertion_xml(plan: Plan, person: Person | None, words: Words = str) -> str:
    """Return the text of the document; see :func:`assertion`."""
    return assertion(plan, person, words).text
