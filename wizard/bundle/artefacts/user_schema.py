"""``okta/user-schema.json``: the body that adds the custom attributes to the Okta user profile.

It is written without custom attributes too, and then adds nothing.
"""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.okta.schema import user_schema
from wizard.plan.model import Plan
from wizard.quoting.json_text import pretty


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # titles and descriptions stand in the org, which has one language
    yield BundleFile("okta/user-schema.json", pretty(user_schema(plan)))


ARTEFACT = Artefact(
    "okta/user-schema.json",
    N_("Okta user attributes"),
    N_("Adds the custom attributes to the Okta user profile."),
    36,
    _files,
)
