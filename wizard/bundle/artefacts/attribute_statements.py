"""``okta/attribute-statements.yaml``: the rows to type into the app, under "Attributes (Optional)"."""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.okta.statements import AttributeStatement, attribute_statements
from wizard.plan.model import Claims, Plan
from wizard.quoting.yaml_text import document


def _row(statement: AttributeStatement) -> dict[str, object]:
    name_format = {"label": statement.name_format.label, "urn": statement.name_format.urn}
    return {"name": statement.name, "name_format": name_format, "value": statement.value}


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # what is typed into Okta is the same in every language
    if plan.okta.claims is Claims.STATEMENTS:
        rows = [_row(statement) for statement in attribute_statements(plan)]
        yield BundleFile("okta/attribute-statements.yaml", document({"attribute_statements": rows}))


ARTEFACT = Artefact("okta/attribute-statements.yaml", N_("Okta rows"), 30, _files)
