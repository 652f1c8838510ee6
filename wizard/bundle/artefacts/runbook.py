"""README.md of the bundle: the runbook for this plan."""

from collections.abc import Iterator

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.bundle.runbook.attributes import attributes
from wizard.bundle.runbook.beginning import beginning, features, way_in
from wizard.bundle.runbook.closing import tightening
from wizard.bundle.runbook.contents import RUNBOOK, contents
from wizard.bundle.runbook.creation import creation
from wizard.bundle.runbook.flow import flow
from wizard.bundle.runbook.page import Page
from wizard.bundle.runbook.proof import proof
from wizard.bundle.runbook.rows import rows
from wizard.bundle.runbook.trust import opening
from wizard.bundle.runbook.way_back import way_back
from wizard.language import N_, catalogue
from wizard.plan.model import Plan

_PARTS = (beginning, flow, features, way_in, opening, attributes, rows, proof, tightening, way_back, creation, contents)


def _files(plan: Plan, language: str) -> Iterator[BundleFile]:
    page = Page(plan, catalogue(language))
    blocks = [block for part in _PARTS for block in part(page)]
    yield BundleFile(RUNBOOK, "\n\n".join(blocks) + "\n")


ARTEFACT = Artefact(RUNBOOK, N_("Runbook"), N_("What to do, in the order that locks nobody out."), 0, _files)
