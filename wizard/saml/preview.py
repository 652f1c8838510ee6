"""The assertion's attributes as the Okta console's Preview SAML shows them: the expressions literally."""

from wizard.language import N_, Words
from wizard.okta.statements import AttributeStatement, attribute_statements
from wizard.plan.memory import remembered
from wizard.plan.model import Plan
from wizard.quoting.rendered import Rendered
from wizard.saml.attribute_statement import Attribute, AttributeValue, statement_xml

NO_TAGS = N_("The plan has no tags: Okta sends no session tag, and the element below is no legal SAML.")


def preview(plan: Plan, words: Words = str) -> Rendered:
    """Return the preview with the place of each line: ``tags[0].key`` for a name, ``tags[0].value`` for a value.

    Each attribute has one value, the expression as it is typed into Okta, the list of transitive keys too. For an
    app of the Okta Integration Network the console shows it so; the real assertion holds the values. A remark
    is translated by `words`.
    """
    attributes = tuple(map(_attribute, attribute_statements(plan)))
    return statement_xml(attributes, () if attributes else (words(NO_TAGS),))


@remembered(256)
def _attribute(statement: AttributeStatement) -> Attribute:
    value = AttributeValue(statement.value, statement.value_path)
    return Attribute(statement.name, statement.name_format, (value,), statement.name_path)


def preview_xml(plan: Plan, words: Words = str) -> str:
    """Return the text of the preview; see :func:`preview`."""
    return preview(plan, words).text
