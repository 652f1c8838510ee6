"""The files of the bundle that show the SAML."""

import pytest

from tests import named
from wizard.bundle.artefact import BundleFile
from wizard.bundle.artefacts import assertion, okta_preview
from wizard.plan.model import Plan
from wizard.saml.assertion import assertion_xml
from wizard.saml.preview import preview_xml


@pytest.mark.parametrize("name", sorted(name for name, plan in named.plans().items() if plan.tags))
def test_a_plan_with_tags_has_both(name: str) -> None:
    """The files are what the previews show, the assertion for the plan's first person."""
    plan = named.plan(name)
    assert list(okta_preview.ARTEFACT.files(plan, "en")) == [BundleFile("saml/okta-preview.xml", preview_xml(plan))]
    assert list(assertion.ARTEFACT.files(plan, "en")) == [
        BundleFile("saml/assertion.xml", assertion_xml(plan, plan.person()))
    ]


def test_a_plan_without_tags_has_neither() -> None:
    """Okta sends no statement of nothing, and SAML allows none."""
    assert [*okta_preview.ARTEFACT.files(Plan(), "en"), *assertion.ARTEFACT.files(Plan(), "en")] == []
