"""``plan.yaml``: the plan that the bundle was made from, as the program writes it."""

from collections.abc import Iterable

from wizard.bundle.artefact import Artefact, BundleFile
from wizard.language import N_
from wizard.plan.model import Plan
from wizard.plan.writer import plan_text


def _files(plan: Plan, language: str) -> Iterable[BundleFile]:
    del language  # a plan speaks none
    return (BundleFile("plan.yaml", plan_text(plan)),)


ARTEFACT = Artefact("plan.yaml", N_("Plan"), N_("The plan, to open in Session Tag Wizard."), 20, _files)
