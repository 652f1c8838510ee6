"""``okta/federated-claims.json``: one body for each claim to add, where the plan uses federated claims."""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.okta.app_settings import federated_claims
from wizard.plan.model import Claims, Plan
from wizard.quoting.json_text import pretty


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # Okta's API speaks none
    if plan.okta.claims is Claims.FEDERATED:
        yield BundleFile("okta/federated-claims.json", pretty(federated_claims(plan)))


ARTEFACT = Artefact("okta/federated-claims.json", N_("Okta federated claims"), 34, _files)
