"""``okta/federated-claims.json``: one body for each claim to add, where the plan uses federated claims."""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.okta.app_settings import federated_claims
from wizard.okta.statements import attribute_statements
from wizard.plan.model import Claims, Plan
from wizard.quoting.json_text import pretty
from wizard.quoting.rendered import Rendered


def rendered(plan: Plan) -> Rendered:
    """Return the claims of a plan with the place of each line, whichever kind of claims it uses."""
    claims = federated_claims(plan)
    opening = 1  # the list's own line, then four lines a claim: its opening, the name, the expression, its end
    places = (
        (opening + 4 * index + offset, path)
        for index, row in enumerate(attribute_statements(plan))
        for offset, path in enumerate((row.name_path, row.name_path, row.value_path, row.name_path), start=1)
    )
    return Rendered(pretty(claims), tuple(places))


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # Okta's API speaks none
    if plan.okta.claims is Claims.FEDERATED:
        yield BundleFile("okta/federated-claims.json", rendered(plan).text)


ARTEFACT = Artefact(
    "okta/federated-claims.json",
    N_("Okta federated claims"),
    N_("The claims to add, as Okta's API takes them."),
    34,
    _files,
)
