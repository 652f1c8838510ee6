"""``okta/profile-mapping.json``: the body that fills the app's attributes from the Okta user profile.

It is written without custom attributes too, and then maps nothing.
"""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.okta.schema import profile_mapping
from wizard.plan.model import Plan
from wizard.quoting.json_text import pretty


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # Okta's API speaks none
    yield BundleFile("okta/profile-mapping.json", pretty(profile_mapping(plan)))


ARTEFACT = Artefact(
    "okta/profile-mapping.json", N_("Okta profile mapping"), N_("Maps the one to the other."), 40, _files
)
