"""The assertion's attributes as AWS receives them, with the list of transitive keys nested."""

from wizard.plan.model import Person, Plan
from wizard.quoting.rendered import Rendered
from wizard.saml.attribute_statement import statement_xml
from wizard.saml.preview import NO_TAGS
from wizard.saml.received import received_attributes

NO_PERSON = "No person is chosen: the values are the Okta expressions themselves."


def assertion(plan: Plan, person: Person | None) -> Rendered:
    """Return the statement that the person's profile gives, with the place of each line.

    One AttributeValue for each transitive key, as Okta sends them with SAML_SUPPORT_ARRAY_ATTRIBUTES on. What is not
    a value, or not documented, is said in a comment at the top.
    """
    received = received_attributes(plan, person)
    remarks = [remark for attribute in received for remark in attribute.remarks]
    if not plan.tags:
        remarks = [NO_TAGS]
    elif person is None:
        remarks = [NO_PERSON]
    return statement_xml((known.attribute for known in received if known.attribute.values), remarks)


def assertion_xml(plan: Plan, person: Person | None) -> str:
    """Return the text of the document; see :func:`assertion`."""
    return assertion(plan, person).text
