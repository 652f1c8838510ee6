"""``okta/app-user-schema.json``: the body that adds the custom attributes to the app's user profile.

It is written without custom attributes too, and then adds nothing.
"""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.okta.schema import app_user_schema
from wizard.plan.model import Plan
from wizard.quoting.json_text import pretty


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # titles and descriptions stand in the org, which has one language
    yield BundleFile("okta/app-user-schema.json", pretty(app_user_schema(plan)))


ARTEFACT = Artefact(
    "okta/app-user-schema.json", N_("Okta app user attributes"), N_("Adds them to the app's user profile."), 38, _files
)
