"""``okta/support-request.txt``: the case to open with Okta, only where a feature must still be asked for."""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.okta.feature import support_request
from wizard.plan.model import Plan


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # Okta's support is written to in English
    text = support_request(plan)
    if text:
        yield BundleFile("okta/support-request.txt", text)


ARTEFACT = Artefact(
    "okta/support-request.txt",
    N_("Request to Okta's support"),
    N_("Asks Okta's support for the features that are not known to be on."),
    42,
    _files,
)
