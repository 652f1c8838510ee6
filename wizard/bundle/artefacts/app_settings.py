"""``okta/app-settings.json``: the same rows as Okta's API takes them, to be merged into the app and put back whole."""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.okta.app_settings import app_settings
from wizard.plan.model import Claims, Plan
from wizard.quoting.json_text import pretty


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # Okta's API speaks none
    if plan.okta.claims is Claims.STATEMENTS:
        yield BundleFile("okta/app-settings.json", pretty(app_settings(plan)))


ARTEFACT = Artefact(
    "okta/app-settings.json", N_("Okta app settings"), N_("The same rows as Okta's API takes them."), 32, _files
)
