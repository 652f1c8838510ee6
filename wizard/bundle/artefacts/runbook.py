"""README.md of the bundle: the runbook for this plan."""

from collections.abc import Iterator

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.bundle.runbook import RUNBOOK
from wizard.language import N_
from wizard.plan.model import Plan


def _files(plan: Plan, language: str) -> Iterator[BundleFile]:
    from wizard.bundle.runbook.whole import runbook  # noqa: PLC0415 - fifteen modules that nothing else needs

    yield BundleFile(RUNBOOK, runbook(plan, language))


ARTEFACT = Artefact(RUNBOOK, N_("Runbook"), N_("What to do, in the order that locks nobody out."), 0, _files)
