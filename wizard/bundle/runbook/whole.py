"""The runbook as a whole: its parts in their order."""

from wizard.bundle.runbook.attributes import attributes
from wizard.bundle.runbook.beginning import beginning, features, way_in
from wizard.bundle.runbook.closing import tightening
from wizard.bundle.runbook.contents import contents
from wizard.bundle.runbook.creation import creation
from wizard.bundle.runbook.flow import flow
from wizard.bundle.runbook.page import Page
from wizard.bundle.runbook.proof import proof
from wizard.bundle.runbook.rows import rows
from wizard.bundle.runbook.trust import opening
from wizard.bundle.runbook.way_back import way_back
from wizard.language import catalogue
from wizard.plan.model import Plan

_PARTS = (beginning, flow, features, way_in, opening, attributes, rows, proof, tightening, way_back, creation, contents)


def runbook(plan: Plan, language: str) -> str:
    """Return the runbook in Markdown, in the language of that code, ending in a newline."""
    page = Page(plan, catalogue(language))
    return "\n\n".join(block for part in _PARTS for block in part(page)) + "\n"
