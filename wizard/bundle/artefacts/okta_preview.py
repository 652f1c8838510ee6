"""``saml/okta-preview.xml``: the attributes as the Okta console's Preview SAML shows them.

A plan without tags has none: Okta sends no such statement, and SAML allows no empty one.
"""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.plan.model import Plan
from wizard.saml.preview import preview_xml


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # the console shows the same in every language
    if plan.tags:
        yield BundleFile("saml/okta-preview.xml", preview_xml(plan))


ARTEFACT = Artefact(
    "saml/okta-preview.xml", N_("SAML as Okta shows it"), N_("What Okta's Preview SAML shows."), 50, _files
)
