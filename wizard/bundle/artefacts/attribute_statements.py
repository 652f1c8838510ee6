"""``okta/attribute-statements.yaml``: the rows to type into the app, under "Attributes (Optional)"."""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.okta.statements import AttributeStatement, attribute_statements
from wizard.plan.memory import remembered
from wizard.plan.model import Claims, Plan
from wizard.quoting.rendered import Draft, Rendered
from wizard.quoting.yaml_text import document


def rendered(plan: Plan) -> Rendered:
    """Return the rows of a plan with the place of each line, whichever kind of claims it uses."""
    draft = Draft()
    rows = attribute_statements(plan)
    draft.add("attribute_statements:" if rows else "attribute_statements: []")
    for row in rows:
        name, value = _texts(row)
        draft.add(name, row.name_path)
        draft.add(value, row.value_path)
    return draft.rendered()


@remembered(256)
def _texts(row: AttributeStatement) -> tuple[str, str]:
    """Return the lines of a row that its name gives, and those that its value gives."""
    name_format = {"label": row.name_format.label, "urn": row.name_format.urn}
    entry = {"name": row.name, "name_format": name_format, "value": row.value}
    lines = document({"attribute_statements": [entry]}).removesuffix("\n").split("\n")[1:]
    value = next(number for number, line in enumerate(lines) if line.startswith("    value:"))
    return "\n".join(lines[:value]), "\n".join(lines[value:])


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # what is typed into Okta is the same in every language
    if plan.okta.claims is Claims.STATEMENTS:
        yield BundleFile("okta/attribute-statements.yaml", rendered(plan).text)


ARTEFACT = Artefact(
    "okta/attribute-statements.yaml", N_("Okta rows"), N_("The rows to type under Attributes (Optional)."), 30, _files
)
