"""``saml/assertion.xml``: the attributes as AWS receives them for the plan's first sample person.

A plan without tags has none: Okta sends no such statement, and SAML allows no empty one.
"""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.plan.model import Plan
from wizard.saml.assertion import assertion_xml


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # AWS receives the same in every language
    if plan.tags:
        yield BundleFile("saml/assertion.xml", assertion_xml(plan, plan.person()))


ARTEFACT = Artefact("saml/assertion.xml", N_("SAML as AWS receives it"), N_("What AWS receives."), 52, _files)
